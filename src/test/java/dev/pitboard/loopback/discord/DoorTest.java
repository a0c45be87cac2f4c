package dev.pitboard.loopback.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what where, how long an interaction lives, and the faults a test can ask for. */
final class DoorTest {
    private final SettableClock clock = new SettableClock();
    private final LoopbackDiscord discord = LoopbackDiscord.start(clock);
    private final FakeGuild guild = discord.world().guild("GT4 fans");
    private final FakeChannel channel = guild.text("general");
    private final FakeUser fan = discord.world().user("Fan");
    private final RawClient client = new RawClient(discord);

    @AfterEach
    void close() {
        client.close();
        discord.close();
    }

    static Stream<Arguments> closedDoors() {
        return Stream.of(
                door("hidden", "403 50001", (_, place) -> place.deny(Permissions.VIEW_CHANNEL)),
                door("mute", "403 50013", (_, place) -> place.deny(Permissions.SEND_MESSAGES)),
                door("kicked", "403 50001", (home, _) -> home.kick()),
                door(
                        "no rights in the guild",
                        "403 50001",
                        (home, _) -> home.everyone(0).botPermissions(0)),
                door("deleted", "404 10003", (_, place) -> place.delete()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("closedDoors")
    void refuses(String what, String refusal, BiConsumer<FakeGuild, FakeChannel> change) {
        assertEquals("200 0", post(channel, "{'content':'x'}").refusal());

        change.accept(guild, channel);

        assertEquals(refusal, post(channel, "{'content':'x'}").refusal(), what);
    }

    @Test
    void embedsNeedTheirOwnRight() {
        channel.deny(Permissions.EMBED_LINKS);
        assertEquals("403 50013", post(channel, "{'embeds':[{'title':'x'}]}").refusal());
        assertEquals("200 0", post(channel, "{'content':'x'}").refusal());
    }

    @Test
    void threadsHaveTheirOwnRules() {
        FakeChannel thread = channel.thread("round 1");
        channel.deny(Permissions.SEND_MESSAGES);
        thread.archive();

        assertEquals("200 0", post(thread, "{'content':'x'}").refusal());
        assertFalse(client.get("channels/" + thread.id())
                .body()
                .path("thread_metadata")
                .path("archived")
                .asBoolean());

        thread.lock();
        assertEquals(160005, post(thread, "{'content':'x'}").code());
        channel.allow(Permissions.MANAGE_THREADS);
        assertEquals("200 0", post(thread, "{'content':'x'}").refusal());
        channel.deny(Permissions.SEND_MESSAGES_IN_THREADS);
        assertEquals("403 50013", post(thread, "{'content':'x'}").refusal());
        channel.delete();
        assertEquals("404 10003", post(thread, "{'content':'x'}").refusal());
    }

    @Test
    void forumsTakePostsOnly() {
        FakeChannel forum = guild.forum("results");
        assertEquals("400 40058", post(forum, "{'content':'x'}").refusal());
        assertEquals("200 0", post(forum.thread("round 1"), "{'content':'x'}").refusal());
    }

    @Test
    void historyNeedsItsRight() {
        String id = post(channel, "{'content':'x'}").body().path("id").asText();
        String path = "channels/" + channel.id() + "/messages";
        assertEquals(1, client.get(path + "?limit=1").body().size());
        assertEquals("400 50035", client.get(path + "?limit=101").refusal());

        channel.deny(Permissions.READ_MESSAGE_HISTORY);

        assertEquals(0, client.get(path).body().size());
        assertEquals("403 50013", client.get(path + "/" + id).refusal());
        assertEquals("404 10008", client.get(path + "/1").refusal());
    }

    @Test
    void editsAreMessagesToo() {
        String id = post(channel, "{'content':'x','embeds':[{'title':'y'}]}")
                .body()
                .path("id")
                .asText();
        String path = "channels/" + channel.id() + "/messages/" + id;

        assertEquals(
                "400 50006",
                client.send("PATCH", path, "{'content':'','embeds':[]}").refusal());
        assertEquals(
                "400 50035",
                client.send("PATCH", path, "{'flags':32768,'components':[{'type':10,'content':'z'}]}")
                        .refusal());
        assertEquals("200 0", client.send("PATCH", path, "{'content':''}").refusal());
        assertEquals("y", discord.recorder().messages(channel).getFirst().text());
    }

    @Test
    void aDeletedMessageIsNotMadeAgainByItsNonce() {
        String body = "{'content':'x','nonce':'n','enforce_nonce':true}";
        String id = post(channel, body).body().path("id").asText();
        client.send("DELETE", "channels/" + channel.id() + "/messages/" + id, "");

        assertEquals("404 10008", post(channel, body).refusal());
        assertEquals("200 0", post(channel, "{'content':'x','nonce':'n'}").refusal());
        clock.advance(MessageRoutes.NONCE_WINDOW);
        assertNotEquals(id, post(channel, body).body().path("id").asText());
    }

    @Test
    void tokensAndAgentsAreChecked() {
        try (RawClient stranger = new RawClient(discord).withAuthorization("Bot nobody");
                RawClient bare = new RawClient(discord).withAuthorization(discord.token());
                RawClient browser = new RawClient(discord).withAgent("Mozilla/5.0")) {
            assertEquals(401, stranger.get("users/@me").status());
            assertEquals(401, bare.get("users/@me").status());
            assertEquals("403 40333", browser.get("users/@me").refusal());
        }
        assertEquals(3, discord.recorder().invalidRequests());
    }

    @Test
    void unknownPeopleAndPaths() {
        assertEquals(
                "404 10013",
                client.send("POST", "users/@me/channels", "{'recipient_id':'1'}")
                        .refusal());
        assertEquals("404 10004", client.get("guilds/1").refusal());
        assertEquals("404 10003", client.get("channels/1").refusal());
        assertEquals(404, client.get("nothing").status());
        assertEquals(
                discord.world().applicationId(),
                client.get("oauth2/applications/@me").body().path("id").asText());
    }

    @Test
    void anInteractionIsAnsweredOnceAndInTime() {
        client.send("PUT", commands(), "[{'name':'x','description':'x'}]");
        PendingInteraction pending = discord.slash(fan, channel, "x");
        String answer = "{'type':4,'data':{'content':'x'}}";
        String followUps = "webhooks/" + discord.world().applicationId() + "/" + pending.token;

        assertEquals(
                "404 10015", client.send("POST", followUps, "{'content':'x'}").refusal());
        assertEquals(
                "404 10062",
                client.send("POST", "interactions/1/" + pending.token + "/callback", answer)
                        .refusal());
        assertEquals("400 50035", callback(pending, "{'type':7,'data':{'content':'x'}}"));
        assertEquals("400 50035", callback(pending, "{'type':8,'data':{'choices':[]}}"));
        assertEquals("400 50035", callback(pending, "{'type':5,'data':{'flags':32768}}"));
        assertEquals("400 50006", callback(pending, "{'type':4,'data':{}}"));
        assertEquals("204 0", callback(pending, answer));
        assertEquals("400 40060", callback(pending, answer));
        assertEquals(
                "200 0",
                client.send("PATCH", followUps + "/messages/@original", "{'content':'y'}")
                        .refusal());
        assertEquals(
                "404 10008",
                client.send("PATCH", followUps + "/messages/1", "{'content':'y'}")
                        .refusal());
        clock.advance(Duration.ofMinutes(15).plusMillis(1));
        assertEquals(
                "401 50027",
                client.send("PATCH", followUps + "/messages/@original", "{'content':'z'}")
                        .refusal());
        assertEquals("y", pending.answer().content());
    }

    @Test
    void suggestionsHaveTheirLimits() {
        client.send(
                "PUT",
                commands(),
                "[{'name':'x','description':'x','options':[{'type':3,'name':'a','description':'x','autocomplete':true}]}]");
        String choice = "{'name':'a','value':'b'}";
        PendingInteraction pending = discord.autocomplete(fan, channel, "x", "a", "t");

        assertEquals("400 50035", callback(pending, "{'type':4,'data':{'content':'x'}}"));
        assertEquals(
                "400 50035",
                callback(pending, "{'type':8,'data':{'choices':[" + choice + ("," + choice).repeat(25) + "]}}"));
        assertEquals(
                "400 50035",
                callback(pending, "{'type':8,'data':{'choices':[{'name':'" + "x".repeat(101) + "','value':'b'}]}}"));
        assertEquals("204 0", callback(pending, "{'type':8,'data':{'choices':[" + choice + "]}}"));
        assertEquals(1, pending.choices().size());
    }

    @Test
    void anAnswerCannotBecomeVisibleOrHiddenLater() {
        client.send("PUT", commands(), "[{'name':'x','description':'x'}]");
        PendingInteraction pending = discord.slash(fan, channel, "x");
        callback(pending, "{'type':5}");

        String path = "webhooks/" + discord.world().applicationId() + "/" + pending.token + "/messages/@original";
        client.send("PATCH", path, "{'content':'x','flags':64}");

        assertFalse(pending.answer().isEphemeral());
    }

    @Test
    void a429SaysHowLongAndWhat() {
        discord.faults().globalLimit(1);
        assertEquals(200, client.get("users/@me").status());
        RawClient.Reply limited = client.get("users/@me");

        assertEquals(429, limited.status());
        assertTrue(limited.body().path("global").asBoolean());
        assertEquals("1.1 google", limited.headers().firstValue("Via").orElseThrow());
        assertEquals("1", limited.headers().firstValue("Retry-After").orElseThrow());
        assertEquals("true", limited.headers().firstValue("X-RateLimit-Global").orElseThrow());
    }

    @Test
    void faultsComeAsOrdered() {
        discord.faults()
                .failNext(1, 500, "GET .*")
                .failNext(1, 429, "POST .*/messages")
                .refuseNext(1, 400, 200000, "Blocked by AutoMod", "POST .*/messages")
                .acceptThenDrop(1);

        assertEquals(500, client.get("users/@me").status());
        assertEquals(429, post(channel, "{'content':'x'}").status());
        assertEquals("400 200000", post(channel, "{'content':'x'}").refusal());
        assertThrows(UncheckedIOException.class, () -> post(channel, "{'content':'x'}"));
        assertEquals(1, discord.recorder().messages(channel).size());
    }

    @Test
    void latencyComesAfterTheDeed() {
        discord.faults().latency(Duration.ofMillis(60));
        long before = System.nanoTime();

        post(channel, "{'content':'x'}");

        assertTrue(System.nanoTime() - before >= Duration.ofMillis(60).toNanos());
    }

    private RawClient.Reply post(FakeChannel to, String body) {
        return client.send("POST", "channels/" + to.id() + "/messages", body);
    }

    private String callback(PendingInteraction pending, String body) {
        return client.send("POST", "interactions/" + pending.id + "/" + pending.token + "/callback", body)
                .refusal();
    }

    private String commands() {
        return "applications/" + discord.world().applicationId() + "/commands";
    }

    private static Arguments door(String what, String refusal, BiConsumer<FakeGuild, FakeChannel> change) {
        return Arguments.of(what, refusal, change);
    }
}

package dev.pitboard.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.card.Tone;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Edit;
import dev.pitboard.delivery.Outcome;
import dev.pitboard.delivery.Post;
import dev.pitboard.loopback.discord.FakeChannel;
import dev.pitboard.loopback.discord.FakeRole;
import dev.pitboard.loopback.discord.Permissions;
import dev.pitboard.loopback.discord.PostedMessage;
import dev.pitboard.loopback.discord.Recorder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Reminders are posted, and what becomes of them is told right. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DiscordPostsTest {
    private final Paddock paddock = new Paddock();

    @BeforeAll
    void open() {
        paddock.open();
    }

    @AfterAll
    void close() {
        paddock.close();
    }

    private static Card reminder() {
        return Card.titled(
                        Tone.LIVE,
                        Line.of("Race 1 · Barcelona ").moment(Paddock.NOW.plusSeconds(600), MomentStyle.RELATIVE))
                .fact("Where", "Circuit de Barcelona-Catalunya")
                .run("Timetable", "timetable round=barcelona")
                .build();
    }

    private static Post post(
            FakeChannel channel, @Nullable String id, @Nullable String role, @Nullable Instant unsureSince) {
        return new Post(
                id,
                ChatRef.of(Platform.DISCORD, channel.id()),
                reminder(),
                role,
                false,
                unsureSince == null ? 1 : 2,
                unsureSince);
    }

    private Outcome send(Post post) {
        return paddock.bot.messenger().send(post);
    }

    private static Outcome.Sent sent(Outcome outcome) {
        return assertInstanceOf(Outcome.Sent.class, outcome, outcome.toString());
    }

    /** Waits until the bot has heard of the role. */
    private FakeRole known(FakeRole role) {
        paddock.discord.await(
                "the role is known",
                () -> paddock.bot
                        .messenger()
                        .missingToPost(ChatRef.of(Platform.DISCORD, paddock.channel.id()), role.id())
                        .isEmpty());
        return role;
    }

    private List<PostedMessage> posted(FakeChannel channel) {
        return paddock.discord.recorder().messages(channel);
    }

    @Test
    void pingsOneRoleOnALineForTheLockScreen() {
        FakeChannel channel = paddock.guild.text("reminders");
        FakeRole grid = known(paddock.guild.role("Grid", true));

        Outcome.Sent sent = sent(send(post(channel, "m1", grid.id(), null)));

        PostedMessage message = posted(channel).getFirst();
        assertEquals(message.id(), sent.messageRef());
        assertEquals("<@&" + grid.id() + "> Race 1 · Barcelona <t:1696085400:R>", message.content());
        assertEquals(List.of(grid.id()), message.pingedRoles());
        assertFalse(message.pingedEveryone());
        assertFalse(message.isComponentsV2());
        assertEquals(1, message.embeds().size());
        assertEquals("m1", message.nonce());
        assertEquals(
                "v1:m1:timetable round=barcelona", message.button("Timetable").customId());
    }

    private static Edit edit(FakeChannel channel, String ref, @Nullable String role) {
        Card card = Card.titled(Tone.WARNING, "Race 1 · Barcelona · cancelled").build();
        return new Edit("m1", ChatRef.of(Platform.DISCORD, channel.id()), ref, card, role, 1);
    }

    private Outcome edited(FakeChannel channel, String ref) {
        return paddock.bot.messenger().edit(edit(channel, ref, null));
    }

    @Test
    void anEditKeepsTheFirstLineAndPingsNobodyAnew() {
        FakeChannel channel = paddock.guild.text("edits");
        FakeRole grid = known(paddock.guild.role("Marshals", true));
        String ref = sent(send(post(channel, "m1", grid.id(), null))).messageRef();

        Outcome.Sent done = sent(paddock.bot.messenger().edit(edit(channel, ref, grid.id())));

        assertEquals(ref, done.messageRef());
        PostedMessage message = posted(channel).getFirst();
        assertEquals("<@&" + grid.id() + "> Race 1 · Barcelona · cancelled", message.content());
        assertEquals(0, message.embeds().size(), "what is no longer so is gone");
        assertEquals(List.of(), message.buttons());
        assertEquals(1, message.earlier().size());
        String request = paddock.discord.recorder().requests().stream()
                .filter(r -> r.method().equals("PATCH") && r.path().contains(ref))
                .map(Recorder.Request::body)
                .findFirst()
                .orElseThrow();
        assertTrue(request.contains("\"allowed_mentions\":{\"parse\":[]}"), request);
    }

    @Test
    void whatCanNotBeEditedIsLeft() {
        FakeChannel channel = paddock.guild.text("refused-edits");
        String ref = sent(send(post(channel, "m1", null, null))).messageRef();
        paddock.discord.faults().refuseNext(1, 400, 30046, "Maximum number of edits", "PATCH .*");
        assertInstanceOf(Outcome.Failed.class, edited(channel, ref));
        paddock.discord.faults().refuseNext(1, 400, 50083, "Thread is archived", "PATCH .*");
        assertInstanceOf(Outcome.Failed.class, edited(channel, ref));
        paddock.discord.faults().refuseNext(1, 403, 50001, "Missing Access", "PATCH .*");
        assertInstanceOf(Outcome.Blocked.class, edited(channel, ref));
        assertEquals(ref, sent(edited(channel, ref)).messageRef());
        channel.clear();
        assertEquals(ref, sent(edited(channel, ref)).messageRef(), "nothing to do");
        assertEquals("deleted", sent(edited(channel, "deleted")).messageRef());
    }

    @Test
    void anEditWaitsAsItIsToldTo() {
        FakeChannel channel = paddock.guild.text("slow-edits");
        String ref = sent(send(post(channel, "m1", null, null))).messageRef();
        paddock.discord.faults().limitNext(7, 429, 20022, "announcement edits", "PATCH .*");
        Outcome.Wait wait = assertInstanceOf(Outcome.Wait.class, edited(channel, ref));
        assertTrue(wait.atLeast().toSeconds() >= 60, wait.toString());
        assertFalse(wait.wholePlatform());
        assertInstanceOf(Outcome.Wait.class, edited(channel, ref), "also the next one in that channel");
    }

    @Test
    void whatIsQuietMakesNoSound() {
        FakeChannel channel = paddock.guild.text("quiet");
        sent(send(new Post("m1", ChatRef.of(Platform.DISCORD, channel.id()), reminder(), null, true, 1, null)));
        assertEquals(1 << 12, posted(channel).getFirst().flags() & 1 << 12);
    }

    @Test
    void neverPingsEveryone() {
        FakeChannel channel = paddock.guild.text("everyone");

        Outcome.Sent sent = sent(send(post(channel, null, paddock.guild.id(), null)));

        assertNotNull(sent.remark());
        PostedMessage message = posted(channel).getFirst();
        assertTrue(message.content().startsWith("Race 1"), message.content());
        assertEquals(List.of(), message.pingedRoles());
    }

    @Test
    void aDeletedRoleLosesOnlyThePing() {
        FakeChannel channel = paddock.guild.text("deleted-role");
        FakeRole gone = known(paddock.guild.role("Gone", true));
        gone.delete();
        paddock.discord.await(
                "the role is gone",
                () -> !paddock.bot
                        .messenger()
                        .missingToPost(ChatRef.of(Platform.DISCORD, channel.id()), gone.id())
                        .isEmpty());

        Outcome.Sent sent = sent(send(post(channel, "m2", gone.id(), null)));

        assertTrue(String.valueOf(sent.remark()).contains("role no longer exists"), sent.toString());
        assertFalse(posted(channel).getFirst().content().contains("<@&"));
    }

    @Test
    void anUnknownRoleIsLeftOutWhenDiscordSaysSo() {
        FakeChannel channel = paddock.guild.text("unknown-role");
        FakeRole role = known(paddock.guild.role("Known here only", true));
        paddock.discord.faults().refuseNext(1, 404, 10011, "Unknown Role", "POST .*/messages");

        assertNotNull(sent(send(post(channel, "m3", role.id(), null))).remark());
        assertEquals(1, posted(channel).size());
    }

    @Test
    void aLostAnswerIsTriedAgainWithoutPostingTwice() {
        FakeChannel channel = paddock.guild.text("lost");
        paddock.discord.faults().acceptThenDrop(1);

        assertInstanceOf(Outcome.Unsure.class, send(post(channel, "m4", null, null)));
        Instant first = paddock.machine.get().minusSeconds(30);
        sent(send(post(channel, "m4", null, first)));

        assertEquals(1, posted(channel).size());
    }

    @Test
    void afterTheNonceItLooksForTheMessageFirst() {
        FakeChannel channel = paddock.guild.text("looked-for");
        Instant longAgo = paddock.machine.get().minus(Duration.ofMinutes(10));
        String there = sent(send(post(channel, "m5", null, null))).messageRef();

        assertEquals(there, sent(send(post(channel, "m5", null, longAgo))).messageRef());
        assertEquals(1, posted(channel).size());

        Outcome.Wait notThere = assertInstanceOf(Outcome.Wait.class, send(post(channel, "m6", null, longAgo)));
        assertEquals(Duration.ZERO, notThere.atLeast(), "it goes with the next request");
        sent(send(post(channel, "m6", null, longAgo)));
        assertEquals(2, posted(channel).size());
    }

    @Test
    void afterTheNonceItDoesNotGuess() {
        FakeChannel channel = paddock.guild.text("unreadable");
        FakeChannel denied = paddock.guild.text("unreadable-too");
        paddock.guild.botPermissions(0).everyone(Permissions.USUAL);
        channel.deny(Permissions.READ_MESSAGE_HISTORY);
        denied.deny(Permissions.READ_MESSAGE_HISTORY);
        Instant longAgo = paddock.machine.get().minus(Duration.ofMinutes(10));
        // Until the bot has heard of it, it posts: so it is waited for elsewhere.
        paddock.discord.await(
                "the right is gone", () -> send(post(denied, "m9", null, longAgo)) instanceof Outcome.InDoubt);

        assertInstanceOf(Outcome.InDoubt.class, send(post(channel, "m7", null, longAgo)));
        assertTrue(posted(channel).isEmpty());
    }

    @Test
    void afterTheNonceItDoesNotGiveUpBeforeTheGatewayHasTold() {
        FakeChannel channel = paddock.guild.text("empty");
        Post post = post(channel, "m8", null, paddock.machine.get().minus(Duration.ofMinutes(10)));
        try (DiscordBot restarted = paddock.newBot(paddock.discord.token())) {
            Outcome.Wait early =
                    assertInstanceOf(Outcome.Wait.class, restarted.messenger().send(post));
            assertEquals(Duration.ofSeconds(2), early.atLeast());

            restarted.start();
            paddock.awaitUp(restarted);
            assertInstanceOf(Outcome.Wait.class, restarted.messenger().send(post));
            sent(restarted.messenger().send(post));
            assertEquals(1, posted(channel).size());
        }
    }

    @Test
    void whereMuchWasSaidSinceItLooksFromTheAttemptOn() {
        FakeChannel channel = paddock.guild.text("busy");
        Instant before = Instant.now();
        String there = sent(send(post(channel, "m20", null, null))).messageRef();
        for (int i = 0; i < 60; i++) {
            sent(send(post(channel, null, null, null)));
        }
        paddock.machine.updateAndGet(now -> now.plus(Duration.ofMinutes(10)));

        assertEquals(there, sent(send(post(channel, "m20", null, before))).messageRef());
        assertEquals(61, posted(channel).size());
    }

    @Test
    void whereTooMuchWasSaidSinceItDoesNotGuess() {
        FakeChannel channel = paddock.guild.text("very-busy");
        for (int i = 0; i < 130; i++) {
            sent(send(post(channel, null, null, null)));
        }
        Instant before = Instant.now();
        paddock.machine.updateAndGet(now -> now.plus(Duration.ofMinutes(10)));

        Outcome.InDoubt doubt =
                assertInstanceOf(Outcome.InDoubt.class, send(post(channel, "m21", null, before.minusSeconds(5))));
        assertTrue(doubt.reason().contains("too much"), doubt.reason());
        assertEquals(130, posted(channel).size());
    }

    @Test
    void limitsAreWaitedForAsTold() {
        FakeChannel channel = paddock.guild.text("limited");
        paddock.discord.faults().failNext(1, 429, "POST .*/messages");

        Outcome.Wait wait = assertInstanceOf(Outcome.Wait.class, send(post(channel, "m8", null, null)));

        assertEquals(Duration.ofSeconds(1), wait.atLeast());
        assertFalse(wait.wholePlatform());
    }

    @Test
    void troubleOnTheirSideIsWaitedOut() {
        FakeChannel channel = paddock.guild.text("trouble");
        paddock.discord.faults().failNext(1, 502, "POST .*/messages");

        assertInstanceOf(Outcome.Unsure.class, send(post(channel, "m9", null, null)));
        sent(send(post(channel, "m9", null, paddock.machine.get())));
    }

    @Test
    void refusalsAreTold() {
        FakeChannel gone = paddock.guild.text("gone");
        gone.delete();
        assertInstanceOf(Outcome.Gone.class, send(post(gone, "m10", null, null)));

        FakeChannel silent = paddock.guild.text("silent").deny(Permissions.SEND_MESSAGES);
        assertInstanceOf(Outcome.Blocked.class, send(post(silent, "m11", null, null)));

        FakeChannel hidden = paddock.guild.text("hidden").deny(Permissions.VIEW_CHANNEL);
        assertInstanceOf(Outcome.Blocked.class, send(post(hidden, "m12", null, null)));

        FakeChannel forum = paddock.guild.forum("forum");
        Outcome.Blocked told = assertInstanceOf(Outcome.Blocked.class, send(post(forum, "m13", null, null)));
        assertTrue(told.reason().contains("one of its posts"), told.reason());

        paddock.discord.faults().refuseNext(1, 400, 200000, "Blocked by AutoMod", "POST .*/messages");
        FakeChannel channel = paddock.guild.text("automod");
        assertInstanceOf(Outcome.Failed.class, send(post(channel, "m14", null, null)));
    }

    @Test
    void threadsReopenUnlessLocked() {
        FakeChannel parent = paddock.guild.text("parent");
        FakeChannel archived = parent.thread("archived").archive();
        sent(send(post(archived, "m15", null, null)));

        FakeChannel locked = parent.thread("locked").archive().lock();
        Outcome.Blocked told = assertInstanceOf(Outcome.Blocked.class, send(post(locked, "m16", null, null)));
        assertTrue(told.reason().contains("locked"), told.reason());
    }

    @Test
    void aPostIsAnswerableByItsButtons() {
        FakeChannel channel = paddock.guild.text("buttons");
        sent(send(post(channel, "m17", null, null)));
        PostedMessage message = posted(channel).getFirst();

        PostedMessage answer = paddock.discord
                .press(paddock.fan, message, message.button("Timetable").customId())
                .answer();

        assertTrue(answer.isEphemeral());
        assertTrue(answer.text().contains("Session 1 "), answer.text());
    }
}

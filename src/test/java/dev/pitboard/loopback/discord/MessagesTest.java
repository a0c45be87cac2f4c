package dev.pitboard.loopback.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The real JDA against the loopback Discord: messages, pings, limits and failures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MessagesTest {
    private final SettableClock clock = new SettableClock();
    private final LoopbackDiscord discord = LoopbackDiscord.start(clock);
    private final FakeGuild guild = discord.world().guild("GT4 fans");
    private final FakeRole role = guild.role("racers", true);
    private final FakeChannel channel = guild.text("general");
    private final FakeUser fan = discord.world().user("Fan");
    private final RealJda jda = RealJda.connect(discord);

    @AfterEach
    void settle() {
        discord.faults().globalLimit(0);
    }

    @AfterAll
    void close() {
        jda.close();
        discord.close();
    }

    @Test
    void theSameNonceMakesOneMessage() {
        Message first = text().sendMessage("once").setNonce("delivery-1").complete();
        Message again = text().sendMessage("once").setNonce("delivery-1").complete();

        clock.advance(MessageRoutes.NONCE_WINDOW);
        Message later = text().sendMessage("once").setNonce("delivery-1").complete();

        assertEquals(first.getId(), again.getId());
        assertNotEquals(first.getId(), later.getId());
    }

    @Test
    void aMessageIsStoredThoughTheAnswerIsLost() {
        FakeChannel quiet = guild.text("quiet");
        discord.faults().acceptThenDrop(1);

        String path = "channels/" + quiet.id() + "/messages";
        String body = "{'content':'once','nonce':'delivery-2','enforce_nonce':true}";
        try (RawClient client = new RawClient(discord)) {
            assertThrows(UncheckedIOException.class, () -> client.send("POST", path, body));
            PostedMessage stored = discord.recorder().messages(quiet).getFirst();

            assertEquals(
                    stored.id(),
                    client.send("POST", path, body).body().path("id").asText());
            assertEquals(1, discord.recorder().messages(quiet).size());
        }
    }

    @Test
    void jdaRetriesAfter502WithTheSameNonce() {
        FakeChannel quiet = guild.text("retried");
        discord.faults().failNext(1, 502, "POST .*/messages");

        text(quiet).sendMessage("once").complete();

        assertEquals(1, discord.recorder().messages(quiet).size());
        assertTrue(discord.recorder().count(502) >= 1);
    }

    @Test
    void jdaWaitsOutTheGlobalLimit() {
        discord.faults().globalLimit(3);
        FakeChannel busy = guild.text("busy");

        for (int i = 0; i < 5; i++) {
            text(busy).sendMessage("message " + i).queue();
        }

        assertEquals(5, discord.recorder().awaitMessages(busy, 5).size());
        assertTrue(discord.recorder().count(429) > 0);
    }

    @Test
    void onlyAllowedRolesArePinged() {
        FakeRole quiet = guild.role("quiet", false);
        String both = role.mention() + quiet.mention() + " @everyone " + fan.mention();
        FakeChannel pings = guild.text("pings");

        text(pings).sendMessage(both).setAllowedMentions(List.of()).complete();
        text(pings)
                .sendMessage(both)
                .setAllowedMentions(List.of())
                .mentionRoles(role.id(), quiet.id())
                .complete();
        pings.allow(Permissions.MENTION_EVERYONE);
        text(pings)
                .sendMessage(both)
                .setAllowedMentions(List.of())
                .mentionRoles(quiet.id())
                .complete();

        List<PostedMessage> sent = discord.recorder().messages(pings);
        assertEquals(
                List.of(List.of(), List.of(role.id()), List.of(quiet.id())),
                sent.stream().map(PostedMessage::pingedRoles).toList());
        assertTrue(sent.stream().noneMatch(PostedMessage::pingedEveryone));
        assertTrue(sent.stream().allMatch(message -> message.pingedUsers().isEmpty()));
    }

    @Test
    void messagesAreReadEditedAndDeleted() {
        FakeChannel desk = guild.text("desk");
        Message message = text(desk).sendMessage("draft").complete();

        message.editMessage("final").complete();

        assertEquals(
                "final",
                text(desk).retrieveMessageById(message.getId()).complete().getContentRaw());
        assertEquals(1, text(desk).getHistory().retrievePast(10).complete().size());
        message.delete().complete();
        assertTrue(discord.recorder().messages(desk).getFirst().deleted());
        assertEquals(ErrorResponse.UNKNOWN_MESSAGE, refusal(text(desk).retrieveMessageById(message.getId())));
    }

    @Test
    void writesToPeopleUntilTheyCloseTheirDoor() {
        FakeUser shy = discord.world().user("Shy");
        var direct = jda.api().openPrivateChannelById(shy.id()).complete();
        direct.sendMessage("hello").complete();

        discord.world().directMessages(shy).close();

        assertEquals(ErrorResponse.CANNOT_SEND_TO_USER, refusal(direct.sendMessage("again")));
    }

    private TextChannel text() {
        return text(channel);
    }

    private TextChannel text(FakeChannel of) {
        discord.await("JDA knows #" + of.name(), () -> jda.api().getTextChannelById(of.id()) != null);
        return Objects.requireNonNull(jda.api().getTextChannelById(of.id()));
    }

    private static ErrorResponse refusal(RestAction<?> action) {
        return assertThrows(ErrorResponseException.class, action::complete).getErrorResponse();
    }
}

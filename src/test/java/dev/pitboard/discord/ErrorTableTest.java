package dev.pitboard.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.card.Card;
import dev.pitboard.card.Tone;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Outcome;
import dev.pitboard.delivery.Post;
import dev.pitboard.loopback.discord.FakeChannel;
import dev.pitboard.loopback.discord.Permissions;
import dev.pitboard.loopback.discord.Recorder;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Discord's error codes and what each means for a message, a row each. Above all of them: nothing is deleted because of an
 * error. The server refuses by itself for the cause in the row, or says what it is told to.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ErrorTableTest {
    /** Not connected: what is tested needs no gateway, and each row has a server of its own making. */
    private final Paddock paddock = new Paddock();

    @AfterAll
    void close() {
        paddock.close();
    }

    @ParameterizedTest(name = "{0} {1} {3}")
    @CsvSource(delimiter = '|', textBlock = """
        # status | code  | cause           | Discord's words               | outcome | for people
        404 | 10003  | channel deleted  | Unknown Channel               | Gone    | no longer exists
        404 | 10004  | told             | Unknown Guild                 | Gone    | no longer in it
        404 | 10013  | told             | Unknown User                  | Gone    | account
        404 | 10008  | message deleted  | Unknown Message               | Sent    | somebody has deleted
        404 | 10011  | told once        | Unknown Role                  | Sent    | Nobody was pinged
        404 | 10015  | told             | Unknown Webhook               | Failed  | 10015
        401 | 50027  | told             | Invalid Webhook Token         | Failed  | 50027
        404 | 10070  | told             | Unknown Guild Scheduled Event | Failed  | 10070
        400 | 180000 | told             | Cannot update a finished event | Failed | 180000
        400 | 30038  | told             | Maximum number of events      | Failed  | 30038
        403 | 40003  | told             | Opening DMs too fast          | Wait 60 | asks to wait
        400 | 40004  | told             | Send messages is disabled     | Wait 2  | switched this off
        503 | 40006  | told             | Feature is disabled           | Wait 2  | switched this off
        503 | 130000 | told             | API resource is overloaded    | Wait 2  | switched this off
        500 | 0      | told             | Internal Server Error         | Unsure  | status 500
        502 | 0      | told             | Bad Gateway                   | Unsure  | status 502
        503 | 0      | told             | Service Unavailable           | Wait 2  | status 503
        429 | 20016  | limited          | Slowmode                      | Wait 7  | asks to wait
        429 | 20028  | limited          | Channel write limit           | Wait 7  | asks to wait
        429 | 20029  | limited          | Server write limit            | Wait 7  | asks to wait
        429 | 40062  | limited          | Service resource limit        | Wait 7  | asks to wait
        429 | 0      | limited          | You are being rate limited.   | Wait 7  | asks to wait
        403 | 50001  | channel hidden   | Missing Access                | Blocked | View Channel
        403 | 50013  | channel silent   | Missing Permissions           | Blocked | Send Messages
        403 | 50007  | private closed   | Cannot send to this user      | Blocked | private messages
        403 | 50278  | told             | No mutual guilds              | Blocked | private messages
        403 | 99999  | told             | Something new                 | Blocked | Something new
        400 | 50035  | told             | Invalid Form Body             | Failed  | a bug of ours
        400 | 50006  | told             | Cannot send an empty message  | Failed  | a bug of ours
        400 | 50083  | told             | Thread is archived            | Blocked | archived
        403 | 160005 | thread locked    | Thread is locked              | Blocked | locked
        200 | 0      | thread archived  | -                             | Sent    | -
        400 | 40058  | forum            | Cannot send in a forum        | Blocked | one of its posts
        400 | 200000 | told             | Blocked by AutoMod            | Failed  | AutoMod
        400 | 200001 | told             | Title blocked by AutoMod      | Failed  | AutoMod
        400 | 240000 | told             | Harmful link                  | Failed  | harmful
        400 | 99999  | told             | Something new                 | Failed  | Something new
        200 | 0      | -                | -                             | Sent    | -
        """)
    void eachMeansSomethingForTheMessage(
            int status, int code, String cause, String words, String expected, String forPeople) {
        FakeChannel channel = cause(cause, status, code, words);
        int before = posts().size();

        Outcome outcome = paddock.bot.messenger().send(post(channel, cause));

        assertEquals(expected, summary(outcome), outcome.toString());
        assertTrue(forPeople.equals("-") || reason(outcome).contains(forPeople), outcome.toString());
        List<Recorder.Request> made = posts().subList(before, posts().size());
        assertEquals(cause.equals("told once") ? 2 : 1, made.size(), "it is not for the messenger to try again");
        assertEquals(status, made.getFirst().status(), "the row is what Discord said");
    }

    @Test
    void aTokenThatIsRefusedStopsEverythingAndSaysSo() {
        for (int code : List.of(0, 50014)) {
            try (Paddock own = new Paddock()) {
                own.discord.faults().refuseNext(1, 401, code, "Unauthorized", "POST .*/messages");

                Outcome outcome = own.bot.messenger().send(post(own.channel, "told"));

                assertEquals("Refused", summary(outcome));
                assertTrue(own.bot.condition().lasting(), own.bot.condition().toString());
                assertTrue(own.bot.condition().reason().contains("DISCORD_TOKEN"));
            }
        }
    }

    private FakeChannel cause(String cause, int status, int code, String words) {
        FakeChannel channel = paddock.guild.text("row");
        switch (cause) {
            case "channel deleted" -> channel.delete();
            case "channel hidden" -> channel.deny(Permissions.VIEW_CHANNEL);
            case "channel silent" -> channel.deny(Permissions.SEND_MESSAGES);
            case "forum" -> channel = paddock.guild.forum("row");
            case "thread locked" -> channel = channel.thread("row").archive().lock();
            case "thread archived" -> channel = channel.thread("row").archive();
            case "private closed" ->
                channel = paddock.discord.world().directMessages(paddock.fan).close();
            case "message deleted" -> {
                assertEquals("Sent", summary(paddock.bot.messenger().send(post(channel, cause))));
                channel.clear();
            }
            case "limited" ->
                paddock.discord.faults().limitNext(7, status, code, words, "POST .*" + channel.id() + "/messages");
            case "told", "told once" ->
                paddock.discord.faults().refuseNext(1, status, code, words, "POST .*" + channel.id() + "/messages");
            default -> assertEquals("-", cause);
        }
        return channel;
    }

    private static Post post(FakeChannel channel, String cause) {
        String role = cause.equals("told once") ? "4711" : null;
        Card card = Card.titled(Tone.LIVE, "Race 1").build();
        return new Post("m1", ChatRef.of(Platform.DISCORD, channel.id()), card, role, false, 1, null);
    }

    private List<Recorder.Request> posts() {
        return paddock.discord.recorder().requests();
    }

    private static String summary(Outcome outcome) {
        String word = outcome.getClass().getSimpleName();
        return outcome instanceof Outcome.Wait wait
                ? word + " " + wait.atLeast().toSeconds()
                : word;
    }

    private static String reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Sent(var _, String remark) -> String.valueOf(remark);
            case Outcome.Wait(var _, var _, String reason) -> reason;
            case Outcome.Unsure(String reason) -> reason;
            case Outcome.Failed(String reason) -> reason;
            case Outcome.InDoubt(String reason) -> reason;
            case Outcome.Blocked(String reason) -> reason;
            case Outcome.Denied(String reason) -> reason;
            case Outcome.Gone(String reason) -> reason;
            case Outcome.Moved(ChatRef to) -> to.toString();
            case Outcome.Refused(String reason) -> reason;
        };
    }
}

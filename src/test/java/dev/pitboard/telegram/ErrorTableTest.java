package dev.pitboard.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.delivery.Outcome;
import dev.pitboard.delivery.Post;
import dev.pitboard.loopback.telegram.Call;
import dev.pitboard.loopback.telegram.Events;
import dev.pitboard.loopback.telegram.Fault;
import dev.pitboard.loopback.telegram.Person;
import dev.pitboard.loopback.telegram.Standing;
import dev.pitboard.loopback.telegram.World;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Telegram's refusals and what each means for a message, a row each. Above all of them: nothing is deleted because of an
 * error. The service refuses by itself for the cause in the row, or says what it is told to.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrorTableTest {
    private final TelegramFixture bot = new TelegramFixture();
    private final World world = bot.telegram.world();
    private final Events events = bot.telegram.events();
    private final Person ana = world.person("Ana");

    @AfterAll
    void stop() {
        bot.close();
    }

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(delimiter = '|', textBlock = """
        # status | cause          | Telegram's words                                      | outcome | for people
        403 | blocked              | Forbidden: bot was blocked by the user                | Blocked | pressing Start
        403 | deactivated          | Forbidden: user is deactivated                        | Gone    | account was deleted
        403 | never started        | Forbidden: bot can't initiate conversation with a user | Blocked | pressing Start
        403 | kicked from group    | Forbidden: bot was kicked from the group chat         | Blocked | adding it again
        403 | kicked from super    | Forbidden: bot was kicked from the supergroup chat    | Blocked | adding it again
        403 | kicked from channel  | Forbidden: bot was kicked from the channel chat       | Blocked | adding it again
        403 | left                 | Forbidden: bot is not a member of the supergroup chat | Blocked | adding it again
        403 | group deleted        | Forbidden: the group chat was deleted                 | Gone    | group was deleted
        403 | told                 | Forbidden: something new                              | Failed  | something new
        400 | unknown chat         | Bad Request: chat not found                           | Gone    | no such chat
        400 | told                 | Bad Request: private chat not found                   | Gone    | no such chat
        400 | told                 | BAD REQUEST: CHAT NOT FOUND                           | Gone    | no such chat
        400 | told                 | Bad Request: the words chat not found stand elsewhere | Failed  | elsewhere
        400 | upgraded             | Bad Request: group chat was upgraded to a supergroup chat | Moved | telegram:-100
        400 | told                 | Bad Request: group chat was upgraded to a supergroup chat | Blocked | upgraded
        400 | topic deleted        | Bad Request: message thread not found                 | Sent    | topic is gone
        400 | told in a topic      | Bad Request: TOPIC_DELETED                            | Sent    | topic is gone
        400 | topic closed         | Bad Request: TOPIC_CLOSED                             | Blocked | Reopen it
        400 | silenced             | Bad Request: not enough rights to send text messages to the chat | Denied | not enough rights
        400 | told                 | bad request: NOT ENOUGH RIGHTS to send polls          | Denied  | NOT ENOUGH
        400 | told                 | Bad Request: have no rights to send a message         | Blocked | no rights
        400 | no admin in channel  | Bad Request: need administrator rights in the channel chat | Blocked | administrator rights
        400 | told                 | Bad Request: CHAT_WRITE_FORBIDDEN                     | Blocked | CHAT_WRITE_FORBIDDEN
        400 | told                 | Bad Request: can't parse entities: Unsupported tag    | Sent    | null
        400 | told                 | Bad Request: message is too long                      | Failed  | too long
        400 | told                 | Bad Request: something new                            | Failed  | something new
        409 | told                 | Conflict: terminated by other getUpdates request      | Wait    | Conflict
        401 | told                 | Unauthorized                                          | Refused | token
        404 | told                 | Not Found                                             | Refused | token
        413 | told                 | Request Entity Too Large                              | Failed  | Too Large
        429 | limited              | Too Many Requests: retry after 7                      | Wait    | retry after 7
        500 | told                 | Internal Server Error                                 | Wait    | Internal
        502 | told                 | Bad Gateway                                           | Wait    | Gateway
        """)
    void eachMeansSomethingForTheMessage(int status, String cause, String words, String expected, String forPeople) {
        ChatRef chat = cause(cause, status, words);
        int before = bot.telegram.recorder().calls().size();

        Outcome outcome = bot.connection
                .messenger()
                .send(new Post("m1", chat, TelegramFixture.card("Race 1"), null, false, 1, null));

        assertEquals(expected, outcome.getClass().getSimpleName(), outcome.toString());
        assertTrue(outcome.toString().contains(forPeople), outcome.toString());
        List<Call> made = bot.telegram.recorder().calls();
        made = made.subList(before, made.size());
        assertEquals(words, made.getFirst().description(), "the row is what Telegram said");
        assertEquals(status, made.getFirst().status());
        assertEquals(expected.equals("Sent") ? 2 : 1, made.size(), "only what is sent differently is sent again");
        assertTrue(made.stream().allMatch(call -> call.method().equals("sendMessage")));
    }

    /** Makes the next message to the chat go wrong for that cause. */
    private ChatRef cause(String cause, int status, String words) {
        return switch (cause) {
            case "blocked" -> {
                Person reader = reader();
                events.blocksBot(reader);
                yield TelegramFixture.chat(reader.id());
            }
            case "deactivated" -> {
                Person reader = reader();
                world.deactivate(reader);
                yield TelegramFixture.chat(reader.id());
            }
            case "never started" -> TelegramFixture.chat(world.person("Nobody").id());
            case "kicked from group" -> with(world.group("Row"), Standing.KICKED);
            case "kicked from super" -> with(world.supergroup("Row"), Standing.KICKED);
            case "kicked from channel" -> with(world.channel("Row"), Standing.KICKED);
            case "left" -> with(world.supergroup("Row"), Standing.LEFT);
            case "silenced" -> with(world.supergroup("Row"), Standing.SILENCED);
            case "no admin in channel" -> with(world.channel("Row"), Standing.MEMBER);
            case "group deleted" -> {
                long group = world.group("Row");
                world.delete(group);
                yield TelegramFixture.chat(group);
            }
            case "unknown chat" -> TelegramFixture.chat(-77);
            case "upgraded" -> {
                long group = world.group("Row");
                events.upgrades(ana, group);
                yield TelegramFixture.chat(group);
            }
            case "topic deleted", "topic closed", "told in a topic" -> topic(cause, status, words);
            case "limited" -> {
                bot.telegram.faults().failNext("sendMessage", 1, new Fault.TooManyRequests(7));
                yield TelegramFixture.chat(world.supergroup("Row"));
            }
            default -> {
                assertEquals("told", cause);
                bot.telegram.faults().failNext("sendMessage", 1, new Fault.Refused(status, words));
                yield TelegramFixture.chat(world.supergroup("Row"));
            }
        };
    }

    private ChatRef topic(String cause, int status, String words) {
        long forum = world.forum("Row");
        int topic = world.topic(forum);
        switch (cause) {
            case "topic deleted" -> world.deleteTopic(forum, topic);
            case "topic closed" -> world.closeTopic(forum, topic);
            default -> bot.telegram.faults().failNext("sendMessage", 1, new Fault.Refused(status, words));
        }
        return TelegramFixture.topic(forum, topic);
    }

    private ChatRef with(long chat, Standing standing) {
        world.bot(chat, standing);
        return TelegramFixture.chat(chat);
    }

    private Person reader() {
        Person reader = world.person("Reader");
        world.privateChat(reader);
        return reader;
    }
}

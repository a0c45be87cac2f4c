package dev.pitboard.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.card.Action;
import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Tone;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.ChatCommand.Choice;
import dev.pitboard.command.Signature.Access;
import dev.pitboard.command.Signature.Audience;
import dev.pitboard.command.Signature.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class RouterTest {
    private static final Parameter NAME = Parameter.search("name", "Whose");
    private static final Parameter PLAIN = Parameter.words("plain", "No suggestions", _ -> false, false);

    private final List<String> events = new ArrayList<>();
    private boolean ran;

    @Test
    void anAnswerGoesToWhoTheCommandIsFor() {
        Answer answer = answer(Access.EVERYONE, false, () -> card("hello"));

        assertEquals("hello", title(answer));
        assertEquals(Audience.PUBLIC, answer.audience());
    }

    @Test
    void onlyManagersRunWhatIsForManagers() {
        Answer refused = answer(Access.MANAGERS, false, () -> card("done"));

        assertFalse(ran);
        assertEquals(Tone.MISTAKE, refused.card().tone());
        assertEquals(Audience.PRIVATE, refused.audience());
        assertEquals("/try-it is for people with the Manage Server permission. Ask one of them.", text(refused));
        assertEquals("done", title(answer(Access.MANAGERS, true, () -> card("done"))));
    }

    @Test
    void aMistakeIsAnsweredPrivatelyWithItsSuggestions() {
        Action help = new Action.Run("Help", "help");

        Answer answer = answer(Access.EVERYONE, false, () -> {
            throw new UserError(Line.of("No such round."), List.of(help));
        });

        assertEquals(Audience.PRIVATE, answer.audience());
        assertEquals("No such round.", text(answer));
        assertEquals(List.of(help), answer.card().actions());
    }

    @Test
    void whatCannotBeReachedSaysThatNothingChanged() {
        Answer answer = answer(Access.EVERYONE, false, () -> {
            throw new Unavailable("The database is locked.", new IllegalStateException("busy"));
        });

        assertEquals(Audience.PRIVATE, answer.audience());
        assertTrue(text(answer).contains("nothing was changed"), text(answer));
    }

    @Test
    void aBugGivesANumberAndNoInsides() {
        Answer answer = answer(Access.EVERYONE, false, () -> {
            throw new IllegalStateException("secret insides");
        });

        assertEquals(Audience.PRIVATE, answer.audience());
        assertEquals(Tone.MISTAKE, answer.card().tone());
        assertTrue(text(answer).matches(".*the number [0-9a-f]{8}\\."), text(answer));
        assertFalse(answer.card().toString().contains("secret insides"));
        assertFalse(answer.card().toString().contains("Exception"));
    }

    @Test
    void anUnknownCommandIsAPrivateMistake() {
        Answer answer = router(Access.EVERYONE, () -> card("")).answer(request(List.of("try-itt"), false));

        assertEquals(Audience.PRIVATE, answer.audience());
        assertEquals("There is no command /try-itt. Did you mean /try-it?", text(answer));
    }

    @Test
    void onlyParametersThatCompleteAreAsked() {
        Router router = router(Access.EVERYONE, () -> card(""));

        assertEquals(
                List.of(new Choice("typed x", "x")), router.complete(request(List.of("try-it"), false), "name", "x"));
        assertEquals(List.of(), router.complete(request(List.of("try-it"), false), "plain", "x"));
        assertEquals(List.of(), router.complete(request(List.of("nothing"), false), "name", "x"));
    }

    @Test
    void aBugWhileCompletingSuggestsNothing() {
        Router router = router(Access.EVERYONE, () -> card(""));

        assertEquals(List.of(), router.complete(request(List.of("try-it"), false), "name", "boom"));
    }

    @Test
    void whoeverCountsIsToldOfEveryAnswer() {
        answer(Access.EVERYONE, false, () -> card("hello"));
        answer(Access.MANAGERS, false, () -> card("hello"));
        answer(Access.EVERYONE, false, () -> {
            throw new Unavailable("The database is locked.", new IllegalStateException("busy"));
        });
        answer(Access.EVERYONE, false, () -> {
            throw new IllegalStateException("bug");
        });
        router(Access.EVERYONE, () -> card("")).answer(request(List.of("typed", "by", "somebody"), false));

        assertEquals(
                List.of(
                        "discord try-it ANSWERED",
                        "discord try-it MISTAKE",
                        "discord try-it UNAVAILABLE",
                        "discord try-it BUG",
                        "discord unknown MISTAKE"),
                events);
    }

    private Answer answer(Access access, boolean manager, Supplier<Card> card) {
        return router(access, card).answer(request(List.of("try-it"), manager));
    }

    private Router router(Access access, Supplier<Card> card) {
        List<ChatCommand> commands = List.of(new ChatCommand() {
            @Override
            public Signature signature() {
                return new Signature(
                        List.of("try-it"), "Try it", List.of(NAME, PLAIN), access, Audience.PUBLIC, Work.MEMORY);
            }

            @Override
            public Card run(Request request) {
                ran = true;
                return card.get();
            }

            @Override
            public List<Choice> complete(Parameter parameter, String typed, Request soFar) {
                if (typed.equals("boom")) {
                    throw new IllegalStateException(typed);
                }
                return List.of(new Choice("typed " + typed, typed));
            }
        });
        return new Router(commands, (platform, command, result, took) -> {
            assertFalse(took.isNegative());
            events.add(platform.word() + " " + command + " " + result);
        });
    }

    private static Request request(List<String> path, boolean manager) {
        Caller caller = new Caller() {
            @Override
            public String id() {
                return "7";
            }

            @Override
            public boolean mayManage() {
                return manager;
            }
        };
        return new Request(caller, ChatRef.of(Platform.DISCORD, "1"), "1", path, Map.of(), Instant.EPOCH);
    }

    private static Card card(String title) {
        return Card.titled(Tone.INFO, title).build();
    }

    private static String title(Answer answer) {
        return CommandLineTest.text(answer.card().title());
    }

    private static String text(Answer answer) {
        return answer.card().blocks().getFirst() instanceof Block.Paragraph(Line line)
                ? CommandLineTest.text(line)
                : "";
    }
}

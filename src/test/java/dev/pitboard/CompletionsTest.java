package dev.pitboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.card.Card;
import dev.pitboard.card.Tone;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Router;
import dev.pitboard.command.Signature;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CompletionsTest {
    private final Router router = new Router(List.of(
            command("track", List.of(new ChatCommand.Choice("Spa", "spa"), new ChatCommand.Choice("Two", "two words"))),
            command("help", List.of())));

    @Test
    void theFirstWordIsACommand() {
        assertEquals(List.of("track", "help"), of("tr"));
        assertEquals(List.of("track", "help"), of("/"));
    }

    @Test
    void whatFollowsIsAValueOfOneWord() {
        assertEquals(List.of("spa"), of("track s"));
        assertTrue(of("help s").isEmpty());
        assertTrue(of("nosuch s").isEmpty());
    }

    private List<String> of(String typed) {
        return Completions.of(
                typed,
                router,
                path -> new Request(
                        new TerminalCaller(), ChatRef.of(Platform.TERMINAL, "t"), "t", path, Map.of(), Instant.EPOCH));
    }

    private static ChatCommand command(String name, List<ChatCommand.Choice> choices) {
        return new ChatCommand() {
            @Override
            public Signature signature() {
                return Signature.guide(name, name, Parameter.search("place", "where"));
            }

            @Override
            public Card run(Request request) {
                return Card.titled(Tone.INFO, name).build();
            }

            @Override
            public List<Choice> complete(Parameter parameter, String typed, Request soFar) {
                return choices;
            }
        };
    }
}

package dev.pitboard.discord;

import dev.pitboard.card.Card;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A command of a test. */
record FakeCommand(
        Signature signature, Function<Request, Card> answer, BiFunction<Request, String, List<Choice>> choices)
        implements ChatCommand {
    FakeCommand(Signature signature, Function<Request, Card> answer) {
        this(signature, answer, (_, _) -> List.of());
    }

    @Override
    public Card run(Request request) {
        return answer.apply(request);
    }

    @Override
    public List<Choice> complete(Parameter parameter, String typed, Request soFar) {
        return choices.apply(soFar, typed);
    }
}

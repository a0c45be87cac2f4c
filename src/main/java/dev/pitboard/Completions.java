package dev.pitboard;

import dev.pitboard.chat.Platform;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Router;
import dev.pitboard.command.Signature;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the last word of a typed line could become: words of commands, then values for what the command takes. */
final class Completions {
    private Completions() {}

    static List<String> of(String typed, Router router, Function<List<String>, Request> request) {
        String line = typed.stripLeading().replaceFirst("^/", "");
        List<String> words = List.of(line.split("\\s+", -1));
        List<String> before = words.subList(0, words.size() - 1);
        return router.signatures().stream()
                .flatMap(s -> next(s, before, words.getLast(), router, request))
                .distinct()
                .toList();
    }

    private static Stream<String> next(
            Signature signature,
            List<String> before,
            String typed,
            Router router,
            Function<List<String>, Request> request) {
        List<String> path = signature.path();
        if (before.size() < path.size()) {
            boolean fits = path.subList(0, before.size()).equals(before);
            return fits ? Stream.of(path.get(before.size())) : Stream.empty();
        }
        if (!before.subList(0, path.size()).equals(path)) {
            return Stream.empty();
        }
        return signature.parameters().stream()
                .filter(Parameter::completes)
                .filter(p -> p.platforms().contains(Platform.TERMINAL))
                .flatMap(p -> router.complete(request.apply(path), p.name(), typed).stream())
                .map(c -> c.value())
                .filter(v -> !v.isEmpty() && v.chars().noneMatch(Character::isWhitespace));
    }
}

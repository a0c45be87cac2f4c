package dev.pitboard.revision.command;

import dev.pitboard.command.Request;
import dev.pitboard.motorsport.Fixture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of typed lines that belong together though they stand apart: a bare number looks like part of a session's name. */
final class Together {
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\S)\\s+(\\d{1,3})");

    private Together() {}

    /** The number before "minutes", or after "in" or "+", that was taken for a part of the session's name, put back. */
    static Request put(Request request) {
        for (String name : List.of(SessionVerbs.TIME, SessionVerbs.AMOUNT)) {
            String value = request.argument(name).orElse("");
            String session = request.argument(SessionCommand.SESSION).orElse("");
            String unit = value.replaceFirst("^(?:in|\\+)\\s*", "");
            Matcher number = ENDS_IN_NUMBER.matcher(session);
            if (Amount.UNIT.matcher(unit).matches() && number.matches()) {
                String before = value.substring(0, value.length() - unit.length());
                return with(
                        request,
                        Map.of(SessionCommand.SESSION, number.group(1), name, before + number.group(2) + " " + unit));
            }
        }
        return request;
    }

    /** A note typed after the session: the longest beginning that names a session is the session. */
    static Request apart(Request request, SessionFinder finder) {
        String typed = request.argument(SessionCommand.SESSION).orElse("");
        if (request.argument(SessionVerbs.TEXT).isPresent()) {
            return request;
        }
        String[] words = typed.split("\\s+", -1);
        for (int i = words.length - 1; i > 0; i--) {
            Optional<Fixture> found =
                    finder.exactly(String.join(" ", List.of(words).subList(0, i)));
            if (found.isPresent()) {
                String text = String.join(" ", List.of(words).subList(i, words.length));
                return with(
                        request,
                        Map.of(
                                SessionCommand.SESSION,
                                found.get().session().id().toString(),
                                SessionVerbs.TEXT,
                                text));
            }
        }
        return request;
    }

    private static Request with(Request request, Map<String, String> arguments) {
        Map<String, String> all = new HashMap<>(request.arguments());
        all.putAll(arguments);
        return new Request(request.caller(), request.chat(), request.space(), request.path(), all, request.now());
    }
}

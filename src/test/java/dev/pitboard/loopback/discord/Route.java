package dev.pitboard.loopback.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A method and a path with {@code {}} for what varies, and who answers. Token routes need no Authorization header. */
record Route(String method, List<String> pattern, boolean byToken, Function<Call, Answer> handler) {

    static Route of(String method, String path, Function<Call, Answer> handler) {
        return new Route(method, List.of(path.split("/", -1)), false, handler);
    }

    static Route byToken(String method, String path, Function<Call, Answer> handler) {
        return new Route(method, List.of(path.split("/", -1)), true, handler);
    }

    /** What the variable parts are, or null when this is another route. */
    @Nullable
    List<String> match(String givenMethod, List<String> path) {
        if (!method.equals(givenMethod) || path.size() != pattern.size()) {
            return null;
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            if (pattern.get(i).equals("{}")) {
                names.add(path.get(i));
            } else if (!pattern.get(i).equals(path.get(i))) {
                return null;
            }
        }
        return names;
    }

    boolean isNewMessage() {
        return method.equals("POST") && pattern.equals(List.of("channels", "{}", "messages"));
    }

    String bucket() {
        return Integer.toHexString((method + pattern).hashCode());
    }
}

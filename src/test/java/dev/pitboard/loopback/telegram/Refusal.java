package dev.pitboard.loopback.telegram;

import java.util.Map;

/** An answer with {@code ok: false}, with the texts of the real service. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient Map<String, Long> parameters;

    Refusal(int code, String description) {
        this(code, description, Map.of());
    }

    Refusal(int code, String description, Map<String, Long> parameters) {
        super(description, null, false, false);
        this.code = code;
        this.parameters = parameters;
    }

    static Refusal badRequest(String why) {
        return new Refusal(400, "Bad Request: " + why);
    }

    static Refusal forbidden(String why) {
        return new Refusal(403, "Forbidden: " + why);
    }

    static Refusal tooManyRequests(long seconds) {
        return new Refusal(429, "Too Many Requests: retry after " + seconds, Map.of("retry_after", seconds));
    }

    int code() {
        return code;
    }

    String description() {
        return String.valueOf(getMessage());
    }

    Map<String, Long> parameters() {
        return parameters;
    }
}

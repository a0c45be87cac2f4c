package dev.pitboard.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import okhttp3.Headers;

/** What came of one request to Discord. */
sealed interface Reply {
    /** @param body missing when it was not JSON, as from a proxy in front of Discord */
    record Answered(int status, JsonNode body, Headers headers) implements Reply {
        /** Says with a 429 whose limit it is: user, global, or shared with others. */
        static final String SCOPE = "X-RateLimit-Scope";

        boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** Discord's own error code, 0 for none. */
        int code() {
            return body.path("code").asInt(0);
        }

        /** Whether it says to come back later because of too many requests; Discord has codes besides the status for it. */
        boolean isLimit() {
            return status == 429
                    || switch (code()) {
                        case 20016, 20028, 20029, 40003, 40062 -> true;
                        default -> false;
                    };
        }

        /** The longer of what header and body say, because either can be wrong; at least a moment. */
        Duration retryAfter() {
            double longer =
                    Math.max(seconds("Retry-After"), body.path("retry_after").asDouble(0));
            return Duration.ofMillis(Math.max(100, (long) Math.ceil(longer * 1000)));
        }

        /** When the limit of this route is fresh again. */
        Duration resetAfter() {
            return Duration.ofMillis((long) Math.ceil(seconds("X-RateLimit-Reset-After") * 1000));
        }

        /**
         * Whether a limit holds for the whole bot. A 429 that names no scope and came by no {@code Via} is from the proxy in
         * front, which blocks everything.
         */
        boolean isGlobalLimit() {
            String scope = headers.get(SCOPE);
            return body.path("global").asBoolean()
                    || headers.get("X-RateLimit-Global") != null
                    || "global".equals(scope)
                    || (status == 429 && scope == null && headers.get("Via") == null);
        }

        private double seconds(String name) {
            String header = headers.get(name);
            return header != null && header.matches("\\d+(\\.\\d+)?") ? Double.parseDouble(header) : 0;
        }
    }

    /** Nothing was sent. */
    record Unreached(String reason) implements Reply {}

    /** It was sent, wholly or in part, and no answer came. */
    record Lost(String reason) implements Reply {}
}

package dev.pitboard.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** What came of one request to Discord. */
sealed interface Reply {
    /** @param body missing when it was not JSON, as from a proxy in front of Discord */
    record Answered(int status, JsonNode body, Headers headers) implements Reply {
        boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** Discord's own error code, 0 for none. */
        int code() {
            return body.path("code").asInt(0);
        }

        /** The longer of what header and body say, because either can be wrong; at least a moment. */
        Duration retryAfter() {
            double header = seconds(headers.get("Retry-After"));
            double longer = Math.max(header, body.path("retry_after").asDouble(0));
            return Duration.ofMillis(Math.max(100, (long) Math.ceil(longer * 1000)));
        }

        /** Whether a limit holds for the whole bot; without {@code Via} it comes from the proxy, which blocks everything. */
        boolean isGlobalLimit() {
            return body.path("global").asBoolean()
                    || headers.get("X-RateLimit-Global") != null
                    || headers.get("Via") == null;
        }

        private static double seconds(@Nullable String header) {
            return header != null && header.matches("\\d+(\\.\\d+)?") ? Double.parseDouble(header) : 0;
        }
    }

    /** Nothing was sent. */
    record Unreached(String reason) implements Reply {}

    /** It was sent, wholly or in part, and no answer came. */
    record Lost(String reason) implements Reply {}
}

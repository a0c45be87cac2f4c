package dev.pitboard.telegram;

import com.pengrad.telegrambot.response.BaseResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came of a request. Reasons hold no secret. */
sealed interface Reply<R extends BaseResponse> {
    /** It was done. */
    record Done<R extends BaseResponse>(R response) implements Reply<R> {}

    /**
     * The service said no, in its own form; nothing was done.
     *
     * @param retryAfter seconds to wait, or null
     * @param migratedTo the group's new id, or null
     */
    record Refused<R extends BaseResponse>(
            int code,
            String description,
            @Nullable Integer retryAfter,
            @Nullable Long migratedTo) implements Reply<R> {
        /** Whether the description contains the words, in any case. */
        boolean says(String words) {
            return description.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
        }

        /** Whether the description begins with the words, in any case, after the name of the status. */
        boolean begins(String words) {
            String said = description.toLowerCase(Locale.ROOT).replaceFirst("^(bad request|forbidden): ?", "");
            return said.startsWith(words.toLowerCase(Locale.ROOT));
        }
    }

    /** It never left this machine, or something before the service turned it away; nothing was done. */
    record NotSent<R extends BaseResponse>(String reason) implements Reply<R> {}

    /** It was sent, but no answer came that can be read: it may have been done or not. */
    record Lost<R extends BaseResponse>(String reason) implements Reply<R> {}

    /** In a few words, for logs. */
    default String summary() {
        return switch (this) {
            case Done<R> _ -> "done";
            case Refused<R> refused -> refused.code() + " " + refused.description();
            case NotSent<R>(String reason) -> reason;
            case Lost<R>(String reason) -> reason;
        };
    }
}

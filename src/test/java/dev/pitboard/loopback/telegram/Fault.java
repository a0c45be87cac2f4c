package dev.pitboard.loopback.telegram;

import java.time.Duration;

/** A way in which a request can go wrong. */
public sealed interface Fault {
    /** A refusal in the service's own form; nothing was done. */
    record Refused(int code, String description) implements Fault {}

    /** 429 with {@code parameters.retry_after}; nothing was done. */
    record TooManyRequests(int retryAfterSeconds) implements Fault {}

    /** A gateway's error page instead of JSON; nothing was done. */
    record HtmlPage(int code) implements Fault {}

    /** A status without a body; nothing was done. */
    record EmptyBody(int code) implements Fault {}

    /** The connection is closed without an answer; nothing was done. */
    record DroppedBefore() implements Fault {}

    /** The request is carried out, then the connection is closed without an answer. */
    record DroppedAfter() implements Fault {}

    /** The request is carried out, then a gateway's error page comes back. */
    record HtmlPageAfter(int code) implements Fault {}

    /** The request is carried out at once, its answer comes late. */
    record Late(Duration delay) implements Fault {}
}

package dev.pitboard.loopback.discord;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A request that Discord would refuse: HTTP status, JSON error code and what is wrong. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    Refusal(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** 50035, with the offending field as Discord reports it. */
    static Refusal form(String field, String problem) {
        return new Refusal(400, 50035, "Invalid Form Body\n" + field + ": " + problem);
    }

    static void unless(boolean allowed, String field, String problem) {
        if (!allowed) {
            throw form(field, problem);
        }
    }

    static Refusal unknownChannel() {
        return new Refusal(404, 10003, "Unknown Channel");
    }

    static Refusal unknownMessage() {
        return new Refusal(404, 10008, "Unknown Message");
    }

    static Refusal missingAccess() {
        return new Refusal(403, 50001, "Missing Access");
    }

    static Refusal missingPermissions() {
        return new Refusal(403, 50013, "Missing Permissions");
    }

    int code() {
        return code;
    }

    /** With the seconds to wait. */
    Answer answer(double retryAfter) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("message", getMessage()).put("code", code).put("retry_after", retryAfter);
        return Answer.json(status, body);
    }

    Answer answer() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("message", getMessage()).put("code", code);
        return Answer.json(status, body);
    }
}

package dev.pitboard.loopback.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Where the world tells what happened; the gateway passes it to the sessions concerned. */
@FunctionalInterface
interface Events {
    /** Sends one dispatch about a guild, or about a direct message when there is none. */
    void push(@Nullable FakeGuild guild, String type, ObjectNode data);
}

package dev.pitboard.loopback.discord;

import java.util.List;

/** Whom a message really notified. */
record Pings(List<String> roles, List<String> users, boolean everyone) {
    static final Pings NONE = new Pings(List.of(), List.of(), false);
}

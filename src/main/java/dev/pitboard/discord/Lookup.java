package dev.pitboard.discord;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pitboard.delivery.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.StreamSupport;
import net.dv8tion.jda.api.utils.TimeUtil;

/** Looks whether a message is there already. It is known by its buttons, which carry the ledger's id. */
final class Lookup {
    /** How many messages of a channel are looked through at once. */
    static final int LOOKED_THROUGH = 50;

    /** How far our clock may be from Discord's, whose time the ids of messages carry. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private static final String UNREADABLE =
            "An earlier attempt may have arrived, and I can't read the channel to see.";
    private static final String TOO_MUCH_SINCE =
            "An earlier attempt may have arrived, and too much was said since to see.";

    /** What a look found. */
    sealed interface Found {
        /** It is there, under this id. */
        record There(String messageRef) implements Found {}

        /** It certainly isn't. */
        record Nowhere() implements Found {}

        /** This look can't say; that is what to tell of the message. */
        record Unknown(Outcome outcome) implements Found {}
    }

    private final Rest rest;
    private final Servers servers;

    Lookup(Rest rest, Servers servers) {
        this.rest = rest;
        this.servers = servers;
    }

    static String route(String channel) {
        return Rest.route("GET", path(channel));
    }

    /**
     * Looks through the channel's last messages, and where those don't reach back far enough through the first after
     * {@code since}.
     *
     * @param mark what its buttons' ids begin with
     * @param since before which it can't have been posted
     */
    Found look(String channel, String mark, Instant since) {
        Reply reply = rest.get(path(channel) + "?limit=" + LOOKED_THROUGH);
        if (!(reply instanceof Reply.Answered latest && latest.isSuccess())) {
            return new Found.Unknown(unanswered(reply));
        }
        Found found = in(latest.body(), mark);
        if (found instanceof Found.There) {
            return found;
        }
        if (latest.body().isEmpty() && !servers.canReadHistory(channel).orElse(false)) {
            return new Found.Unknown(nothingSeen(channel));
        }
        Instant from = since.minus(SLACK);
        JsonNode oldest = latest.body().path(latest.body().size() - 1);
        return latest.body().size() < LOOKED_THROUGH || !time(oldest).isAfter(from)
                ? found
                : lookBackAt(channel, mark, from, oldest);
    }

    /** Discord shows nothing, as it does to who may not read. Right after a start it isn't known yet whether we may. */
    private Outcome nothingSeen(String channel) {
        boolean mayBeKnownSoon = servers.canReadHistory(channel).isEmpty() && !servers.areAllKnown();
        return mayBeKnownSoon
                ? new Outcome.Wait(Outcomes.SERVER_TROUBLE, false, "Discord has not told yet whether I can read there.")
                : new Outcome.InDoubt(UNREADABLE);
    }

    /** @param oldest what was looked through already, from there on */
    private Found lookBackAt(String channel, String mark, Instant from, JsonNode oldest) {
        Reply reply = rest.get(path(channel) + "?limit=" + LOOKED_THROUGH + "&after="
                + TimeUtil.getDiscordTimestamp(from.toEpochMilli()));
        if (!(reply instanceof Reply.Answered after && after.isSuccess())) {
            return new Found.Unknown(unanswered(reply));
        }
        Found found = in(after.body(), mark);
        boolean complete = !time(after.body().path(0)).isBefore(time(oldest));
        return found instanceof Found.There || complete
                ? found
                : new Found.Unknown(new Outcome.InDoubt(TOO_MUCH_SINCE));
    }

    private static Found in(JsonNode messages, String mark) {
        return StreamSupport.stream(messages.spliterator(), false)
                .filter(m -> m.findValuesAsText("custom_id").stream().anyMatch(id -> id.startsWith(mark)))
                .findFirst()
                .<Found>map(m -> new Found.There(m.path("id").asText()))
                .orElseGet(Found.Nowhere::new);
    }

    /** Nothing is posted by a look, so whatever was lost may be asked again. */
    private static Outcome unanswered(Reply reply) {
        return switch (reply) {
            case Reply.Answered answer when answer.status() == 403 -> new Outcome.InDoubt(UNREADABLE);
            case Reply.Answered answer ->
                Outcomes.of(answer) instanceof Outcome.Unsure(String reason)
                        ? new Outcome.Wait(Outcomes.SERVER_TROUBLE, false, reason)
                        : Outcomes.of(answer);
            case Reply.Lost(String reason) -> new Outcome.Wait(Outcomes.UNREACHED, true, reason);
            case Reply.Unreached(String reason) -> new Outcome.Wait(Outcomes.UNREACHED, true, reason);
        };
    }

    private static String path(String channel) {
        return "channels/" + channel + "/messages";
    }

    private static Instant time(JsonNode message) {
        String id = message.path("id").asText("0");
        return id.matches("\\d{1,19}")
                ? TimeUtil.getTimeCreated(Long.parseUnsignedLong(id)).toInstant()
                : Instant.EPOCH;
    }
}

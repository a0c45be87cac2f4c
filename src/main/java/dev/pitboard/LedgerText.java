package dev.pitboard;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pitboard.delivery.DeliveryRecord;
import dev.pitboard.delivery.DeliveryState;
import dev.pitboard.delivery.Promise;
import dev.pitboard.reminder.Start;
import dev.pitboard.subscription.LeadTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How rows of the ledger look on the command line: as a table for people, as JSON for programs. Times are in UTC. */
final class LedgerText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final List<String> HEAD =
            List.of("DUE", "STATE", "LATE", "CHAT", "LEAD", "SESSION", "MESSAGE", "POST", "SETTLED", "REASON");

    private LedgerText() {}

    /** A line of titles, then one for each row. */
    static List<String> table(List<DeliveryRecord> records) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEAD);
        records.forEach(r -> lines.add(cells(r)));
        int[] widths = new int[HEAD.size()];
        lines.forEach(cells ->
                Arrays.setAll(widths, i -> Math.max(widths[i], cells.get(i).length())));
        return lines.stream().map(cells -> line(cells, widths)).toList();
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            line.append(cell).repeat(' ', widths[i] - cell.length() + 2);
        }
        return line.toString().stripTrailing();
    }

    private static List<String> cells(DeliveryRecord one) {
        Promise promise = one.promise();
        Duration late = late(one);
        return List.of(
                toTheSecond(promise.due()),
                one.state().word(),
                late == null ? "-" : late.toSeconds() + "s",
                one.chat().toString(),
                switch (promise) {
                    case Promise.OfReminder reminder -> reminder.lead().text();
                    case Promise.OfNotice notice -> "rev " + notice.revision();
                },
                promise.subject(),
                orDash(one.messageId()),
                orDash(one.messageRef()),
                one.settled() == null ? "-" : toTheSecond(one.settled()),
                // A platform's words stand in it: they must not steer the terminal.
                CONTROL.matcher(orDash(one.reason())).replaceAll(" "));
    }

    private static String toTheSecond(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "-" : text;
    }

    /** How long after its due instant it was there, or null when it was not sent. */
    private static @Nullable Duration late(DeliveryRecord one) {
        return one.state() == DeliveryState.SENT && one.settled() != null
                ? Duration.between(one.promise().due(), one.settled())
                : null;
    }

    /** An object for each row. */
    static List<String> json(List<DeliveryRecord> records) {
        return records.stream().map(LedgerText::json).toList();
    }

    private static String json(DeliveryRecord one) {
        Promise promise = one.promise();
        Duration late = late(one);
        ObjectNode row = JSON.createObjectNode()
                .put("id", promise.deliveryId())
                .put("state", one.state().word())
                .put("platform", one.chat().platform().word())
                .put("chat", one.chat().id())
                .put("topic", one.chat().topic());
        switch (promise) {
            case Promise.OfReminder(var _, var _, Start start, LeadTime lead, Instant at, var _) ->
                row.put("session", start.session().toString())
                        .put("part", start.part())
                        .put("leadMinutes", lead.before().toMinutes())
                        .put("starts", at.toString())
                        .putNull("revision");
            case Promise.OfNotice notice -> {
                // Of a round it is the round, without a session.
                String[] subject = notice.subject().split("#", 2);
                row.put("session", subject[0])
                        .put("part", subject.length > 1 ? subject[1] : null)
                        .putNull("leadMinutes")
                        .putNull("starts")
                        .put("revision", notice.revision());
            }
        }
        row.put("due", promise.due().toString())
                .put("expires", promise.expires().toString())
                .put("message", one.messageId())
                .put("post", one.messageRef())
                .put("settled", one.settled() == null ? null : one.settled().toString())
                .put("lateMillis", late == null ? null : late.toMillis())
                .put("reason", one.reason());
        return row.toString();
    }

    /** A line for each state there is. */
    static List<String> table(Map<DeliveryState, Long> counts) {
        return Arrays.stream(DeliveryState.values())
                .filter(counts::containsKey)
                .map(s -> "%-10s  %d".formatted(s.word(), counts.get(s)))
                .toList();
    }

    /** One object with every state, also where there is none in it. */
    static String json(Map<DeliveryState, Long> counts) {
        ObjectNode all = JSON.createObjectNode();
        for (DeliveryState state : DeliveryState.values()) {
            all.put(state.word(), counts.getOrDefault(state, 0L));
        }
        return all.toString();
    }
}

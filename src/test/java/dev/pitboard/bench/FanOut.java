package dev.pitboard.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a fan-out looked like from the platform.
 *
 * @param chats how many were owed a message
 * @param posts the chat and the instant of each message that was accepted
 * @param arrivals every request that counts towards the platform's limit, refused ones too, from the start
 * @param refused how many of these were answered with 429
 * @param idle commands before the first message, busy: until the last; null where none were sent
 */
record FanOut(
        String sender,
        int chats,
        Instant due,
        List<Post> posts,
        Arrivals arrivals,
        long refused,
        CommandProbe.@Nullable Answers idle,
        CommandProbe.@Nullable Answers busy,
        double cpu,
        double serverCpu,
        OptionalLong threads,
        Heap heap) {

    record Post(String chat, Instant at) {}

    /** Bytes of living objects: connected and idle, with half of the messages sent, and after the last. */
    record Heap(OptionalLong before, OptionalLong halfway, OptionalLong after) {
        @Override
        public String toString() {
            return megabytes(before) + "/" + megabytes(halfway) + "/" + megabytes(after);
        }
    }

    double perSecond() {
        return arrivals(posts).perSecond();
    }

    /** When the compiler has done most of its work. */
    private double perSecondOfTheSecondHalf() {
        List<Post> sorted =
                posts.stream().sorted(Comparator.comparing(Post::at)).toList();
        return arrivals(sorted.subList(sorted.size() / 2, sorted.size())).perSecond();
    }

    private static Arrivals arrivals(List<Post> of) {
        return Arrivals.of(of.stream().map(Post::at).toList());
    }

    int delivered() {
        return new HashSet<>(posts.stream().map(Post::chat).toList()).size();
    }

    int doubled() {
        return posts.size() - delivered();
    }

    /** First, middle and last message against the due instant, in seconds; below zero is early. */
    String lateness() {
        List<Instant> at = posts.stream().map(Post::at).sorted().toList();
        return at.isEmpty()
                ? "-"
                : String.join(
                        "/",
                        seconds(Duration.between(due, at.getFirst())),
                        seconds(Duration.between(due, at.get(at.size() / 2))),
                        seconds(Duration.between(due, at.getLast())));
    }

    /** One column for each fan-out. */
    static Table table(String title, List<FanOut> columns) {
        List<String> heads = new ArrayList<>(List.of(""));
        columns.forEach(column -> heads.add(column.sender()));
        Table table = new Table(title, heads);
        List<Map<String, String>> cells = columns.stream().map(FanOut::cells).toList();
        for (String name : cells.getFirst().keySet()) {
            List<String> row = new ArrayList<>(List.of(name));
            cells.forEach(column -> row.add(column.getOrDefault(name, "")));
            table.row(row);
        }
        return table;
    }

    private Map<String, String> cells() {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("messages/s", number(perSecond()));
        cells.put("messages/s, second half", number(perSecondOfTheSecondHalf()));
        cells.put("delivered, doubled", delivered() + " of " + chats + ", " + doubled());
        cells.put("refused with 429", Long.toString(refused));
        cells.put("most arrivals in any second", Integer.toString(arrivals.mostInASecond()));
        cells.put("first/median/last against due, s", lateness());
        cells.put("command answered, busy, p50/p95/p99/max ms", busy == null ? "-" : busy.toString());
        cells.put("command answered, idle, p50/p95/p99/max ms", idle == null ? "-" : idle.toString());
        cells.put("processor, s a second (sender, server)", number(cpu) + ", " + number(serverCpu));
        cells.put("most threads", whole(threads));
        cells.put("living objects before/halfway/after, MB", heap.toString());
        return cells;
    }

    static String megabytes(OptionalLong bytes) {
        return bytes.isPresent() ? String.format(Locale.ROOT, "%.1f", bytes.getAsLong() / 1e6) : "-";
    }

    static String whole(OptionalLong count) {
        return count.isPresent() ? Long.toString(count.getAsLong()) : "-";
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 1000 ? "%.1f" : "%,.0f", value);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f", duration.toMillis() / 1000.0);
    }
}

package dev.pitboard.importing;

import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Tone;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.CommandLine;
import dev.pitboard.command.Spelling;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.RoundId;
import dev.pitboard.revision.Proposal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An import before it is approved: what it asks, what would change, and who would be told. */
public final class PreviewCard {
    /** More are asked when these are answered. */
    private static final int QUESTIONS = 8;

    private static final int LABEL = 36;

    private PreviewCard() {}

    /** The card as it is shown on that platform, with its buttons. */
    public static Card of(ImportPreview preview, Platform platform) {
        Proposal proposal = preview.proposal();
        Resolution resolution = preview.resolution();
        List<Asked> open = resolution.open();
        Card.Builder card = Card.titled(
                        open.isEmpty() ? Tone.INFO : Tone.WARNING,
                        "Import " + proposal.id() + ": " + counts(resolution))
                .again("import show id=" + proposal.id());
        questions(card, proposal.id(), open, platform);
        Map<String, String> names = names(preview);
        rounds(resolution).forEach((_, items) -> round(card, items, names));
        reasons(card, resolution);
        card.divider();
        card.paragraph(pings(preview));
        card.quiet(source(proposal));
        buttons(card, preview, open);
        return card.build();
    }

    /** "4 new, 1 moved, 2 questions". */
    public static String counts(Resolution resolution) {
        List<String> counts = new ArrayList<>();
        for (Fate fate :
                List.of(Fate.NEW, Fate.MOVED, Fate.RESTORED, Fate.CANCELLED, Fate.CHANGED, Fate.GONE, Fate.SAME)) {
            long count = resolution.count(fate);
            if (count > 0) {
                counts.add(count + " " + ItemLines.word(fate));
            }
        }
        int open = resolution.open().size();
        if (open > 0) {
            counts.add(open == 1 ? "1 question" : open + " questions");
        }
        return counts.isEmpty() ? "nothing to take in" : String.join(", ", counts);
    }

    private static void questions(Card.Builder card, long id, List<Asked> open, Platform platform) {
        if (open.isEmpty()) {
            return;
        }
        card.heading(open.size() == 1 ? "A question" : open.size() + " questions");
        List<Block.Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(QUESTIONS, open.size()); i++) {
            Asked asked = open.get(i);
            String line = Spelling.of("import answer", platform) + " id=" + id + " key="
                    + CommandLine.quoted(asked.key()) + " value=…";
            rows.add(new Block.Row(
                    Line.of(String.valueOf(i + 1)),
                    Line.of(asked.text()),
                    List.of(
                            Line.of((asked.line() > 0 ? "Line " + asked.line() + ". " : "") + "It takes "
                                    + asked.takes() + "."),
                            Line.empty().code(line))));
        }
        card.rows(rows);
        if (open.size() > QUESTIONS) {
            card.paragraph("… and " + (open.size() - QUESTIONS) + " more.");
        }
    }

    private static Map<RoundId, List<Item>> rounds(Resolution resolution) {
        Map<RoundId, List<Item>> rounds = new LinkedHashMap<>();
        for (Item item : resolution.items()) {
            if (item.round() != null && item.fate() != Fate.LEFT_OUT && item.fate() != Fate.IMPOSSIBLE) {
                rounds.computeIfAbsent(item.round().id(), _ -> new ArrayList<>())
                        .add(item);
            }
        }
        return rounds;
    }

    /** The names of the series, as far as they are or will be on the timetable. */
    private static Map<String, String> names(ImportPreview preview) {
        Map<String, String> names = new HashMap<>();
        preview.effects().stream().flatMap(e -> e.after().series().stream()).forEach(s -> names.put(s.id(), s.name()));
        return names;
    }

    private static void round(Card.Builder card, List<Item> items, Map<String, String> names) {
        Round round = Objects.requireNonNull(items.getFirst().round());
        boolean isNew = items.stream().allMatch(i -> i.fate() == Fate.NEW);
        card.heading(round.name()
                + (round.number() == null ? "" : ", round " + round.number())
                + (isNew ? " (new)" : "") + " · "
                + names.getOrDefault(round.id().series(), round.id().series()) + " "
                + round.id().year());
        card.quiet("Times at the track, " + round.circuit().zone() + ".");
        card.rows(items.stream()
                .sorted(ItemLines.inOrder())
                .map(i -> ItemLines.row(i, round.circuit().zone()))
                .toList());
    }

    private static void reasons(Card.Builder card, Resolution resolution) {
        List<Block.Row> waiting = new ArrayList<>();
        List<Block.Row> left = new ArrayList<>();
        for (Item item : resolution.items()) {
            if (item.round() == null && !item.open().isEmpty()) {
                waiting.add(ItemLines.unplaced(item, "waits for an answer"));
            } else if (item.fate() == Fate.LEFT_OUT || item.fate() == Fate.IMPOSSIBLE) {
                left.add(ItemLines.unplaced(item, Objects.requireNonNullElse(item.reason(), "")));
            }
        }
        if (!waiting.isEmpty()) {
            card.heading("Not placed yet").rows(waiting);
        }
        if (!left.isEmpty()) {
            card.heading("Not taken in").rows(left);
        }
    }

    /** Who would be told, and which reminders that changes. */
    static Line pings(ImportPreview preview) {
        long told = preview.chats().values().stream().mapToLong(Long::longValue).sum();
        List<String> reminders = new ArrayList<>();
        add(reminders, preview.moved(), "move");
        add(reminders, preview.again(), "are sent again");
        add(reminders, preview.dropped(), "are dropped");
        Line line = told == 0
                ? Line.of("Nobody gets a notice of it.")
                : Line.strongly(told == 1 ? "1 chat" : told + " chats")
                        .text((told == 1 ? " gets" : " get") + " a notice" + platforms(preview.chats())
                                + (preview.quiet() ? ", without a ping." : "."));
        return reminders.isEmpty() ? line : line.text(" Reminders: " + String.join(", ", reminders) + ".");
    }

    private static String platforms(Map<Platform, Long> chats) {
        List<String> each = new ArrayList<>();
        chats.forEach((platform, count) -> each.add(count + " on " + ItemLines.name(platform)));
        return " (" + String.join(", ", each) + ")";
    }

    private static void add(List<String> all, long count, String what) {
        if (count > 0) {
            all.add(count + " " + what);
        }
    }

    private static Line source(Proposal proposal) {
        Line line = Line.of("Read from " + proposal.source() + ". Nothing changes before it is approved.");
        if (proposal.answers().isEmpty()) {
            return line;
        }
        List<String> answers = new ArrayList<>();
        proposal.answers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> answers.add(e.getKey() + " = " + e.getValue()));
        return line.text(" Answered: " + String.join(", ", answers) + ".");
    }

    private static void buttons(Card.Builder card, ImportPreview preview, List<Asked> open) {
        String id = " id=" + preview.proposal().id();
        String seen = " seen=" + preview.fingerprint();
        boolean something = !preview.resolution().plans().isEmpty();
        if (open.isEmpty() && something) {
            card.run("Approve", "import approve" + id + seen);
        }
        if (!open.isEmpty()) {
            @Nullable Asked first = open.getFirst();
            for (String suggestion : first.suggestions()) {
                String label = "1: " + suggestion;
                card.run(
                        label.length() <= LABEL ? label : label.substring(0, LABEL - 1) + "…",
                        "import answer" + id + " key=" + CommandLine.quoted(first.key()) + " value="
                                + CommandLine.quoted(suggestion));
            }
            if (something) {
                card.run("Approve the rest", "import approve" + id + seen + " part=yes");
            }
        }
        card.run("Drop", "import drop" + id);
    }
}

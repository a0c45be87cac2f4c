package dev.pitboard.seasons;

import dev.pitboard.motorsport.Points;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.Source;
import dev.pitboard.motorsport.WeekendFormat;
import dev.pitboard.seasons.SeriesFile.FormatFile;
import dev.pitboard.seasons.SeriesFile.ItemFile;
import dev.pitboard.seasons.SeriesFile.RuleFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks {@code series.yaml} and makes a series of it, still without seasons. */
final class SeriesReader {
    private SeriesReader() {}

    static @Nullable Series read(String id, SeriesFile file, Report report) {
        At root = report.root();
        String name = Words.name(file.name(), root.key("name"));
        List<String> aliases = Words.names(file.aliases(), root.key("aliases"));
        List<SessionKind> kinds = kinds(file.kinds(), root.key("kinds"));
        var links = Words.links(file.links(), root.key("links"));
        WeekendFormat format = format(file.format(), root.key("format"));
        Points points = points(file.points(), root.key("points"));
        Source source = Words.source(file.source(), root.key("source"));
        if (name == null || source == null) {
            return null;
        }
        return new Series(id, name, aliases, kinds, links, format, points, source, List.of());
    }

    private static List<SessionKind> kinds(@Nullable List<@Nullable String> words, At at) {
        List<SessionKind> kinds = new ArrayList<>();
        for (int i = 0; words != null && i < words.size(); i++) {
            SessionKind kind = Words.kind(words.get(i), at.index(i));
            if (kind != null && kinds.contains(kind)) {
                at.index(i).error("\"" + kind.word() + "\" is in this list twice");
            } else if (kind != null) {
                kinds.add(kind);
            }
        }
        if (words != null && words.isEmpty()) {
            at.error("names no kind of session");
        }
        return kinds;
    }

    private static @Nullable WeekendFormat format(@Nullable FormatFile file, At at) {
        if (file == null) {
            return null;
        }
        List<WeekendFormat.Item> items = new ArrayList<>();
        for (int i = 0; file.items() != null && i < file.items().size(); i++) {
            ItemFile item = file.items().get(i);
            if (item != null) {
                SessionKind kind =
                        Words.kind(item.kind(), at.key("items").index(i).key("kind"));
                if (kind != null && item.text() != null) {
                    items.add(new WeekendFormat.Item(kind, item.text()));
                }
            }
        }
        return new WeekendFormat(items, Words.list(file.notes()), Words.source(file.source(), at.key("source")));
    }

    private static @Nullable Points points(@Nullable List<@Nullable RuleFile> files, At at) {
        if (files == null) {
            return null;
        }
        List<Points.Rule> rules = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            RuleFile file = files.get(i);
            if (file != null) {
                Points.Rule rule = rule(file, at.index(i));
                if (rule != null) {
                    rules.add(rule);
                }
            }
        }
        return new Points(rules);
    }

    private static Points.@Nullable Rule rule(RuleFile file, At at) {
        List<Integer> scale = Words.list(file.scale());
        for (int i = 0; i < scale.size(); i++) {
            if (scale.get(i) < 0 || (i > 0 && scale.get(i) > scale.get(i - 1))) {
                at.key("scale").error("must go down from the points for first place, not below 0");
                break;
            }
        }
        String name = Words.name(file.name(), at.key("name"));
        Source source = Words.source(file.source(), at.key("source"));
        boolean confirmed = file.confirmed() == null || file.confirmed();
        return name == null || file.text() == null
                ? null
                : new Points.Rule(name, file.text(), scale, confirmed, source);
    }
}

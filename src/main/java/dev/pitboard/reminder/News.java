package dev.pitboard.reminder;

import dev.pitboard.card.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something new about a session or round, for a title.
 *
 * @param name such as "Race 1"
 * @param where such as "GT4 European Series, Barcelona"
 * @param what such as "cancelled"
 */
public record News(String name, String where, Line what) {
    /** So many names stand in a title. */
    private static final int NAMES = 3;

    /** One line that can be read on a lock screen: what is the same of several is said once. */
    public static Line title(List<News> all) {
        Map<Line, List<News>> same = new LinkedHashMap<>();
        all.forEach(n -> same.computeIfAbsent(n.what, _ -> new ArrayList<>()).add(n));
        Line title = Line.empty();
        for (Map.Entry<Line, List<News>> group : same.entrySet()) {
            title = title.text(title.isEmpty() ? "" : "; ")
                    .text(names(group.getValue()) + " · ")
                    .then(group.getKey());
        }
        return title;
    }

    /** "Race 1 and Race 2 · GT4 European Series, Barcelona". */
    public static String names(List<News> together) {
        String where = together.getFirst().where();
        if (together.stream().allMatch(n -> n.where().equals(where))) {
            return joined(together.stream().map(News::name).toList()) + " · " + where;
        }
        return joined(
                together.stream().map(n -> n.name() + " (" + n.where() + ")").toList());
    }

    /** "Race 1, Race 2 and 4 more". */
    static String joined(List<String> names) {
        int shown = names.size() <= NAMES ? names.size() : NAMES - 1;
        List<String> parts = new ArrayList<>(names.subList(0, shown));
        if (shown < names.size()) {
            parts.add((names.size() - shown) + " more");
        }
        String last = parts.removeLast();
        return parts.isEmpty() ? last : String.join(", ", parts) + " and " + last;
    }
}

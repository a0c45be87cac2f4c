package dev.pitboard.motorsport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a usual weekend of a series goes, item by item. */
public record WeekendFormat(
        List<Item> items, List<String> notes, @Nullable Source source) {
    public WeekendFormat {
        items = List.copyOf(items);
        notes = List.copyOf(notes);
    }

    /** One line of the format, such as race: "2 x 60 min, driver change halfway". */
    public record Item(SessionKind kind, String text) {}
}

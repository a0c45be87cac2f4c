package dev.pitboard.discord;

import java.util.ArrayList;
import java.util.List;

/** What of a card stands on one page. */
record Page(List<Part> parts) {
    /** What one page has room for besides its title and buttons. */
    record Room(int text, int components) {}

    Page {
        parts = List.copyOf(parts);
    }

    /** Lays the parts out on as few pages as they need, at least one. A heading never stands alone at the end of one. */
    static List<Page> of(List<Part> parts, Room room) {
        List<Page> pages = new ArrayList<>();
        List<Part> page = new ArrayList<>();
        for (Part part : parts) {
            page.add(part);
            if (textOf(page) > room.text() || componentsOf(page) > room.components()) {
                page.removeLast();
                List<Part> carried = headingsAtEnd(page);
                pages.add(new Page(trimmed(page)));
                page = new ArrayList<>(carried);
                page.add(part);
            }
        }
        List<Part> last = trimmed(page);
        if (!last.isEmpty() || pages.isEmpty()) {
            pages.add(new Page(last));
        }
        return pages;
    }

    /** The texts in order, those that go on in one display joined; an empty one stands for a divider. */
    List<String> displays() {
        List<String> displays = new ArrayList<>();
        for (Part part : parts) {
            switch (part) {
                case Part.Divider() -> displays.add("");
                case Part.Text text -> {
                    if (text.opens() || displays.isEmpty() || displays.getLast().isEmpty()) {
                        displays.add(text.markdown());
                    } else {
                        displays.add(displays.removeLast() + "\n" + text.markdown());
                    }
                }
            }
        }
        return displays;
    }

    private static int textOf(List<Part> parts) {
        return parts.stream()
                .mapToInt(p -> p instanceof Part.Text text ? text.markdown().length() + 1 : 0)
                .sum();
    }

    private static int componentsOf(List<Part> parts) {
        return new Page(parts).displays().size();
    }

    /** Takes the headings at the end away, unless there is nothing else. */
    private static List<Part> headingsAtEnd(List<Part> page) {
        int from = page.size();
        while (from > 0 && page.get(from - 1) instanceof Part.Text text && text.heads()) {
            from--;
        }
        List<Part> headings = from == 0 ? List.of() : List.copyOf(page.subList(from, page.size()));
        page.subList(page.size() - headings.size(), page.size()).clear();
        return headings;
    }

    /** Without dividers that divide nothing. */
    private static List<Part> trimmed(List<Part> page) {
        List<Part> trimmed = new ArrayList<>();
        for (Part part : page) {
            boolean useless =
                    part instanceof Part.Divider && (trimmed.isEmpty() || trimmed.getLast() instanceof Part.Divider);
            if (!useless) {
                trimmed.add(part);
            }
        }
        if (!trimmed.isEmpty() && trimmed.getLast() instanceof Part.Divider) {
            trimmed.removeLast();
        }
        return trimmed;
    }
}

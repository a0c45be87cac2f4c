package dev.pitboard.telegram;

import java.util.ArrayList;
import java.util.List;

/** Divides pieces over as few messages as they need. */
final class Pages {
    private final int mostLength;
    private final int mostEntities;
    private final List<Page> pages = new ArrayList<>();
    private final List<Piece> page = new ArrayList<>();
    private int length;
    private int entities;

    private Pages(int mostLength, int mostEntities) {
        this.mostLength = mostLength;
        this.mostEntities = mostEntities;
    }

    static List<Page> of(List<Piece> pieces) {
        return of(pieces, Limits.TEXT, Limits.ENTITIES);
    }

    static List<Page> of(List<Piece> pieces, int mostLength, int mostEntities) {
        var pages = new Pages(mostLength, mostEntities);
        for (Piece piece : pieces) {
            piece.divided(mostLength, mostEntities).forEach(pages::add);
        }
        pages.turn();
        return List.copyOf(pages.pages);
    }

    private void add(Piece piece) {
        if (!page.isEmpty() && !fits(piece)) {
            var leading = new ArrayList<Piece>();
            while (page.size() > 1 && page.getLast().leads()) {
                leading.addFirst(page.removeLast());
            }
            turn();
            leading.forEach(this::put);
            if (!page.isEmpty() && !fits(piece)) {
                turn();
            }
        }
        put(piece);
    }

    private boolean fits(Piece piece) {
        return length + piece.gap() + piece.length() <= mostLength && entities + piece.entities() <= mostEntities;
    }

    private void put(Piece piece) {
        length += (page.isEmpty() ? 0 : piece.gap()) + piece.length();
        entities += piece.entities();
        page.add(piece);
    }

    private void turn() {
        var html = new StringBuilder();
        var text = new StringBuilder();
        for (Piece piece : page) {
            String gap = html.isEmpty() ? "" : "\n".repeat(piece.gap());
            html.append(gap).append(piece.html());
            text.append(gap).append(piece.text());
        }
        if (!text.toString().isBlank()) {
            pages.add(new Page(html.toString(), text.toString()));
        }
        page.clear();
        length = 0;
        entities = 0;
    }
}

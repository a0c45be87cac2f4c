package dev.pitboard.importing;

import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Tone;
import dev.pitboard.revision.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is said when an import was approved, or could not be as it was seen. */
public final class ApprovedCard {
    private ApprovedCard() {}

    /** It was made: which revisions, who is told, and the way back. */
    public static Card of(Approval.Made made) {
        ImportPreview preview = made.preview();
        int open = preview.resolution().open().size();
        Card.Builder card = Card.titled(
                        Tone.DONE,
                        "Import " + preview.proposal().id() + " is in force: "
                                + PreviewCard.counts(preview.resolution()))
                .again("import list");
        List<Block.Row> rows = new ArrayList<>();
        for (Revision revision : made.revisions()) {
            rows.add(new Block.Row(
                    Line.of("#" + revision.number()),
                    Line.of(revision.series() + " " + revision.year() + ", " + changes(revision))));
        }
        card.rows(rows);
        card.paragraph(PreviewCard.pings(preview));
        if (open > 0) {
            card.quiet("What is still asked was left out and waits.");
            card.run("The rest", "import show id=" + preview.proposal().id());
        }
        preview.resolution().items().stream()
                .filter(i -> i.open().isEmpty() && i.round() != null && i.after() != null)
                .findFirst()
                .ifPresent(i -> card.run(
                        "Timetable",
                        "timetable round=" + Objects.requireNonNull(i.round()).id()));
        made.revisions().stream().limit(3).forEach(r -> card.run("Undo #" + r.number(), "undo number=" + r.number()));
        return card.build();
    }

    private static String changes(Revision revision) {
        int count = revision.changes().size();
        return count == 1 ? "1 change" : count + " changes";
    }

    /** It is not any more what was seen. */
    public static Card different(Card preview) {
        Card.Builder card = Card.titled(Tone.WARNING, preview.title())
                .paragraph("Nothing was changed: this is not any more what you saw. Look again before you approve it.");
        preview.blocks().forEach(card::block);
        preview.actions().forEach(card::action);
        String again = preview.again();
        return again == null ? card.build() : card.again(again).build();
    }
}

package dev.pitboard.importing.command;

import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.card.Tone;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.command.Spelling;
import dev.pitboard.importing.Imports;
import dev.pitboard.revision.Proposal;
import java.util.ArrayList;
import java.util.List;

/** {@code /import list}: what waits to be approved. */
final class ImportList implements ChatCommand {
    private static final int BUTTONS = 5;

    private static final Signature SIGNATURE = Imported.signature("list", "The imports that wait to be approved");

    private final Imports imports;
    private final Rights rights;

    ImportList(Imports imports, Rights rights) {
        this.imports = imports;
        this.rights = rights;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Card run(Request request) {
        List<Proposal> open =
                imports.open().stream().filter(p -> rights.sees(request, p)).toList();
        if (open.isEmpty()) {
            return Card.titled(Tone.INFO, "No import waits")
                    .paragraph(Line.empty()
                            .then(Spelling.line("import", request.platform()))
                            .text(" reads a timetable."))
                    .build();
        }
        Card.Builder card =
                Card.titled(Tone.INFO, open.size() == 1 ? "An import waits" : open.size() + " imports wait");
        List<Block.Row> rows = new ArrayList<>();
        for (Proposal proposal : open) {
            rows.add(new Block.Row(
                    Line.of(Long.toString(proposal.id())),
                    Line.strongly(proposal.source()),
                    List.of(Line.of("begun ")
                            .moment(proposal.at(), MomentStyle.DATE_TIME)
                            .text(" by " + proposal.who()))));
        }
        card.rows(rows);
        open.stream().limit(BUTTONS).forEach(p -> card.run("Show " + p.id(), "import show id=" + p.id()));
        return card.build();
    }
}

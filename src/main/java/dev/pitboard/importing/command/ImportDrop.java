package dev.pitboard.importing.command;

import dev.pitboard.card.Card;
import dev.pitboard.card.Tone;
import dev.pitboard.command.Signature;
import dev.pitboard.importing.Imports;

/** {@code /import drop}: gives an import up. */
final class ImportDrop {
    static final Signature SIGNATURE = Imported.signature("drop", "Give up an import that waits", Imported.id());

    private final Imports imports;

    ImportDrop(Imports imports) {
        this.imports = imports;
    }

    Card drop(long id) {
        imports.drop(id);
        return Card.titled(Tone.DONE, "Import " + id + " is dropped")
                .paragraph("Nothing of it was taken in that was not approved before.")
                .again("import list")
                .build();
    }
}

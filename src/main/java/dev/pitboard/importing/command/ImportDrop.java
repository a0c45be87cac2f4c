package dev.pitboard.importing.command;

import dev.pitboard.card.Card;
import dev.pitboard.card.Tone;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.importing.Imports;

/** {@code /import drop}: gives an import up. */
final class ImportDrop implements ChatCommand {
    private static final Signature SIGNATURE =
            Imported.signature("drop", "Give up an import that waits", Imported.id());

    private final Imports imports;
    private final Rights rights;

    ImportDrop(Imports imports, Rights rights) {
        this.imports = imports;
        this.rights = rights;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Card run(Request request) {
        long id = Imported.id(request);
        rights.demandSight(request, imports.waiting(id));
        imports.drop(id);
        return Card.titled(Tone.DONE, "Import " + id + " is dropped")
                .paragraph("Nothing of it was taken in that was not approved before.")
                .again("import list")
                .build();
    }
}

package dev.pitboard.importing.command;

import dev.pitboard.card.Card;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.importing.Imports;
import dev.pitboard.importing.PreviewCard;

/** {@code /import show}: what an import would do now. */
final class ImportShow implements ChatCommand {
    private static final Signature SIGNATURE =
            Imported.signature("show", "Look again at an import that waits", Imported.id());

    private final Imports imports;
    private final Rights rights;

    ImportShow(Imports imports, Rights rights) {
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
        return PreviewCard.of(imports.look(id), request.platform());
    }
}

package dev.pitboard.importing.command;

import dev.pitboard.card.Card;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.importing.Imports;
import dev.pitboard.importing.PreviewCard;

/** {@code /import show}: what an import would do now. */
final class ImportShow {
    static final Signature SIGNATURE = Imported.signature("show", "Look again at an import that waits", Imported.id());

    private final Imports imports;

    ImportShow(Imports imports) {
        this.imports = imports;
    }

    Card show(long id, Request request) {
        return PreviewCard.of(imports.look(id), request.platform());
    }
}

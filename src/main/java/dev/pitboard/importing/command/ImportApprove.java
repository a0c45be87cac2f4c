package dev.pitboard.importing.command;

import dev.pitboard.card.Card;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.importing.Approval;
import dev.pitboard.importing.ApprovedCard;
import dev.pitboard.importing.Imports;
import dev.pitboard.importing.PreviewCard;

/** {@code /import approve}: puts in force what the preview showed. */
final class ImportApprove {
    private static final String SEEN = "seen";
    private static final String PART = "part";
    private static final String YES = "yes";

    static final Signature SIGNATURE = Imported.signature(
            "approve",
            "Put an import in force, as its preview shows it",
            Imported.id(),
            Parameter.words(SEEN, "Which preview was seen; its button knows", w -> w.matches("[0-9a-f]{8}"), false),
            Parameter.words(PART, "yes leaves out what is still asked", YES::equalsIgnoreCase, false));

    private final Imports imports;
    private final Rights rights;

    ImportApprove(Imports imports, Rights rights) {
        this.imports = imports;
        this.rights = rights;
    }

    Card approve(long id, Request request) {
        String seen = request.argument(SEEN).orElse(null);
        if (seen == null) {
            return PreviewCard.of(imports.look(id), request.platform());
        }
        boolean partly = request.argument(PART).filter(YES::equalsIgnoreCase).isPresent();
        Approval approval = imports.approve(id, seen, partly, Rights.person(request), rights.steward(request));
        return switch (approval) {
            case Approval.Made made -> ApprovedCard.of(made);
            case Approval.Different(var preview) -> ApprovedCard.different(PreviewCard.of(preview, request.platform()));
        };
    }
}

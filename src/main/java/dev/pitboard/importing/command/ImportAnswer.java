package dev.pitboard.importing.command;

import dev.pitboard.card.Card;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.command.UserError;
import dev.pitboard.importing.Imports;
import dev.pitboard.importing.PreviewCard;

/** {@code /import answer}: answers a question of an import. */
final class ImportAnswer implements ChatCommand {
    private static final String KEY = "key";
    private static final String VALUE = "value";

    private static final Signature SIGNATURE = Imported.signature(
            "answer",
            "Answer what an import asks",
            Imported.id(),
            Parameter.words(KEY, "Which question, as the preview shows it", w -> w.matches("[a-z]+-\\S+"), false),
            Parameter.search(VALUE, "The answer, such as ok, skip, 2023-09-30 or 16:50"));

    private final Imports imports;
    private final Rights rights;

    ImportAnswer(Imports imports, Rights rights) {
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
        String key = request.argument(KEY)
                .orElseThrow(() -> new UserError("Say which question, with the key that the preview shows."));
        String value = request.argument(VALUE)
                .orElseThrow(() -> new UserError("Say the answer, such as value=ok or value=2023-09-30."));
        return PreviewCard.of(imports.answer(id, key, value), request.platform());
    }
}

package dev.pitboard.importing.command;

import dev.pitboard.card.Card;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.command.UserError;
import dev.pitboard.importing.Imports;
import dev.pitboard.importing.PreviewCard;

/** {@code /import answer}: answers a question of an import. */
final class ImportAnswer {
    private static final String KEY = "key";
    private static final String VALUE = "value";

    static final Signature SIGNATURE = Imported.signature(
            "answer",
            "Answer what an import asks",
            Imported.id(),
            Parameter.words(KEY, "Which question, as the preview shows it", w -> w.matches("[a-z]+-\\S+"), false),
            Parameter.search(VALUE, "The answer, such as ok, skip, 2023-09-30 or 16:50"));

    private final Imports imports;

    ImportAnswer(Imports imports) {
        this.imports = imports;
    }

    Card answer(long id, Request request) {
        String key = request.argument(KEY)
                .orElseThrow(() -> new UserError("Say which question, with the key that the preview shows."));
        String value = request.argument(VALUE)
                .orElseThrow(() -> new UserError("Say the answer, such as value=ok or value=2023-09-30."));
        return PreviewCard.of(imports.answer(id, key, value), request.platform());
    }
}

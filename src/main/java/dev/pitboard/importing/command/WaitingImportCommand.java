package dev.pitboard.importing.command;

import dev.pitboard.card.Card;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.importing.Imports;
import java.util.function.BiFunction;

/**
 * A command about one import that waits, for those who may see it.
 *
 * @param answers from the number of the import and the request
 */
record WaitingImportCommand(
        Signature signature, Imports imports, Rights rights, BiFunction<Long, Request, Card> answers)
        implements ChatCommand {
    @Override
    public Card run(Request request) {
        long id = Imported.id(request);
        rights.demandSight(request, imports.waiting(id));
        return answers.apply(id, request);
    }
}

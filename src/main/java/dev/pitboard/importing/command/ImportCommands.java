package dev.pitboard.importing.command;

import dev.pitboard.command.ChatCommand;
import dev.pitboard.importing.Imports;
import dev.pitboard.revision.Stewards;
import java.util.List;

/** The commands of imports. */
public final class ImportCommands {
    private ImportCommands() {}

    /** All of them, in the order in which help lists them. */
    public static List<ChatCommand> of(Imports imports, Stewards stewards) {
        Rights rights = new Rights(stewards);
        ImportShow show = new ImportShow(imports);
        ImportAnswer answer = new ImportAnswer(imports);
        ImportApprove approve = new ImportApprove(imports, rights);
        ImportDrop drop = new ImportDrop(imports);
        return List.of(
                new ImportRead(imports),
                new WaitingImportCommand(ImportShow.SIGNATURE, imports, rights, show::show),
                new WaitingImportCommand(ImportAnswer.SIGNATURE, imports, rights, answer::answer),
                new WaitingImportCommand(ImportApprove.SIGNATURE, imports, rights, approve::approve),
                new WaitingImportCommand(ImportDrop.SIGNATURE, imports, rights, (id, _) -> drop.drop(id)),
                new ImportList(imports, rights));
    }
}

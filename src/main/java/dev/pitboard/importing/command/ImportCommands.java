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
        return List.of(
                new ImportRead(imports),
                new ImportShow(imports, rights),
                new ImportAnswer(imports, rights),
                new ImportApprove(imports, rights),
                new ImportDrop(imports, rights),
                new ImportList(imports, rights));
    }
}

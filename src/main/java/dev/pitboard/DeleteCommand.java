package dev.pitboard;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.config.Configuration;
import dev.pitboard.store.CannotOpen;
import dev.pitboard.store.Database;
import dev.pitboard.store.SqlSubscriptions;
import dev.pitboard.store.StoredData;
import dev.pitboard.subscription.Subscriptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Deletes everything that is stored of a chat, as {@code /reminders forget} does in the chat itself. */
@Command(
        name = "delete",
        description = {
            "Deletes everything that is stored of a chat, after showing what that is and asking once. The bot may run",
            "meanwhile; a message that is on its way at that moment still arrives. Backups keep what they hold."
        },
        footer = {
            "",
            "Exit code 2 means that nobody could be asked, or the answer was not yes; nothing was deleted then."
        },
        mixinStandardHelpOptions = true)
final class DeleteCommand implements Callable<Integer> {
    private final Program program;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ArgGroup(multiplicity = "1")
    private WhichChats which = new WhichChats();

    @Option(names = "--yes", description = "Delete without asking.")
    private boolean yes;

    DeleteCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        try (Database database = Opening.toChange(Configuration.from(program.environment()))) {
            StoredData stored = new StoredData(database);
            List<ChatRef> chats = which.in(stored, spec);
            if (chats.isEmpty()) {
                return program.fail(ExitCode.NOTHING_FOUND, "nothing is stored of " + which + ".");
            }
            chats.forEach(chat -> program.out().println(chat + ": " + shown(stored.counts(chat))));
            if (!yes && !program.ask("Delete this for ever? [yes/no]").equals("yes")) {
                return program.fail(
                        ExitCode.NEEDS_ANSWERS, "nothing was deleted. Answer yes, or say --yes, to delete it.");
            }
            Subscriptions subscriptions = new SqlSubscriptions(database);
            chats.forEach(subscriptions::forget);
            program.out().println("Deleted.");
            return ExitCode.DONE;
        } catch (CannotOpen cannot) {
            return Opening.failed(program, cannot);
        }
    }

    private static String shown(Map<String, Long> counts) {
        return counts.get("subscription") + " subscriptions, " + counts.get("delivery") + " reminders in the ledger, "
                + counts.get("message") + " messages";
    }
}

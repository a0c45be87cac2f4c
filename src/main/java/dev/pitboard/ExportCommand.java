package dev.pitboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.config.Configuration;
import dev.pitboard.store.CannotOpen;
import dev.pitboard.store.Database;
import dev.pitboard.store.StoredData;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints everything that is stored of a chat. */
@Command(
        name = "export",
        description = {
            "Prints everything that is stored of a chat, as JSON; or a season as its file. Only reads: the bot may run meanwhile.",
            "That is ids and settings, what was promised when, and what became of it. Times are in UTC."
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter PRETTY = JSON.writerWithDefaultPrettyPrinter();

    private final Program program;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ArgGroup(multiplicity = "0..1")
    private @Nullable WhichChats which;

    ExportCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        if (which == null) {
            throw new ParameterException(
                    spec.commandLine(), "Say what: --chat=CHAT, --server=ID, or season SERIES YEAR.");
        }
        try (Database database = Opening.toRead(Configuration.from(program.environment()))) {
            StoredData stored = new StoredData(database);
            List<ChatRef> chats = which.in(stored, spec);
            if (chats.isEmpty()) {
                return program.fail(ExitCode.NOTHING_FOUND, "nothing is stored of " + which + ".");
            }
            ObjectNode root = JSON.createObjectNode()
                    .put("exported", program.machine().instant().toString());
            chats.forEach(chat -> root.withArray("/chats").addPOJO(stored.of(chat)));
            program.out().println(PRETTY.writeValueAsString(root));
            return ExitCode.DONE;
        } catch (CannotOpen cannot) {
            return Opening.failed(program, cannot);
        }
    }
}

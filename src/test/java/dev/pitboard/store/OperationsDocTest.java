package dev.pitboard.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The statements that docs/operations.md tells people to run do run. */
final class OperationsDocTest {
    @RegisterExtension
    private final OpenDatabase database = new OpenDatabase();

    @Test
    void theStatementsForPostgresqlRun() throws IOException {
        List<String> statements = Pattern.compile("^ {4}(UPDATE .*?);$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/operations.md")))
                .results()
                .map(m -> m.group(1))
                .toList();
        assertEquals(2, statements.size());
        Database open = database.open(EmbeddedServer.freshDatabase());
        for (String statement : statements) {
            assertEquals(0, open.<Integer>write(handle -> handle.execute(statement)), statement);
        }
    }
}

package dev.pitboard;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stands in the list of commands; the launcher itself runs the checks, because they need the sources. */
@Command(
        name = "test",
        description = "Runs every check there is: format, warnings, architecture, unit, protocol, acceptance.",
        mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
    private final Program program;

    TestCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        return program.fail(ExitCode.WRONG_USAGE, "the checks need the sources: run ./pitboard test in a checkout.");
    }
}

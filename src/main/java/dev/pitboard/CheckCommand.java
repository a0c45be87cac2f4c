package dev.pitboard;

import dev.pitboard.config.Configuration;
import dev.pitboard.seasons.Problem;
import dev.pitboard.seasons.SeasonFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reads season files and says everything that is wrong with them. */
@Command(
        name = "check",
        description = "Checks season files and says every problem at once, with file, line and path.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private final Program program;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Season, series or circuits files. Default: everything in the config folder.")
    private List<Path> files = List.of();

    CheckCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        List<Path> unreadable =
                files.stream().filter(file -> !Files.isReadable(file)).toList();
        if (!unreadable.isEmpty()) {
            return program.fail(
                    ExitCode.UNREADABLE_INPUT,
                    unreadable.stream().map(file -> file + " can't be read.").toList());
        }
        Path config = Configuration.from(program.environment()).config();
        List<Problem> problems = files.isEmpty() ? SeasonFiles.read(config).problems() : SeasonFiles.check(files);
        problems.forEach(problem -> program.out().println(problem.render()));
        if (problems.stream().anyMatch(Problem::isError)) {
            program.out().println(problems.size() == 1 ? "1 problem." : problems.size() + " problems.");
            return ExitCode.NOTHING_FOUND;
        }
        program.out().println(problems.isEmpty() ? "No problems." : "Nothing that stops it from working.");
        return ExitCode.DONE;
    }
}

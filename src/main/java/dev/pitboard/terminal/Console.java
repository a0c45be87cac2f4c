package dev.pitboard.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A prompt that stays below what is printed. Where input or output is not a terminal, lines are read as they come and
 * printed plainly.
 */
public final class Console implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Console.class);
    private static final int PLAIN_WIDTH = 80;
    private static final int NARROWEST = 20;

    private final PrintStream out;
    private final @Nullable Terminal terminal;
    private final @Nullable LineReader reader;

    /**
     * @param interactive whether a person sits at a terminal
     * @param completions what the last word of the line typed so far could become
     */
    public Console(boolean interactive, PrintStream out, Function<String, List<String>> completions)
            throws IOException {
        this.out = out;
        this.terminal = interactive ? TerminalBuilder.builder().system(true).build() : null;
        this.reader = terminal == null
                ? null
                : LineReaderBuilder.builder()
                        .terminal(terminal)
                        .parser(new DefaultParser().escapeChars(null).quoteChars(new char[0]))
                        .completer((_, line, candidates) ->
                                completions.apply(line.line().substring(0, line.cursor())).stream()
                                        .map(Candidate::new)
                                        .forEach(candidates::add))
                        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                        .build();
    }

    /** Shows text above whatever is being typed. */
    public void print(String text) {
        LineReader prompt = reader;
        if (prompt == null) {
            out.println(text);
            out.flush();
        } else {
            prompt.printAbove(text);
        }
    }

    /** Columns there are now. */
    public int width() {
        int width = terminal == null ? columns() : terminal.getColumns();
        return width <= 0 ? PLAIN_WIDTH : Math.max(NARROWEST, width);
    }

    /** Whether colours and links can be shown. */
    public boolean ansi() {
        return terminal != null && System.getenv("NO_COLOR") == null;
    }

    /** Reads lines and hands them on until "quit", the end of the input, or Ctrl-C. */
    public void readLines(String prompt, Consumer<String> lines) {
        try {
            if (reader == null) {
                readPlainly(lines);
                return;
            }
            for (String line = reader.readLine(prompt); !isQuit(line); line = reader.readLine(prompt)) {
                lines.accept(line);
            }
        } catch (UserInterruptException | EndOfFileException done) {
            log.debug("the prompt was closed");
        } catch (IOException ended) {
            log.debug("no more input", ended);
        }
    }

    @Override
    public void close() throws IOException {
        if (terminal != null) {
            terminal.close();
        }
    }

    private static void readPlainly(Consumer<String> lines) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null && !isQuit(line); line = input.readLine()) {
            lines.accept(line);
        }
    }

    private static boolean isQuit(String line) {
        String word = line.strip();
        return word.equalsIgnoreCase("quit") || word.equalsIgnoreCase("exit") || word.equalsIgnoreCase("/quit");
    }

    private static int columns() {
        String columns = System.getenv().getOrDefault("COLUMNS", "");
        return columns.matches("\\d{1,4}") ? Integer.parseInt(columns) : 0;
    }
}

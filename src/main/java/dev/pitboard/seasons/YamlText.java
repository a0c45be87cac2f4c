package dev.pitboard.seasons;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** From a file's bytes to YAML 1.2 nodes (core schema) that know their lines; whatever is wrong is reported, never thrown. */
final class YamlText {
    static final int MOST_BYTES = 1 << 20;
    /** The deepest shape in use is five levels; more is a mistake, and the composer recurses. */
    private static final int DEEPEST = 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private YamlText() {}

    /** The root of the one document in {@code file}, or null when that can't be had. */
    static @Nullable Node read(Path file, Report report) {
        byte[] bytes = bytes(file, report);
        String text = bytes == null ? null : decode(bytes, report);
        return text == null ? null : compose(text, report);
    }

    private static byte @Nullable [] bytes(Path file, Report report) {
        if (!Files.exists(file)) {
            report.error("there is no such file");
            return null;
        }
        if (!Files.isRegularFile(file)) {
            report.error("is not a file");
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                report.error("is larger than 1 MiB, the most that is read");
                return null;
            }
            return bytes;
        } catch (AccessDeniedException _) {
            report.error("can't be read: permission denied");
            return null;
        } catch (IOException e) {
            report.error("can't be read: " + e.getMessage());
            return null;
        }
    }

    private static @Nullable String decode(byte[] bytes, Report report) {
        for (byte one : bytes) {
            if (one == 0) {
                report.error("is not a text file: it has zero bytes in it (YAML in UTF-8 is expected)");
                return null;
            }
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        java.nio.CharBuffer out = java.nio.CharBuffer.allocate(bytes.length);
        if (decoder.decode(in, out, true).isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            report.error(line, "", "is not UTF-8 text: save the file in UTF-8", null);
            return null;
        }
        String text = out.flip().toString();
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static @Nullable Node compose(String text, Report report) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setCodePointLimit(MOST_BYTES)
                .build();
        try {
            if (!isPlain(text, settings, report)) {
                return null;
            }
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                report.error("is empty");
            }
            return root.orElse(null);
        } catch (MarkedYamlEngineException e) {
            int line =
                    e.getProblemMark().or(e::getContextMark).map(YamlText::line).orElse(0);
            report.error(line, "", explain(e, text), null);
        } catch (ReaderException e) {
            long line = text.codePoints()
                            .limit(e.getPosition())
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            report.error((int) line, "", "has a character in it that YAML does not allow", null);
        } catch (YamlEngineException e) {
            report.error("is not valid YAML: " + e.getMessage());
        }
        return null;
    }

    /** Neither aliases nor deep nesting: checked on the flat stream of events, before anything recurses. */
    private static boolean isPlain(String text, LoadSettings settings, Report report) {
        int depth = 0;
        boolean plain = true;
        for (Event event : new Parse(settings).parseString(text)) {
            int line = event.getStartMark().map(YamlText::line).orElse(0);
            switch (event.getEventId()) {
                case SequenceStart, MappingStart -> depth++;
                case SequenceEnd, MappingEnd -> depth--;
                case Alias -> {
                    String name = ((AliasEvent) event).getAlias().getValue();
                    report.error(line, "", "aliases such as *" + name + " are not read: write the value out", null);
                    plain = false;
                }
                case Comment, DocumentEnd, DocumentStart, Scalar, StreamEnd, StreamStart -> {}
            }
            if (depth > DEEPEST) {
                report.error(line, "", "is nested more than " + DEEPEST + " levels deep", null);
                return false;
            }
        }
        return plain;
    }

    static int line(Mark mark) {
        return mark.getLine() + 1;
    }

    private static String explain(MarkedYamlEngineException e, String text) {
        Optional<String> line = e.getProblemMark()
                .flatMap(mark -> text.lines().skip(mark.getLine()).findFirst());
        if (line.isPresent() && line.get().stripTrailing().matches(" *\t.*")) {
            return "is not valid YAML: indent with spaces, not with a tab";
        }
        String context = e.getContext();
        String problem = e.getProblem() == null ? "no more is known" : e.getProblem();
        return "is not valid YAML: " + (context == null || context.isBlank() ? "" : context + ": ") + problem;
    }
}

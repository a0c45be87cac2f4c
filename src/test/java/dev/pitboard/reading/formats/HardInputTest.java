package dev.pitboard.reading.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.reading.Draft;
import dev.pitboard.reading.Known;
import dev.pitboard.reading.Question;
import dev.pitboard.reading.Subject;
import dev.pitboard.reading.Unreadable;
import dev.pitboard.seasons.SeasonFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What nobody can read, or nobody should send: a clear answer in bounded time. */
final class HardInputTest {
    private static final TimetableReader READER =
            new TimetableReader(SeasonFiles.circuitsIn(Path.of("config")), List.of());
    private static final String EVENT = "BEGIN:VEVENT\r\nDTSTART:20260321T100000Z\r\nSUMMARY:Race\r\nEND:VEVENT\r\n";

    private static Draft read(String text) throws Unreadable {
        return READER.read(text.getBytes(StandardCharsets.UTF_8), Known.nothing());
    }

    private static String refused(byte[] bytes) {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThrows(Unreadable.class, () -> READER.read(bytes, Known.nothing()))
                        .sentence());
    }

    private static String refused(String text) {
        return refused(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void filesThatAreNoText() throws IOException {
        byte[] inner = {};
        for (int level = 0; level < 10; level++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("nothing.zip"));
                zip.write(inner);
            }
            inner = out.toByteArray();
        }
        assertTrue(refused(inner).contains("zip"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(1);
        }
        assertTrue(refused(out.toByteArray()).contains("gzip"));
        assertTrue(refused("%PDF-1.7 and so on").contains("PDF"));
        assertTrue(refused(new byte[] {'a', 0, 'b'}).contains("zero bytes"));
    }

    @Test
    void moreThanAnybodyImports() {
        assertTrue(refused(new byte[10 << 20]).contains("zero bytes"));
        assertTrue(refused("x".repeat(10 << 20)).contains("8 MiB"));
        assertTrue(refused("BEGIN:VCALENDAR\r\n" + EVENT.repeat(50_000) + "END:VCALENDAR\r\n")
                .contains("5000 events"));
        assertTrue(refused("{\"races\":[" + "{},".repeat(1000) + "{}]}").contains("500 races"));
        assertTrue(refused("date,start,session\n" + "2026-03-21,10:00,Race\n".repeat(20_000))
                .contains("5000 rows"));
    }

    @Test
    void nestingThatHasNoEnd() {
        assertTrue(refused("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n".repeat(2000)).contains("nested"));
        assertTrue(refused("{\"races\":" + "[".repeat(500_000)).contains("on line 1"));
        assertTrue(refused("{\"a\":".repeat(500_000)).contains("on line 1"));
    }

    @Test
    void jsonThatIsNoneOrOfAnotherKind() throws Unreadable {
        assertTrue(refused("{\"races\": [\n{\"name\": \"A\"").contains("on line 2"));
        assertTrue(refused("{\"races\": [],\n \"races\": []}").contains("Duplicate"));
        assertTrue(refused("{\"events\": []}").contains("\"races\""));
        assertTrue(refused("{\"races\": 12}").contains("\"races\""));
        Draft odd =
                read("{\"races\": [17, null, {\"name\": 3, \"sessions\": [1]}, {\"name\": \"Spa\", \"latitude\": \"x\","
                        + "\"longitude\": {}, \"sessions\": {\"race\": {\"at\": 1}, \"\": true}}]}");
        assertEquals(2, odd.sessions().size());
        assertTrue(odd.questions().size() >= 5, odd.questions().toString());
    }

    @Test
    void aCalendarThatBreaksOffSaysSo() throws Unreadable {
        Draft draft = read("BEGIN:VCALENDAR\r\n" + EVENT + "BEGIN:VEVENT\r\nDTSTART:2026032");
        assertEquals(2, draft.sessions().size());
        assertTrue(draft.questions().stream().map(Question::text).anyMatch(t -> t.contains("breaks off")));
        assertTrue(draft.questions().stream().anyMatch(q -> q.line() == 6 && q.about() == Subject.DATE));
    }

    @Test
    void aQuoteThatNeverEndsIsACharacter() throws Unreadable {
        Draft draft = read("date,start,session\n2026-03-21,10:00,\"Race\n2026-03-22,10:00,Race 2\n");
        assertEquals(2, draft.sessions().size());
    }

    @Test
    void textThatOnlyLooksLikeATableIsReadAsText() throws Unreadable {
        Draft draft = read("Session, date and time\nSaturday 21 March 2026\n10:00 Race at Monza\n");
        assertEquals(1, draft.sessions().size());
        assertEquals(3, draft.sessions().getFirst().line());
    }

    /** Broken in every way there is by chance, a file is read or refused, and nothing else. */
    @Test
    void damageIsNeverMoreThanUnreadable() throws IOException {
        List<Path> files;
        try (var all = Files.walk(Path.of("src/test/resources/reading"), 2)) {
            files = all.filter(f -> f.toString().matches(".*\\.(ics|json|csv|tsv)")
                            && !f.toString().contains("expected"))
                    .sorted()
                    .toList();
        }
        Random random = new Random(4);
        for (int i = 0; i < 600; i++) {
            byte[] bytes = Files.readAllBytes(files.get(i % files.size()));
            for (int j = random.nextInt(8); j >= 0; j--) {
                bytes[random.nextInt(bytes.length)] =
                        (byte) "0123456789:;,\"\\{}[]\n TZ-+/=A\u00e9".charAt(random.nextInt(29));
            }
            int length = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
            byte[] damaged = java.util.Arrays.copyOf(bytes, length);
            String seen = new String(damaged, StandardCharsets.ISO_8859_1);
            try {
                Draft draft = READER.read(damaged, Known.nothing());
                assertTrue(draft.sessions().size() < 20, seen);
            } catch (Unreadable unreadable) {
                assertTrue(unreadable.sentence().startsWith("This "), seen);
            }
        }
    }
}

package dev.pitboard.reading.text;

import dev.pitboard.reading.Unreadable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** From bytes to lines: finds out the encoding, takes out markup, quoting and invisible marks, and refuses what is no text. */
final class Input {
    static final int MOST_BYTES = 1 << 20;
    static final int MOST_SESSIONS = 1000;
    private static final int LONGEST_LINE = 4000;
    private static final int MOST_CHARACTERS = 200_000;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern MOJIBAKE =
            Pattern.compile("[\u00C3\u00C2][\u0080-\u00BF\u0152-\u0178\u2013-\u2122]|\u00E2\u20AC");
    private static final Pattern INVISIBLE = Pattern.compile("[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]");
    private static final Pattern QUOTING = Pattern.compile("^(?:\\s?>)+\\s?");
    private static final Pattern BULLET = Pattern.compile(
            "^(\\s*)(?:[*\u2022\u00B7\u25AA\u25CF\u2023\u25E6\u2219#\uF0B7]+|[-\u2013\u2014](?=\\s))\\s*");

    private static final Pattern SPACE = Pattern.compile("[\u00A0\u2000-\u200A\u202F\u205F\u3000]");
    private static final Pattern LEADERS = Pattern.compile("\\s?(?:\\.{4,}|\u2026{2,})\\s?");
    private static final Pattern SPACED_COLON =
            Pattern.compile("(?<=\\d)[\u00A0\u202F\u2009]:[\u00A0\u202F\u2009]?(?=\\d)");

    private Input() {}

    static List<Line> lines(byte[] bytes) throws Unreadable {
        if (bytes.length > MOST_BYTES) {
            throw new Unreadable("This is more than 1 MiB, the most that is read. Paste the timetable only.");
        }
        String text = repaired(decode(bytes));
        String plain = Markup.isMarkup(text) ? Markup.strip(text) : text;
        if (plain.length() > MOST_CHARACTERS) {
            throw new Unreadable("This has more than 200,000 characters of text. Paste the timetable only.");
        }
        String[] raw = plain.split("\\r\\n|\\n|\\r|\\u2028|\\u2029|\\f", -1);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < raw.length; i++) {
            lines.add(new Line(i + 1, clean(raw[i])));
        }
        return lines;
    }

    private static String clean(String raw) {
        String line = INVISIBLE.matcher(raw).replaceAll("");
        line = QUOTING.matcher(line).replaceFirst("");
        line = BULLET.matcher(line).replaceFirst("$1");
        line = line.replace("**", "").replace("__", "");
        line = SPACED_COLON.matcher(line).replaceAll(":");
        line = SPACE.matcher(line).replaceAll(" ");
        line = LEADERS.matcher(line).replaceAll("   ");
        line = java.text.Normalizer.normalize(line, java.text.Normalizer.Form.NFC);
        return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
    }

    private static String decode(byte[] bytes) throws Unreadable {
        if (bytes.length >= 2
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF))) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        int odd = 0;
        for (byte one : bytes) {
            if (one == 0) {
                throw new Unreadable(
                        "This is not text: it has zero bytes in it. Save or copy the timetable as plain text.");
            }
            odd += one >= 0 && one < 32 && one != '\n' && one != '\r' && one != '\t' && one != '\f' ? 1 : 0;
        }
        if ((odd > 8 && odd > bytes.length / 50) || startsWith(bytes, "%PDF") || startsWith(bytes, "PK\u0003\u0004")) {
            throw new Unreadable(
                    "This is not text, but a file of another kind. Save or copy the timetable as plain text.");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, WINDOWS);
        }
    }

    private static boolean startsWith(byte[] bytes, String magic) {
        byte[] begin = magic.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= begin.length && java.util.Arrays.equals(bytes, 0, begin.length, begin, 0, begin.length);
    }

    /** Undoes UTF-8 that somebody read as Windows-1252, line by line, where that gives UTF-8 again. */
    private static String repaired(String text) {
        if (!MOJIBAKE.matcher(text).find()) {
            return text;
        }
        StringBuilder whole = new StringBuilder();
        for (String line : text.split("(?<=\\n)", -1)) {
            whole.append(MOJIBAKE.matcher(line).find() ? repairedLine(line) : line);
        }
        return whole.toString();
    }

    private static String repairedLine(String line) {
        try {
            CharsetEncoder encoder = WINDOWS.newEncoder().onUnmappableCharacter(CodingErrorAction.REPORT);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(encoder.encode(java.nio.CharBuffer.wrap(line)))
                    .toString();
        } catch (CharacterCodingException _) {
            return line;
        }
    }
}

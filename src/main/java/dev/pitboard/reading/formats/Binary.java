package dev.pitboard.reading.formats;

import dev.pitboard.reading.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Refuses files that are no text, with what to do instead. Nothing is ever unpacked. */
final class Binary {
    private static final Map<String, String> KINDS = Map.of(
            "PK\u0003\u0004",
                    "a zip file or a document of an office program. Unpack it, or save the timetable as text or CSV",
            "PK\u0005\u0006", "an empty zip file",
            "\u001F\u008B", "a gzip file. Unpack it first",
            "7z\u00BC\u00AF", "a 7-Zip file. Unpack it first",
            "Rar!", "a RAR file. Unpack it first",
            "%PDF", "a PDF. Copy the timetable out of it as text",
            "\u0089PNG", "a picture. Type or copy the timetable as text",
            "\u00FF\u00D8\u00FF", "a picture. Type or copy the timetable as text",
            "\u00D0\u00CF\u0011\u00E0", "a document of an office program. Save the timetable as text or CSV");

    private Binary() {}

    static void refuse(byte[] bytes) throws Unreadable {
        for (Map.Entry<String, String> kind : KINDS.entrySet()) {
            byte[] magic = kind.getKey().getBytes(StandardCharsets.ISO_8859_1);
            if (bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length)) {
                throw new Unreadable("This is " + kind.getValue() + ".");
            }
        }
        boolean wide = bytes.length >= 2
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
        if (!wide && bytes.length > 0) {
            for (byte one : bytes) {
                if (one == 0) {
                    throw new Unreadable(
                            "This is not text: it has zero bytes in it. Save or copy the timetable as plain text.");
                }
            }
        }
    }
}

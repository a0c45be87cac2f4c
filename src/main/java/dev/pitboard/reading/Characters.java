package dev.pitboard.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** From bytes to characters: UTF-8 or UTF-16 with or without its mark, or else Windows-1252. */
public final class Characters {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Characters() {}

    /** The text, without a byte order mark. */
    public static String decode(byte[] bytes) {
        boolean wide = bytes.length >= 2
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
        String text = wide ? new String(bytes, StandardCharsets.UTF_16) : narrow(bytes);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String narrow(byte[] bytes) {
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
}

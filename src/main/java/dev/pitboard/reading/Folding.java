package dev.pitboard.reading;

import java.text.Normalizer;

/** Text without case and accents and with plain dashes, spaces and quotes, character for character, so that positions stay. */
public final class Folding {
    private Folding() {}

    /** The folded text; as long as {@code text}. */
    public static String fold(String text) {
        char[] folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(text.charAt(i));
        }
        return new String(folded);
    }

    private static char fold(char c) {
        if (c < 128) {
            return Character.toLowerCase(c);
        }
        return switch (c) {
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\uFE58', '\uFF0D' -> '-';
            case '\u2018', '\u2019', '\u201B', '\u2032', '\u00B4', '\uFF07' -> '\'';
            case '\u201C', '\u201D', '\u201E', '\u2033' -> '"';
            case '\u00A0', '\u2007', '\u2009', '\u200A', '\u202F', '\u3000' -> ' ';
            case '\uFF1A', '\u2236' -> ':';
            case '\u00D7' -> 'x';
            default -> letter(c);
        };
    }

    private static char letter(char c) {
        if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
            return (char) ('0' + Character.digit(c, 10));
        }
        if (Character.isSurrogate(c) || !Character.isLetter(c)) {
            return c;
        }
        return Character.toLowerCase(
                Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0));
    }
}

package dev.pitboard.reading.text;

/**
 * What a phrase of a word list stands for.
 *
 * @param key such as {@code kind.practice} or {@code month.9}
 * @param language such as {@code en}; {@code zones} and {@code series} for what belongs to none
 */
record Meaning(String key, String language) {
    /** The language of names that are clear in a text of any. */
    static final String ANY = "any";

    boolean is(String prefix) {
        return key.equals(prefix) || (key.startsWith(prefix) && key.charAt(prefix.length()) == '.');
    }

    /** The number at the end of the key. */
    int number() {
        return Integer.parseInt(key.substring(key.lastIndexOf('.') + 1));
    }
}

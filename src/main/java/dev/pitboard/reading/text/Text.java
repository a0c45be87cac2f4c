package dev.pitboard.reading.text;

import dev.pitboard.reading.Folding;

/** One line, as it stands and folded; both have the same positions. */
record Text(String original, String folded) {
    static Text of(String original) {
        return new Text(original, Folding.fold(original));
    }

    int length() {
        return original.length();
    }

    /** Whether a word can begin here: after something that is no letter, or where copied cells are glued, as in "QualifyingSaturday". */
    boolean wordBegins(int at) {
        if (at == 0 || !Character.isLetter(original.charAt(at - 1))) {
            return true;
        }
        return glued(at);
    }

    /** Whether a word can end here. */
    boolean wordEnds(int end) {
        return end >= length() || !Character.isLetter(original.charAt(end)) || glued(end);
    }

    /** "QualifyingSaturday", "MotoGPPractice", "Moto3Race", but not "LMPs" or "F1". */
    private boolean glued(int at) {
        if (at == 0 || !Character.isUpperCase(original.charAt(at))) {
            return false;
        }
        char before = original.charAt(at - 1);
        return Character.isLowerCase(before)
                || ((Character.isUpperCase(before) || Character.isDigit(before)) && isLower(at + 1) && isLower(at + 2));
    }

    private boolean isLower(int at) {
        return at < length() && Character.isLowerCase(original.charAt(at));
    }

    /** The end of the word that {@code at} is in. */
    int wordEnd(int at) {
        int end = at;
        while (end < length() && Character.isLetter(original.charAt(end)) && (end == at || !glued(end))) {
            end++;
        }
        return end;
    }
}

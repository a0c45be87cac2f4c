package dev.pitboard.telegram;

/**
 * Words that look the same: what is shown, and the tags around it. Everything a message is made of, so that it can be
 * measured and divided without ever cutting a tag.
 *
 * @param open tags before the words, as HTML
 * @param close tags after them
 * @param entities how many tags that is
 */
record Run(String text, String open, String close, int entities) {
    static Run plain(String text) {
        return new Run(text, "", "", 0);
    }

    static Run tagged(String text, String tag) {
        return new Run(text, "<" + tag + ">", "</" + tag + ">", 1);
    }

    static Run tagged(String text, String tag, String attributes) {
        return new Run(text, "<" + tag + " " + attributes + ">", "</" + tag + ">", 1);
    }

    /** The same within one more tag, unless it already has it. */
    Run within(String tag) {
        return text.isBlank() || open.contains("<" + tag + ">") || open.contains("<code>")
                ? this
                : new Run(text, "<" + tag + ">" + open, close + "</" + tag + ">", entities + 1);
    }

    /** Whether the other could be a part of this: an address or an instant stands for itself. */
    boolean looksLike(Run other) {
        return open.equals(other.open) && entities == open.split("<[bi]>", -1).length - 1;
    }

    Run with(String other) {
        return new Run(other, open, close, entities);
    }

    String html() {
        return open + escaped(text) + close;
    }

    /** With nothing left that HTML would read as a tag, an entity or the end of an attribute. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

package dev.pitboard.reading.text;

import java.util.regex.Pattern;

/** HTML that was pasted as it is: its tags go, its cells and lines stay apart. */
final class Markup {
    private static final Pattern TAG = Pattern.compile(
            "<(?:!doctype|html|body|table|tr|td|div|p|br|ul|li|h[1-6]|span)\\b", Pattern.CASE_INSENSITIVE);

    private Markup() {}

    static boolean isMarkup(String text) {
        return TAG.matcher(text).results().limit(3).count() >= 3;
    }

    /** The text without markup; every tag that ends a line or cell becomes one. */
    static String strip(String html) {
        StringBuilder text = new StringBuilder(html.length());
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c != '<') {
                text.append(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
                at++;
                continue;
            }
            int end = html.indexOf('>', at);
            if (end < 0) {
                break;
            }
            String tag = html.substring(at + 1, Math.min(end, at + 40)).toLowerCase(java.util.Locale.ROOT);
            if (tag.startsWith("script") || tag.startsWith("style")) {
                int close = html.indexOf(tag.startsWith("script") ? "</script" : "</style", end);
                end = close < 0 ? html.length() - 1 : html.indexOf('>', close);
            }
            append(text, tag);
            at = end < 0 ? html.length() : end + 1;
        }
        return entities(text.toString());
    }

    private static void append(StringBuilder text, String tag) {
        if (tag.matches("/?(?:td|th)\\b.*")) {
            text.append(tag.startsWith("/") ? "\t" : "");
        } else if (tag.matches("(?:br|/?(?:p|div|tr|li|ul|ol|h[1-6]|table|section|article|header|dt|dd))\\b.*")) {
            text.append('\n');
        }
    }

    private static String entities(String text) {
        return text.replace("&nbsp;", " ")
                .replace("&ndash;", "\u2013")
                .replace("&mdash;", "\u2014")
                .replace("&#8211;", "\u2013")
                .replace("&rsquo;", "\u2019")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&auml;", "\u00E4")
                .replace("&ouml;", "\u00F6")
                .replace("&uuml;", "\u00FC")
                .replace("&eacute;", "\u00E9")
                .replace("&egrave;", "\u00E8")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}

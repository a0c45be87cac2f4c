package dev.pitboard.reading.text;

import dev.pitboard.reading.Folding;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether 5/6 is the fifth of June or the sixth of May, from the dates of the text that can only be one of them. */
final class DateOrder {
    private static final Pattern SLASHED =
            Pattern.compile("(?<![\\d/.:])(\\d{1,2})/(\\d{1,2})(?![\\d'.:]|/\\d{1,2}(?!\\d))");

    private DateOrder() {}

    /** True or false, or null where nothing says. */
    static @Nullable Boolean monthFirst(List<Line> lines, Style style) {
        int monthFirst = 0;
        int dayFirst = 0;
        for (Line line : lines) {
            Matcher m = SLASHED.matcher(Folding.fold(line.text()));
            while (m.find()) {
                int first = Integer.parseInt(m.group(1));
                int second = Integer.parseInt(m.group(2));
                monthFirst += first <= 12 && second > 12 && second <= 31 ? 1 : 0;
                dayFirst += second <= 12 && first > 12 && first <= 31 ? 1 : 0;
            }
        }
        if (monthFirst != dayFirst) {
            return monthFirst > dayFirst;
        }
        return style.language().equals("en") ? null : Boolean.FALSE;
    }
}

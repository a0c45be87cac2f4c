package dev.pitboard.reading.text;

import dev.pitboard.reading.text.Token.Cue;
import dev.pitboard.reading.text.Token.Day;
import dev.pitboard.reading.text.Token.Days;
import dev.pitboard.reading.text.Token.Length;
import dev.pitboard.reading.text.Token.Mark;
import dev.pitboard.reading.text.Token.Time;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins what belongs together: a weekday and its date, before or after it. */
final class Joining {
    private static final int HOUR = 60;

    private Joining() {}

    static List<Token> join(Text text, List<Token> tokens) {
        List<Token> joined = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Time range = range(tokens, i);
            if (range != null) {
                joined.add(range);
                i += 2;
                continue;
            }
            if (token instanceof Length length && addedUp(text, joined, length)) {
                continue;
            }
            if (!(token instanceof Day day)) {
                joined.add(token);
                continue;
            }
            int next = next(text, tokens, i);
            if (next > 0
                    && day.weekday() != null
                    && day.day() == null
                    && tokens.get(next) instanceof Day date
                    && date.weekday() == null) {
                joined.add(date.withWeekday(day.weekday(), day.from(), date.to()));
                i = next;
            } else if (next > 0
                    && day.weekday() != null
                    && day.day() == null
                    && tokens.get(next) instanceof Days days) {
                joined.add(days);
                i = next;
            } else if (next > 0
                    && day.weekday() == null
                    && isWeekdayAlone(tokens.get(next))
                    && !startsDate(text, tokens, next)) {
                joined.add(day.withWeekday(
                        weekday(tokens.get(next)), day.from(), tokens.get(next).to()));
                i = next;
            } else {
                joined.add(day);
            }
        }
        return joined;
    }

    /** "Two hours, 40 minutes" is one length. */
    private static boolean addedUp(Text text, List<Token> joined, Length minutes) {
        if (joined.isEmpty()) {
            return false;
        }
        boolean joint = (joined.getLast() instanceof Mark mark && mark.sign() == ',')
                || (joined.getLast() instanceof Cue cue && cue.is("and"));
        int back = joint ? 2 : 1;
        boolean two = joined.size() >= back && joined.get(joined.size() - back) instanceof Length;
        if (!two || !(joined.get(joined.size() - back) instanceof Length hours)) {
            return false;
        }
        boolean inHours = hours.parts().size() == 1
                && hours.minutes() % HOUR == 0
                && !text.folded().substring(hours.from(), hours.to()).matches(".*(?:min|').*");
        if (!inHours || minutes.parts().size() > 1 || minutes.minutes() >= HOUR) {
            return false;
        }
        joined.subList(joined.size() - back, joined.size()).clear();
        joined.add(new Length(hours.from(), minutes.to(), List.of(hours.minutes() + minutes.minutes())));
        return true;
    }

    /** "noon - 6 pm". */
    private static @Nullable Time range(List<Token> tokens, int at) {
        boolean two = at + 2 < tokens.size()
                && tokens.get(at) instanceof Time
                && tokens.get(at + 2) instanceof Time
                && ((tokens.get(at + 1) instanceof Mark mark && mark.sign() == '-')
                        || (tokens.get(at + 1) instanceof Cue cue && cue.is("to")));
        if (!two || !(tokens.get(at) instanceof Time first) || !(tokens.get(at + 2) instanceof Time second)) {
            return null;
        }
        boolean word = first.notation() == Token.Notation.WORD || second.notation() == Token.Notation.WORD;
        int end = second.start() == 0 ? 1440 : second.start();
        return word && first.end() == null && second.end() == null
                ? new Time(first.from(), second.to(), first.start(), end, Token.Notation.CLEAR)
                : null;
    }

    private static boolean isWeekdayAlone(Token token) {
        return token instanceof Day day && day.weekday() != null && day.day() == null;
    }

    private static java.time.DayOfWeek weekday(Token token) {
        if (token instanceof Day day && day.weekday() != null) {
            return day.weekday();
        }
        throw new IllegalStateException("no weekday");
    }

    private static boolean startsDate(Text text, List<Token> tokens, int at) {
        int next = next(text, tokens, at);
        return next > 0 && tokens.get(next) instanceof Day day && day.weekday() == null;
    }

    /** The next token behind commas, dots, brackets and small words such as "the", or -1. */
    private static int next(Text text, List<Token> tokens, int at) {
        for (int i = at + 1; i < tokens.size() && i <= at + 3; i++) {
            Token token = tokens.get(i);
            String written = text.folded().substring(token.from(), token.to());
            boolean skipped = (token instanceof Mark mark && ".,(:|\t".indexOf(mark.sign()) >= 0)
                    || List.of(
                                    "the",
                                    "den",
                                    "dem",
                                    "le",
                                    "il",
                                    "el",
                                    "de",
                                    "der",
                                    "am",
                                    "morning",
                                    "afternoon",
                                    "evening",
                                    "of")
                            .contains(written);
            if (!skipped) {
                return i;
            }
        }
        return -1;
    }

    static @Nullable Day firstDay(List<Token> tokens) {
        return tokens.stream()
                .filter(Day.class::isInstance)
                .map(Day.class::cast)
                .findFirst()
                .orElse(null);
    }
}

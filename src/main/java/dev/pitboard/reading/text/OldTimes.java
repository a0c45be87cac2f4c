package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.text.Token.Cue;
import dev.pitboard.reading.text.Token.Label;
import dev.pitboard.reading.text.Token.Mark;
import dev.pitboard.reading.text.Token.Notation;
import dev.pitboard.reading.text.Token.Time;
import dev.pitboard.reading.text.Token.Zone;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times in a clause at which nothing starts: where something was before it was moved, ends, repeats, and those of a channel. */
final class OldTimes {
    /** What stands before the time something was moved from. */
    private static final Pattern FROM = Pattern.compile(
            "(?<!\\p{L})(?:from|von|vom|de|des|du|da|dalle|dalle ore|de las|desde las|van|vanaf|fran|fran kl|de les)\\.?\\s*$");
    /** A range with a word between its times, and no dash. */
    private static final Pattern BY_WORD = Pattern.compile(".*\\d\\S*\\s+\\p{L}.*\\d.*");

    /** Words for an end that are said of other things, too. */
    private static final Pattern BEFORE =
            Pattern.compile("(?iu)(?:before|by|avant|vor|voor|innan|fore|entro|entro le|antes de las|abans de les)");

    private static final int FEW = 4;
    private static final int LONGEST = 14 * 60;

    private OldTimes() {}

    /** "The race starts at 14:30 and runs until 20:30": the second time is the end of the first. */
    private static Clause ended(Clause clause) {
        List<Time> times = clause.all(Time.class).toList();
        Clause left = clause;
        for (int i = 1; i < times.size(); i++) {
            Time start = times.get(i - 1);
            Time finish = times.get(i);
            List<Token> between = clause.between(start.to(), finish.from());
            Token last = between.isEmpty() ? null : between.getLast();
            Token said = last instanceof Cue cue && cue.is("at") && between.size() > 1
                    ? between.get(between.size() - 2)
                    : last;
            boolean one = between.stream().noneMatch(Token.Day.class::isInstance)
                    && between.stream().filter(Label.class::isInstance).count() <= 1
                    && clause.tokens().stream().noneMatch(OldTimes::isMove);
            boolean until = said instanceof Cue cue
                    && cue.is("until")
                    && !BEFORE.matcher(clause.written(cue)).matches();
            int span = finish.start() - start.start();
            if (one
                    && until
                    && start.end() == null
                    && finish.end() == null
                    && span > 0
                    && span <= LONGEST
                    && clause.between(0, finish.to()).stream().anyMatch(OldTimes::isOfTrack)) {
                left = left.replace(
                                start,
                                new Time(start.from(), start.to(), start.start(), finish.start(), start.notation()))
                        .without(finish::equals);
            }
        }
        return left;
    }

    private static boolean isOfTrack(Token token) {
        return token instanceof Label label && label.kind() != SessionKind.OTHER;
    }

    /** Takes out the times that are none of a start: old ones, ends, repeats, those of channels and those said aside. */
    static Clause taken(Clause given) {
        Clause clause = ended(given);
        Clause left = clause;
        for (Time time : clause.all(Time.class).toList()) {
            List<Token> before = clause.before(time);
            Token near = before.isEmpty() ? null : before.getFirst();
            Token nearer = near instanceof Cue cue && cue.is("at") && before.size() > 1 ? before.get(1) : near;
            if (nearer instanceof Cue cue && cue.is("instead")) {
                Integer end = time.end();
                boolean moved = end != null
                        && clause.written(cue)
                                .toLowerCase(java.util.Locale.ROOT)
                                .contains("from");
                left = moved && end != null
                        ? left.replace(time, new Time(time.from(), time.to(), end, null, time.notation()))
                        : left.without(time::equals);
            } else if (time.end() != null && isMovedRange(clause, time)) {
                left = left.replace(time, new Time(time.from(), time.to(), time.end(), null, time.notation()));
            } else if (isEnd(clause, near, time)
                    || isRepeat(clause, time)
                    || isPutOff(clause, time)
                    || isOldStart(clause, time)
                    || isOriginal(clause, time)
                    || isOfChannel(clause, time)
                    || isAside(clause, time)) {
                left = left.without(time::equals);
            }
        }
        return left;
    }

    /** "Until 17:00" is no start, unless something was put off until then. */
    private static boolean isEnd(Clause clause, @Nullable Token before, Time time) {
        boolean putOff = clause.before(time).stream().anyMatch(OldTimes::isMove);
        boolean until = clause.before(time).stream()
                .limit(FEW)
                .takeWhile(t -> !(t instanceof Label) && !(t instanceof Time))
                .anyMatch(t -> t instanceof Cue cue && cue.is("until"));
        boolean end = before instanceof Cue cue && (cue.is("until") || (cue.is("after") && until));
        return end && time.end() == null && !putOff;
    }

    /** "5:40 pm Race, live on NBC from 5:30": the second time is that of the channel. */
    private static boolean isOfChannel(Clause clause, Time time) {
        int at = clause.tokens().indexOf(time);
        boolean nothingBehind = clause.tokens().stream()
                .skip(at + 1L)
                .noneMatch(t -> t instanceof Label || t instanceof Time || t instanceof Token.SeriesName);
        boolean channel = clause.before(time).stream()
                .takeWhile(t -> !(t instanceof Time) && !(t instanceof Label))
                .anyMatch(t -> t instanceof Cue cue && cue.is("tv"));
        boolean second = !clause.all(Time.class).findFirst().orElse(time).equals(time);
        return nothingBehind && channel && second;
    }

    /** "Originally slated for 5 pm": the word stands somewhere between the last label or time and this one. */
    private static boolean isOriginal(Clause clause, Time time) {
        return clause.before(time).stream()
                .takeWhile(t -> (clause.inBrackets(time) || !(t instanceof Time)) && !(t instanceof Label))
                .anyMatch(t -> t instanceof Cue cue && cue.is("original"));
    }

    private static boolean isMove(Token token) {
        return token instanceof Cue cue && (cue.is("postponed") || cue.is("moved"));
    }

    /** "Moved from 14:00 to 16:15": where it was, with the time it is at now right behind. */
    private static boolean isOldStart(Clause clause, Time time) {
        int at = clause.tokens().indexOf(time);
        String before = clause.text().folded().substring(0, time.from());
        List<Token> behind = clause.tokens().stream()
                .skip(at + 1L)
                .filter(t -> !(t instanceof Cue cue && cue.is("at")))
                .limit(2)
                .toList();
        return time.end() == null
                && clause.tokens().stream().anyMatch(OldTimes::isMove)
                && FROM.matcher(before).find()
                && behind.stream().anyMatch(Time.class::isInstance)
                && behind.stream().noneMatch(Label.class::isInstance);
    }

    /** The same, where the two were read as a range. */
    private static boolean isMovedRange(Clause clause, Time time) {
        String written = clause.text().folded().substring(time.from(), time.to());
        return time.end() != null
                && clause.tokens().stream()
                        .anyMatch(t -> isMove(t)
                                && clause.between(t.to(), time.from()).stream().noneMatch(Token.Day.class::isInstance))
                && FROM.matcher(clause.text().folded().substring(0, time.from()))
                        .find()
                && BY_WORD.matcher(written).matches();
    }

    /** "Race 1, 13:45, has been postponed": the time in front of the word is the old one, but not the second of two. */
    private static boolean isPutOff(Clause clause, Time time) {
        for (Cue cue : clause.all(Cue.class).filter(OldTimes::isMove).toList()) {
            List<Token> between = clause.between(time.to(), cue.from());
            boolean before = cue.from() > time.from() && between.stream().noneMatch(Label.class::isInstance);
            boolean second = clause.before(time).stream()
                    .takeWhile(t -> !(t instanceof Label))
                    .anyMatch(Time.class::isInstance);
            boolean last = between.stream().noneMatch(Time.class::isInstance);
            if (before && !(second && last)) {
                return true;
            }
        }
        return false;
    }

    /** "10.30 - 11.00 Qualifying (10.30 - 11.15)", "Practice (10:15 - 10:45 Silver; 10:30 - 11:30 all)": a line's time stands outside of brackets. */
    private static boolean isAside(Clause clause, Time time) {
        if (!clause.inBrackets(time) || Times.zoneOf(clause, time) != null || clause.words() > Reading.PROSE) {
            return false;
        }
        Time main = clause.all(Time.class)
                .filter(t -> t.from() < time.from() && !clause.inBrackets(t))
                .reduce((_, last) -> last)
                .orElse(null);
        if (main == null) {
            return false;
        }
        int begin = clause.text().folded().lastIndexOf('(', time.from());
        boolean labelFirst = clause.all(Label.class).anyMatch(l -> l.to() <= main.from());
        if (labelFirst && clause.between(main.to(), begin).stream().anyMatch(Label.class::isInstance)) {
            return false;
        }
        boolean named = clause.between(begin, clause.text().length()).stream().anyMatch(Label.class::isInstance);
        Integer end = main.end();
        Integer until = time.end();
        boolean within = end != null && time.start() >= main.start() && time.start() < end;
        boolean likeALength = until == null && (time.notation() == Notation.HOURS || time.start() < 4 * 60);
        return (within && until != null && end != null && until <= end)
                || (!named && !likeALength && !isZoned(clause, begin));
    }

    private static boolean isZoned(Clause clause, int begin) {
        int close = clause.text().folded().indexOf(')', begin);
        return clause.between(begin, close < 0 ? clause.text().length() : close).stream()
                .anyMatch(Zone.class::isInstance);
    }

    /** A repeat on television: the word stands between the time before and this one, or right behind it. */
    private static boolean isRepeat(Clause clause, Time time) {
        for (Token token : clause.before(time)) {
            if (token instanceof Time || token instanceof Label) {
                break;
            }
            if (token instanceof Cue cue && cue.is("repeat")) {
                return true;
            }
        }
        int at = clause.tokens().indexOf(time);
        return clause.tokens().stream()
                                .skip(at + 1L)
                                .filter(t -> !(t instanceof Mark mark && "(:-".indexOf(mark.sign()) >= 0))
                                .findFirst()
                                .orElse(null)
                        instanceof Cue next
                && next.is("repeat")
                && !hasOwnTime(clause, next);
    }

    /** "Race (repeat at 14:00)": the race is shown again then. */
    static boolean hasOwnTime(Clause clause, Cue repeat) {
        int close = clause.text().folded().indexOf(')', repeat.to());
        return clause.inBrackets(repeat)
                && close >= 0
                && clause.text()
                                .folded()
                                .substring(repeat.to(), close)
                                .chars()
                                .filter(Character::isDigit)
                                .count()
                        > 2;
    }
}

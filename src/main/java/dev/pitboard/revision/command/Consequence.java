package dev.pitboard.revision.command;

import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.chat.Platform;
import dev.pitboard.guide.Words;
import dev.pitboard.motorsport.Change;
import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.revision.Effect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a change does, for whoever decides on it: old and new side by side, overlaps, who is told, which reminders move. */
final class Consequence {
    /** More changes than this are counted, not listed. */
    private static final int LISTED = 12;

    private Consequence() {}

    /** Adds all of it, in the words of what would be. */
    static void addTo(Card.Builder card, Effect effect, Instant now) {
        List<Change> changes = effect.set().changes();
        card.rows(changes.stream()
                .flatMap(c -> ChangeLines.row(c, effect.before(), effect.after()).stream())
                .limit(LISTED)
                .toList());
        if (changes.size() > LISTED) {
            card.paragraph("And " + (changes.size() - LISTED) + " more changes.");
        }
        overlaps(effect).forEach(text -> card.paragraph(Line.strongly(text)));
        if (intoThePast(effect, now)) {
            card.paragraph(Line.strongly("That is in the past."));
        }
        card.fact("Told", told(effect));
        reminders(effect).ifPresent(r -> card.fact("Reminders", r));
    }

    /** Adds what was done. */
    static void addResult(Card.Builder card, Effect effect) {
        card.rows(effect.set().changes().stream()
                .flatMap(c -> ChangeLines.row(c, effect.before(), effect.after()).stream())
                .limit(LISTED)
                .toList());
        card.fact("Being told", told(effect));
    }

    private static String told(Effect effect) {
        if (effect.consequences().notices().isEmpty()) {
            return "nobody: it is no change to announce. What was posted already is brought up to date";
        }
        if (effect.allChats() == 0) {
            return "nobody: no chat has reminders of this on";
        }
        List<String> platforms = Arrays.stream(Platform.values())
                .filter(p -> effect.chats().getOrDefault(p, 0L) > 0)
                .map(p -> effect.chats().get(p) + " on " + p.label())
                .toList();
        return Wording.counted(effect.allChats(), "chat")
                + (effect.quiet() ? ", without a ping: " : ", with their pings: ")
                + Words.list(platforms);
    }

    /** Whether a session is moved to where it would have started already. */
    private static boolean intoThePast(Effect effect, Instant now) {
        return effect.set().changes().stream()
                .anyMatch(c -> c instanceof Change.OfSession(var before, Session after)
                        && after.status().goesAhead()
                        && after.start() != null
                        && after.start().isBefore(now)
                        && !(before != null
                                && before.time().equals(after.time())
                                && before.status() == after.status()));
    }

    private static Optional<String> reminders(Effect effect) {
        List<String> what = new ArrayList<>();
        if (effect.moved() > 0) {
            what.add(effect.moved() + " come at another time");
        }
        if (effect.again() > 0) {
            what.add(effect.again() + " that went out come again");
        }
        if (effect.dropped() > 0) {
            what.add(effect.dropped() + " don't come");
        }
        return what.isEmpty() ? Optional.empty() : Optional.of(Words.list(what));
    }

    /** A sentence for each pair of sessions of one series that overlap with the changes and did not before. */
    private static List<String> overlaps(Effect effect) {
        return effect.set().changes().stream()
                .flatMap(c -> c instanceof Change.OfSession session
                        ? effect.after().findFixture(session.id()).stream()
                        : Stream.empty())
                .flatMap(f -> f.round().sessions().stream()
                        .filter(s -> overlap(f.session(), s) && !overlapped(effect.before(), f.session(), s))
                        .map(s -> pair(f.session(), s)))
                .distinct()
                .toList();
    }

    private static String pair(Session one, Session other) {
        boolean inOrder = one.id().compareTo(other.id()) < 0;
        Session first = inOrder ? one : other;
        return first.name() + " and " + (inOrder ? other : one).name() + " overlap.";
    }

    private static boolean overlapped(Timetable before, Session one, Session other) {
        Optional<Fixture> first = before.findFixture(one.id());
        Optional<Fixture> second = before.findFixture(other.id());
        return first.isPresent()
                && second.isPresent()
                && overlap(first.get().session(), second.get().session());
    }

    private static boolean overlap(Session one, Session other) {
        return !one.id().equals(other.id())
                && (startsDuring(one, other) || startsDuring(other, one))
                && one.kind() != SessionKind.OTHER
                && other.kind() != SessionKind.OTHER
                && one.status().goesAhead()
                && other.status().goesAhead();
    }

    private static boolean startsDuring(Session one, Session other) {
        Instant start = one.start();
        Instant begin = other.start();
        Instant end = other.end();
        return start != null
                && begin != null
                && !start.isBefore(begin)
                && (start.equals(begin) || (end != null && start.isBefore(end)));
    }
}

package dev.pitboard.importing;

import dev.pitboard.motorsport.Changes;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Source;
import dev.pitboard.motorsport.Status;
import dev.pitboard.reading.DraftSession;
import dev.pitboard.reading.DraftStatus;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One round with what was read about it. */
final class RoundWork {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final String YES_OR_NO = "ok, or skip to leave it as it is";

    private final Round round;
    private final boolean isNew;
    private final Answers answers;
    private final Predicate<SessionId> byHand;
    private final Consumer<Asked> questions;
    private final Remake remake;
    private final ZoneId zone;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private boolean restored;

    /** @param questions is given what has to be asked */
    RoundWork(Round round, boolean isNew, Answers answers, Predicate<SessionId> byHand, Consumer<Asked> questions) {
        this.round = round;
        this.isNew = isNew;
        this.answers = answers;
        this.byHand = byHand;
        this.questions = questions;
        this.zone = round.circuit().zone();
        this.remake = new Remake(zone);
        round.sessions().forEach(s -> {
            names.add(s.name());
            ids.add(s.id().session());
        });
    }

    Round round() {
        return round;
    }

    boolean isNew() {
        return isNew;
    }

    void add(Collection<Piece> more) {
        pieces.addAll(more);
    }

    /**
     * Everything about its sessions.
     *
     * @param others whether the series has sessions that are none of the track
     */
    List<Item> items(boolean others) {
        askAboutStatus();
        Map<Piece, Session> known = Matching.of(pieces, round.sessions());
        pieces.forEach(piece -> items.add(item(piece, known.get(piece), others)));
        for (Session session : round.sessions()) {
            if (!known.containsValue(session) && session.kind() != SessionKind.OTHER) {
                items.add(gone(session));
            }
        }
        return items;
    }

    /** Sessions of a round that does not take place: does it after all? */
    private void askAboutStatus() {
        if (round.status().goesAhead() || pieces.stream().allMatch(p -> p.read().status() == DraftStatus.CANCELLED)) {
            return;
        }
        String key = "status-" + round.id();
        String value = answers.of(key);
        boolean answered = Answers.OK.equals(value) || Answers.SKIP.equals(value);
        restored = Answers.OK.equals(value);
        questions.accept(new Asked(
                key,
                pieces.getFirst().read().line(),
                round.name() + " is " + round.status().word() + " on the timetable. Does it take place after all?",
                YES_OR_NO,
                List.of(Answers.OK, Answers.SKIP),
                answered ? value : null));
        if (!answered) {
            pieces.replaceAll(p -> p.waitingFor(key));
        }
    }

    private Item item(Piece piece, @Nullable Session known, boolean others) {
        DraftSession read = piece.read();
        if (piece.skipped()) {
            return item(Fate.LEFT_OUT, known, known, piece, "left out, as answered");
        }
        if (known == null && read.kind() == SessionKind.OTHER && !others) {
            return item(Fate.LEFT_OUT, null, null, piece.with(read), "no session of the track");
        }
        String impossible = remake.impossible(read);
        if (impossible != null) {
            return item(Fate.IMPOSSIBLE, known, known, piece, impossible);
        }
        if (known == null) {
            return item(Fate.NEW, null, made(read), piece, null);
        }
        Session after = remake.with(known, read);
        return after.equals(known) ? item(Fate.SAME, known, known, piece, null) : changed(piece, known, after);
    }

    private Session made(DraftSession read) {
        String name = read.name().strip().replaceAll("\\s+", " ");
        name = name.substring(0, Math.min(100, name.length()));
        LocalDate day = remake.day(read);
        if (names.contains(name) && day != null) {
            name += " (" + DAY.format(day).substring(0, 3) + ")";
        }
        String called = name;
        for (int i = 2; !names.add(called); i++) {
            called = name + " (" + i + ")";
        }
        String word = Answers.word(called, read.kind().word());
        String id = word;
        for (int i = 2; !ids.add(id); i++) {
            id = word.substring(0, Math.min(21, word.length())) + "-" + i;
        }
        return remake.made(read, round.id(), id, called);
    }

    /** A change that is plain is made; one by hand, of the day, or that takes the time away is asked about. */
    private Item changed(Piece piece, Session known, Session after) {
        LocalDate before = Remake.day(known.time(), zone);
        LocalDate day = Remake.day(after.time(), zone);
        boolean hand = byHand.test(known.id());
        boolean otherDay = before != null && !before.equals(day);
        boolean noTime = known.time() instanceof SessionTime.Exact && !(after.time() instanceof SessionTime.Exact);
        if (!hand && !otherDay && !noTime) {
            return item(fate(known, after), known, after, piece, null);
        }
        String key = (hand ? "hand-" : "day-") + known.id();
        String text = hand
                ? known.name() + " was changed by hand since. Is it to be as it was read: " + told(after) + "?"
                : known.name() + " was on " + told(known) + " and is read as " + told(after) + ". Is that right?";
        String value = answers.of(key);
        Session then = after;
        String taken = value;
        if (value != null && !value.equals(Answers.OK) && !value.equals(Answers.SKIP)) {
            DraftSession corrected = Correction.time(piece.read(), value);
            taken = corrected == null || remake.impossible(corrected) != null ? null : value;
            then = corrected == null ? after : remake.with(known, corrected);
        }
        questions.accept(new Asked(
                key,
                piece.read().line(),
                text,
                "ok, skip to leave it as it is, or the right time such as 2023-09-30T16:50",
                List.of(Answers.OK, Answers.SKIP),
                taken));
        if (Answers.SKIP.equals(taken)) {
            return item(Fate.LEFT_OUT, known, known, piece, "stays as it is, as answered");
        }
        return item(fate(known, then), known, then, taken == null ? piece.waitingFor(key) : piece, null);
    }

    private String told(Session session) {
        return switch (session.time()) {
            case SessionTime.Exact exact -> {
                var local = exact.start().atZone(zone);
                yield DAY.format(local) + " at " + local.toLocalTime();
            }
            case SessionTime.DateOnly(LocalDate date) -> DAY.format(date) + ", without a time";
            case SessionTime.ToBeConfirmed() -> "a day that is not known";
        };
    }

    private static Fate fate(Session before, Session after) {
        if (after.status() == Status.CANCELLED && before.status() != Status.CANCELLED) {
            return Fate.CANCELLED;
        }
        if (!before.status().goesAhead() && after.status().goesAhead()) {
            return Fate.RESTORED;
        }
        boolean moved = !(before.start() == null ? before.time() : before.start())
                .equals(after.start() == null ? after.time() : after.start());
        return moved ? Fate.MOVED : Fate.CHANGED;
    }

    private Item gone(Session session) {
        String key = "gone-" + session.id();
        String value = answers.of(key);
        boolean answered = Answers.OK.equals(value) || Answers.SKIP.equals(value);
        questions.accept(new Asked(
                key,
                0,
                session.name() + " (" + told(session) + ") is on the timetable, but was not read. Is it to go?",
                YES_OR_NO,
                List.of(Answers.OK, Answers.SKIP),
                answered ? value : null));
        if (Answers.SKIP.equals(value)) {
            return new Item(Fate.LEFT_OUT, bare(), session, session, null, "stays, as answered", Set.of());
        }
        return new Item(Fate.GONE, bare(), session, null, null, null, answered ? Set.of() : Set.of(key));
    }

    private Item item(
            Fate fate, @Nullable Session before, @Nullable Session after, Piece piece, @Nullable String reason) {
        boolean decided = fate == Fate.LEFT_OUT
                || (fate == Fate.IMPOSSIBLE && piece.open().isEmpty());
        return new Item(fate, bare(), before, after, piece.read(), reason, decided ? Set.of() : piece.open());
    }

    private Round bare() {
        return Changes.withSessions(round, List.of());
    }

    /** The round with everything that no open question decides about, or null where nothing of it was taken in. */
    @Nullable
    Round after(Source source) {
        Map<SessionId, Session> sessions = new LinkedHashMap<>();
        round.sessions().forEach(s -> sessions.put(s.id(), s));
        boolean taken = false;
        for (Item item : items) {
            if (item.open().isEmpty() && item.fate() != Fate.LEFT_OUT && item.fate() != Fate.IMPOSSIBLE) {
                taken = true;
                if (item.after() != null) {
                    sessions.put(item.after().id(), item.after());
                } else if (item.before() != null) {
                    sessions.remove(item.before().id());
                }
            }
        }
        return taken ? dated(List.copyOf(sessions.values()), source) : isNew ? null : round;
    }

    /** Wide enough for its sessions; moved where none of them is within its old dates any more. */
    private Round dated(List<Session> sessions, Source source) {
        Set<LocalDate> days = sessions.stream()
                .map(s -> Remake.day(s.time(), zone))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        LocalDate first = days.stream().min(LocalDate::compareTo).orElse(round.firstDay());
        LocalDate last = days.stream().max(LocalDate::compareTo).orElse(round.lastDay());
        boolean there = days.isEmpty()
                || (!isNew
                        && days.stream().anyMatch(d -> !d.isBefore(round.firstDay()) && !d.isAfter(round.lastDay())));
        return new Round(
                round.id(),
                round.number(),
                round.name(),
                round.circuit(),
                there && round.firstDay().isBefore(first) ? round.firstDay() : first,
                there && round.lastDay().isAfter(last) ? round.lastDay() : last,
                restored ? Status.SCHEDULED : round.status(),
                round.gridSize(),
                sessions,
                round.results(),
                round.notes(),
                source);
    }
}

package dev.pitboard.guide;

import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.card.Tone;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is on now or next. */
public final class NextSession implements ChatCommand {
    private static final Signature SIGNATURE =
            Signature.guide("next-session", "What is on now, or next, and when", SeriesFinder.searchParameter());

    private final Supplier<Timetable> timetables;

    public NextSession(Supplier<Timetable> timetables) {
        this.timetables = timetables;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public List<Choice> complete(Parameter parameter, String typed, Request soFar) {
        return SeriesFinder.complete(timetables.get(), typed);
    }

    @Override
    public Card run(Request request) {
        Timetable timetable = timetables.get();
        Instant now = request.now();
        List<Series> candidates = SeriesFinder.candidates(timetable, request);
        Agenda agenda = Agenda.of(candidates, now);
        if (agenda.weekend().isEmpty()) {
            return seasonOver(timetable, candidates.getFirst(), now);
        }
        Weekend weekend = agenda.weekend().get();
        Card.Builder card;
        if (!agenda.onNow().isEmpty()) {
            card = onNow(agenda, now);
        } else if (agenda.undated().isPresent()) {
            card = undated(weekend, now);
        } else {
            card = next(agenda, weekend, now);
        }
        addTrouble(card, agenda, candidates, now);
        card.quiet(Facts.sources(weekend.season().source(), weekend.round().source()))
                .action(Buttons.timetable(weekend))
                .action(Buttons.track(weekend.round().circuit()));
        return card.action(Buttons.remindersOn(timetable, weekend.series())).build();
    }

    private static Card.Builder onNow(Agenda agenda, Instant now) {
        Card.Builder card = Card.titled(Tone.LIVE, "On now: " + names(agenda.onNow()));
        addSessions(card, agenda.onNow(), now);
        follow(card, agenda);
        return card;
    }

    private static Card.Builder next(Agenda agenda, Weekend weekend, Instant now) {
        Card.Builder card = Card.titled(Tone.INFO, "Next: " + names(agenda.next()));
        previousSeason(weekend, now).ifPresent(card::paragraph);
        addSessions(card, agenda.next(), now);
        List<Fixture> sameRounds = agenda.next().stream()
                .flatMap(f -> Weekend.of(f).fixtures().stream())
                .toList();
        List<Fixture> after =
                Agenda.startingFirst(sameRounds, Agenda.startOf(agenda.next().getFirst()));
        if (!after.isEmpty()) {
            card.fact("Then", brief(after));
        }
        return card;
    }

    private static Card.Builder undated(Weekend weekend, Instant now) {
        Round round = weekend.round();
        boolean begun = weekend.begunBy(now);
        Optional<String> over = previousSeason(weekend, now);
        String title = begun ? "This weekend: " + round.name() : "Next round: " + round.name();
        Card.Builder card =
                Card.titled(Tone.INFO, over.isEmpty() || begun ? title : "Season over · next: " + round.name());
        over.ifPresent(card::paragraph);
        card.fact("Round", round(weekend));
        card.fact("Dates", Line.of(Words.dates(round.firstDay(), round.lastDay()) + daysAhead(weekend, now)));
        card.fact("Where", Facts.where(round.circuit()));
        card.paragraph(
                round.sessions().isEmpty()
                        ? "The session times are not published yet."
                        : "No more session times are published yet.");
        return card;
    }

    private static String daysAhead(Weekend weekend, Instant now) {
        long days = ChronoUnit.DAYS.between(
                LocalDate.ofInstant(now, weekend.zone()), weekend.round().firstDay());
        return days < 1 ? "" : days == 1 ? " · tomorrow" : " · in " + days + " days";
    }

    private static void addSessions(Card.Builder card, List<Fixture> sessions, Instant now) {
        if (sessions.size() > 1) {
            boolean on = !Agenda.startOf(sessions.getFirst()).isAfter(now);
            card.paragraph(sessions.size() + (on ? " sessions are on." : " sessions start together."));
        }
        for (Fixture fixture : sessions) {
            if (sessions.size() > 1) {
                card.heading(SessionLines.name(fixture.session()) + " · "
                        + fixture.series().name());
            }
            SessionLines.addTo(card, fixture, now);
            card.fact("Round", round(Weekend.of(fixture)));
            card.fact("Where", Facts.where(fixture.round().circuit()));
        }
    }

    /** What comes after the sessions that are on, if the data tells. */
    private static void follow(Card.Builder card, Agenda agenda) {
        Weekend weekend = Weekend.of(agenda.onNow().getFirst());
        List<Fixture> next = agenda.undated().isPresent() ? List.of() : agenda.next();
        Optional<Weekend> nextWeekend =
                agenda.undated().or(() -> next.stream().findFirst().map(Weekend::of));
        boolean more = !weekend.round()
                .lastDay()
                .equals(weekend.day(agenda.onNow().getFirst().session()));
        if (next.stream().anyMatch(f -> f.round().equals(weekend.round()))) {
            card.fact("Then", brief(next));
        } else if (more) {
            card.fact("Then", "no more session times are published yet");
        } else {
            card.fact(
                    "Then",
                    nextWeekend
                            .map(w -> w.round().name() + ", "
                                    + Words.dates(
                                            w.round().firstDay(), w.round().lastDay()))
                            .orElse("nothing more this season"));
        }
    }

    private static Line brief(List<Fixture> fixtures) {
        Instant start = Agenda.startOf(fixtures.getFirst());
        return Line.of(Words.list(fixtures.stream().map(f -> f.session().name()).toList()) + ", ")
                .moment(start, MomentStyle.WEEKDAY_DATE_TIME);
    }

    private static String round(Weekend weekend) {
        Optional<String> numbered = weekend.numbered();
        return (numbered.isEmpty() ? weekend.round().name() : numbered.get().replace("Round ", "")) + " · "
                + weekend.seasonName();
    }

    private static String names(List<Fixture> fixtures) {
        return Words.list(fixtures.stream()
                        .map(f -> SessionLines.name(f.session()))
                        .toList())
                + " · "
                + Words.list(
                        fixtures.stream().map(f -> f.round().name()).distinct().toList());
    }

    private static Optional<String> previousSeason(Weekend weekend, Instant now) {
        boolean opener =
                weekend.equals(Weekend.of(weekend.series(), weekend.season()).getFirst());
        return weekend.series().seasons().stream()
                .filter(s -> s.year() < weekend.season().year())
                .reduce((_, newest) -> newest)
                .filter(s -> opener && SeasonFinder.overBy(weekend.series(), s, now))
                .filter(s -> s.rounds().stream().noneMatch(r -> r.status() == Status.POSTPONED))
                .map(s -> "The " + s.year() + " season is over. The "
                        + weekend.season().year() + " season opens at "
                        + weekend.round().name() + ".");
    }

    /** Says what was to come about now but does not. */
    private static void addTrouble(Card.Builder card, Agenda agenda, List<Series> series, Instant now) {
        Instant horizon = agenda.undated()
                .map(Weekend::begins)
                .or(() -> agenda.next().stream().findFirst().map(Agenda::startOf))
                .orElse(now)
                .plus(Duration.ofDays(1));
        for (Weekend weekend : Weekend.of(series)) {
            if (weekend.begins().isAfter(horizon) || weekend.overBy(now)) {
                continue;
            }
            Round round = weekend.round();
            if (!weekend.scheduled()) {
                card.paragraph(Line.strongly(round.name())
                        .text(" (" + Words.datesOfYear(round.firstDay(), round.lastDay()) + ") is ")
                        .strong(Words.status(round.status()))
                        .text("."));
                continue;
            }
            for (Session session : round.sessions()) {
                if (session.status() != Status.SCHEDULED && isNear(session, now, horizon)) {
                    card.paragraph(without(session));
                }
            }
        }
    }

    private static Line without(Session session) {
        Line line = Line.strongly(session.name());
        Instant start = session.start();
        if (start != null) {
            line = line.text(", planned for ")
                    .moment(start, MomentStyle.WEEKDAY_DATE_TIME)
                    .text(",");
        }
        return line.text(" is ").strong(Words.status(session.status())).text(".");
    }

    private static boolean isNear(Session session, Instant now, Instant horizon) {
        @Nullable Instant start = session.start();
        return start == null || (start.isAfter(now.minus(Agenda.ON_AT_MOST)) && start.isBefore(horizon));
    }

    private static Card seasonOver(Timetable timetable, Series series, Instant now) {
        Season season = SeasonFinder.inForce(series, now);
        Card.Builder card = Card.titled(Tone.INFO, "The " + season.year() + " season is over");
        Optional<Weekend> last =
                Weekend.of(series, season).stream().filter(Weekend::scheduled).reduce((_, latest) -> latest);
        last.ifPresent(w -> card.paragraph(
                "The " + w.seasonName() + " ended at " + w.round().name() + " on "
                        + Words.date(w.round().lastDay()) + ". The next season's calendar is not known here yet."));
        Stream.of(last.orElse(null)).filter(Objects::nonNull).forEach(w -> card.action(Buttons.calendar(w)));
        return card.quiet(Facts.sources(season.source()))
                .action(Buttons.remindersOn(timetable, series))
                .build();
    }
}

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
import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.sources.Sources;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
        List<Fixture> delayed = agenda.onNow().isEmpty() ? Agenda.delayed(candidates, now) : List.of();
        Weekend weekend = delayed.isEmpty() ? agenda.weekend().get() : Weekend.of(delayed.getFirst());
        List<Line> trouble = Trouble.around(candidates, agenda, now);
        boolean soon = !trouble.isEmpty() && previousSeason(weekend, now).isEmpty();
        Tone tone = !agenda.onNow().isEmpty() ? Tone.LIVE : soon ? Tone.WARNING : Tone.INFO;
        Card.Builder card =
                Card.titled(tone, delayed.isEmpty() ? title(agenda, weekend, now) : "Delayed: " + names(delayed));
        trouble.forEach(card::paragraph);
        if (!agenda.onNow().isEmpty()) {
            onNow(card, agenda, now);
        } else if (!delayed.isEmpty()) {
            delayed(card, agenda, weekend);
        } else if (agenda.undated().isPresent()) {
            undated(card, weekend, now);
        } else {
            next(card, agenda, weekend, now);
        }
        card.quiet(Facts.sources(now, shown(agenda, weekend)))
                .action(Buttons.timetable(weekend))
                .action(Buttons.track(weekend.round().circuit()));
        return card.action(Buttons.remindersOn(timetable, weekend.series())).build();
    }

    /** The rounds of everything that is shown. */
    private static Weekend[] shown(Agenda agenda, Weekend weekend) {
        List<Fixture> sessions =
                !agenda.onNow().isEmpty() ? agenda.onNow() : agenda.undated().isPresent() ? List.of() : agenda.next();
        return Stream.concat(Stream.of(weekend), sessions.stream().map(Weekend::of))
                .distinct()
                .toArray(Weekend[]::new);
    }

    private static String title(Agenda agenda, Weekend weekend, Instant now) {
        if (!agenda.onNow().isEmpty()) {
            return "On now: " + names(agenda.onNow());
        }
        String round = weekend.round().name();
        if (previousSeason(weekend, now).isPresent()) {
            return "Season over · next: " + round;
        }
        if (agenda.undated().isEmpty()) {
            return "Next: " + names(agenda.next());
        }
        return (weekend.begunBy(now) ? "This weekend: " : "Next round: ") + round;
    }

    private static void onNow(Card.Builder card, Agenda agenda, Instant now) {
        addSessions(card, agenda.onNow(), now);
        follow(card, agenda);
    }

    /** What was planned stands above already. */
    private static void delayed(Card.Builder card, Agenda agenda, Weekend weekend) {
        card.fact("New time", "not known yet");
        card.fact("Round", round(weekend));
        card.fact("Where", Facts.where(weekend.round().circuit()));
        if (agenda.undated().isEmpty() && !agenda.next().isEmpty()) {
            card.fact("Then", brief(agenda.next()));
        }
    }

    private static void next(Card.Builder card, Agenda agenda, Weekend weekend, Instant now) {
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
    }

    private static void undated(Card.Builder card, Weekend weekend, Instant now) {
        Round round = weekend.round();
        previousSeason(weekend, now).ifPresent(card::paragraph);
        card.fact("Round", round(weekend));
        card.fact("Dates", Line.of(Words.dates(round.firstDay(), round.lastDay()) + daysAhead(weekend, now)));
        card.fact("Where", Facts.where(round.circuit()));
        card.paragraph(
                round.sessions().isEmpty()
                        ? "The session times are not published yet."
                        : "No more session times are published yet.");
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
        if (sessions.size() > 1) {
            card.divider();
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

    private static Card seasonOver(Timetable timetable, Series series, Instant now) {
        Season season = SeasonFinder.inForce(series, now);
        Card.Builder card = Card.titled(Tone.INFO, "The " + season.year() + " season is over");
        Optional<Weekend> last =
                Weekend.of(series, season).stream().filter(Weekend::scheduled).reduce((_, latest) -> latest);
        last.ifPresent(w -> card.paragraph(
                "The " + w.seasonName() + " ended at " + w.round().name() + " on "
                        + Words.date(w.round().lastDay()) + ". The next season's calendar is not known here yet."));
        Stream.of(last.orElse(null)).filter(Objects::nonNull).forEach(w -> card.action(Buttons.calendar(w)));
        return card.quiet(Sources.line(season.source()))
                .action(Buttons.remindersOn(timetable, series))
                .build();
    }
}

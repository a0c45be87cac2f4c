package dev.pitboard.guide;

import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.MomentText;
import dev.pitboard.card.Tone;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.Result;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.Timetable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A round's sessions, by day. */
public final class WeekendTimetable implements ChatCommand {
    private static final String ROUND = "round";

    private final Supplier<Timetable> timetables;
    private final Signature signature;

    public WeekendTimetable(Supplier<Timetable> timetables) {
        this.timetables = timetables;
        this.signature = Signature.guide(
                "timetable",
                "A race weekend, by day",
                Parameter.search(ROUND, "Which round: a name or a number; otherwise the one that is on or next"),
                SeriesFinder.parameter(timetables));
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public List<Choice> complete(Parameter parameter, String typed, Request soFar) {
        return parameter.name().equals(ROUND)
                ? finder(soFar).complete(typed)
                : SeriesFinder.complete(timetables.get(), typed);
    }

    @Override
    public Card run(Request request) {
        RoundFinder finder = finder(request);
        Weekend weekend = request.argument(ROUND).map(finder::find).orElseGet(finder::standard);
        Round round = weekend.round();
        Card.Builder card = Card.titled(
                weekend.scheduled() ? Tone.INFO : Tone.WARNING, round.name() + " · " + weekend.seasonName());
        card.paragraph(weekend.numbered().map(n -> n + " · ").orElse("")
                + Words.dates(round.firstDay(), round.lastDay()) + " · " + Facts.where(round.circuit()));
        if (round.status() != Status.SCHEDULED) {
            card.paragraph(Line.of("This round is ")
                    .strong(Words.status(round.status()))
                    .text("."));
        }
        addDays(card, weekend, request.now());
        if (weekend.overBy(request.now())) {
            addWinners(card, round);
        }
        round.notes().forEach(card::paragraph);
        card.quiet(Facts.sources(request.now(), weekend));
        card.action(Buttons.track(round.circuit())).action(Buttons.calendar(weekend));
        if (weekend.scheduled() && !weekend.overBy(request.now())) {
            card.action(Buttons.remindersOn(timetables.get(), weekend.series()));
        }
        return card.build();
    }

    private static void addDays(Card.Builder card, Weekend weekend, Instant now) {
        if (weekend.round().sessions().isEmpty() && !weekend.scheduled()) {
            return;
        }
        if (weekend.round().sessions().isEmpty()) {
            card.paragraph(
                    weekend.overBy(now)
                            ? "The session times of this round are not known here."
                            : "The session times are not published yet.");
            return;
        }
        List<Fixture> fixtures = weekend.fixtures();
        List<Fixture> next = weekend.scheduled() ? Agenda.startingFirst(fixtures, now) : List.of();
        Map<LocalDate, List<Fixture>> days = new TreeMap<>();
        List<Fixture> open = new ArrayList<>();
        for (Fixture fixture : fixtures) {
            LocalDate day = weekend.day(fixture.session());
            (day == null ? open : days.computeIfAbsent(day, _ -> new ArrayList<>())).add(fixture);
        }
        days.forEach((day, sessions) -> {
            card.heading(Words.day(day));
            card.rows(rows(sessions, next, now));
        });
        if (!open.isEmpty()) {
            card.heading("Day to be confirmed").rows(rows(open, next, now));
        }
        fixtures.stream()
                .map(f -> f.session().start())
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(start ->
                        card.quiet("The times in front are yours. Days and track times are those of the circuit ("
                                + MomentText.zoneName(start, weekend.zone()) + ")."));
    }

    private static List<Block.Row> rows(List<Fixture> sessions, List<Fixture> next, Instant now) {
        return sessions.stream()
                .sorted(Comparator.comparing(
                        f -> f.session().time() instanceof SessionTime.Exact exact ? exact.start() : Instant.MAX))
                .map(f -> SessionLines.row(f, now, next.contains(f)))
                .toList();
    }

    private static void addWinners(Card.Builder card, Round round) {
        List<Block.Row> winners = round.results().stream()
                .filter(r -> r.place() == 1 && r.category() == null)
                .map(r -> new Block.Row(Line.of(r.race()), winner(r)))
                .toList();
        if (!winners.isEmpty()) {
            card.heading("Winners").rows(winners);
        }
    }

    private static Line winner(Result result) {
        Line line = Line.strongly(
                (result.number() == null ? "" : "#" + result.number() + " ") + String.join(" / ", result.drivers()));
        String team = Results.teamAndCar(result);
        return team.isEmpty() ? line : line.text(" · " + team);
    }

    private RoundFinder finder(Request request) {
        return new RoundFinder(SeriesFinder.candidates(timetables.get(), request), request.now(), "timetable round=");
    }
}

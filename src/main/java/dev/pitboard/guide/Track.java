package dev.pitboard.guide;

import dev.pitboard.card.Action;
import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.card.Tone;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.command.UserError;
import dev.pitboard.motorsport.Circuit;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Source;
import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.sources.Sources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A circuit: where it is, how long, what time it is there, and what is held there. */
public final class Track implements ChatCommand {
    private static final String PLACE = "place";

    private final Supplier<Timetable> timetables;
    private final Signature signature;

    public Track(Supplier<Timetable> timetables) {
        this.timetables = timetables;
        this.signature = Signature.guide(
                "track",
                "A circuit: where, how long, local time there, rounds held there",
                Parameter.search(PLACE, "Which round or circuit; otherwise the one that is on or next"),
                SeriesFinder.parameter(timetables));
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public List<Choice> complete(Parameter parameter, String typed, Request soFar) {
        if (!parameter.name().equals(PLACE)) {
            return SeriesFinder.complete(timetables.get(), typed);
        }
        List<Circuit> ordered = new ArrayList<>();
        if (!timetables.get().series().isEmpty()) {
            ordered.add(finder(soFar).standard().round().circuit());
        }
        timetables.get().circuits().stream().filter(c -> !ordered.contains(c)).forEach(ordered::add);
        return Names.ranked(typed, ordered, RoundFinder::names).stream()
                .map(c -> new Choice(c.name(), c.id()))
                .toList();
    }

    @Override
    public Card run(Request request) {
        Circuit circuit = request.argument(PLACE)
                .map(typed -> find(typed, request))
                .orElseGet(() -> finder(request).standard().round().circuit());
        Card.Builder card = Card.titled(Tone.INFO, circuit.name());
        String country = Names.country(circuit.country());
        card.fact("Location", circuit.place());
        card.fact("Country", country);
        Integer length = circuit.lengthMetres();
        if (length != null) {
            card.fact("Length", Words.kilometres(length));
        }
        if (circuit.corners() != null) {
            card.fact("Corners", String.valueOf(circuit.corners()));
        }
        card.fact("Time there", Line.empty().trackTime(request.now(), circuit.zone(), MomentStyle.WEEKDAY_DATE_TIME));
        circuit.notes().forEach(card::paragraph);
        List<Weekend> here = heldAt(circuit);
        for (Series series : here.stream().map(Weekend::series).distinct().toList()) {
            card.heading(series.name());
            card.rows(here.stream()
                    .filter(w -> w.series().equals(series))
                    .map(w -> row(w, request.now()))
                    .toList());
        }
        card.quiet(Sources.line(circuit.sources().toArray(Source[]::new)));
        shown(here, request.now()).ifPresent(w -> card.action(Buttons.timetableOf(w)));
        Buttons.map(card, circuit);
        return card.build();
    }

    private static Block.Row row(Weekend weekend, Instant now) {
        Line main = Line.of(
                Words.datesOfYear(weekend.round().firstDay(), weekend.round().lastDay()));
        Integer number = weekend.round().number();
        main = main.text(number == null ? "" : " · round " + number);
        if (!weekend.scheduled()) {
            main = main.text(" · ").strong(Words.status(weekend.round().status()));
        } else if (weekend.begunBy(now) && !weekend.overBy(now)) {
            main = main.text(" · ").strong("under way");
        }
        if (weekend.round().status() == Status.TENTATIVE) {
            main = main.text(" · ").strong(Words.status(weekend.round().status()));
        }
        return new Block.Row(Line.of(String.valueOf(weekend.season().year())), main);
    }

    private Circuit find(String typed, Request request) {
        List<Circuit> circuits = timetables.get().circuits();
        List<Circuit> found = Names.best(typed, circuits, RoundFinder::names);
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.isEmpty()) {
            return finder(request).find(typed).round().circuit();
        }
        throw new UserError(
                Line.of("Which one: "
                        + Words.choice(found.stream().map(Circuit::name).toList()) + "?"),
                found.stream()
                        .limit(5)
                        .<Action>map(c -> new Action.Run(Buttons.label(c.name()), "track place=" + c.id()))
                        .toList());
    }

    private List<Weekend> heldAt(Circuit circuit) {
        return Weekend.of(timetables.get()).stream()
                .filter(w -> w.round().circuit().id().equals(circuit.id()))
                .toList();
    }

    private static Optional<Weekend> shown(List<Weekend> here, Instant now) {
        return here.stream()
                .filter(w -> w.scheduled() && !w.overBy(now))
                .findFirst()
                .or(() -> here.stream().reduce((_, last) -> last));
    }

    private RoundFinder finder(Request request) {
        return new RoundFinder(SeriesFinder.candidates(timetables.get(), request), request.now(), "track place=");
    }
}

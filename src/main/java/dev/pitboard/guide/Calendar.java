package dev.pitboard.guide;

import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Tone;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.sources.Sources;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A season's rounds. */
public final class Calendar implements ChatCommand {
    private static final Signature SIGNATURE = Signature.guide(
            "calendar",
            "The rounds of a season, and which is next",
            SeasonFinder.parameter(),
            SeriesFinder.searchParameter());

    private final Supplier<Timetable> timetables;

    public Calendar(Supplier<Timetable> timetables) {
        this.timetables = timetables;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public List<Choice> complete(Parameter parameter, String typed, Request soFar) {
        return parameter.name().equals(SeasonFinder.SEASON)
                ? SeasonFinder.complete(SeriesFinder.find(timetables.get(), soFar), typed)
                : SeriesFinder.complete(timetables.get(), typed);
    }

    @Override
    public Card run(Request request) {
        Series series = SeriesFinder.find(timetables.get(), request);
        Season season = SeasonFinder.find(series, request, "calendar");
        Instant now = request.now();
        List<Weekend> weekends = Weekend.of(series, season);
        Optional<Weekend> next =
                weekends.stream().filter(w -> w.scheduled() && !w.overBy(now)).findFirst();
        Card.Builder card = Card.titled(Tone.INFO, series.name() + " " + season.year());
        card.paragraph(summary(weekends, next, now));
        card.rows(weekends.stream()
                .map(w -> row(w, next.filter(w::equals).isPresent(), now))
                .toList());
        season.champions().stream()
                .filter(_ -> next.isEmpty())
                .forEach(c -> card.fact(c.category(), String.join(" / ", c.drivers())));
        season.notes().forEach(card::quiet);
        card.quiet(Sources.line(season.source()));
        next.ifPresent(w -> card.action(Buttons.timetableOf(w)));
        SeasonFinder.newestFirst(series).reversed().stream()
                .filter(s -> Math.abs(s.year() - season.year()) == 1)
                .forEach(s -> card.run(
                        s.year() + " calendar",
                        "calendar season=" + s.year() + SeriesFinder.suffix(timetables.get(), series)));
        return card.build();
    }

    private static String summary(List<Weekend> weekends, Optional<Weekend> next, Instant now) {
        if (weekends.isEmpty()) {
            return "The rounds of this season are not known here yet.";
        }
        long held = weekends.stream().filter(Weekend::scheduled).count();
        String rounds = held + (held == 1 ? " round." : " rounds.");
        return next.map(w -> rounds + (w.begunBy(now) ? " Under way: " : " Next: ")
                        + w.round().name() + ", "
                        + Words.datesOfYear(w.round().firstDay(), w.round().lastDay()) + ".")
                .orElse(rounds + " The season is over.");
    }

    private static Block.Row row(Weekend weekend, boolean next, Instant now) {
        Round round = weekend.round();
        Line main = Line.strongly(round.name())
                .text(", " + Names.country(round.circuit().country()) + " · "
                        + Words.datesOfYear(round.firstDay(), round.lastDay()));
        if (!weekend.scheduled()) {
            main = main.text(" · ").strong(Words.status(round.status()));
        } else if (next) {
            main = main.text(" · ").strong(weekend.begunBy(now) ? "under way" : "next");
        }
        if (round.status() == Status.TENTATIVE) {
            main = main.text(" · ").strong(Words.status(round.status()));
        }
        String number = round.number() == null ? "–" : String.valueOf(round.number());
        return new Block.Row(Line.of(number), main);
    }
}

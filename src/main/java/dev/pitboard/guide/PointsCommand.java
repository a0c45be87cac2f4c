package dev.pitboard.guide;

import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Tone;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.motorsport.Points;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Source;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.motorsport.WeekendFormat;
import dev.pitboard.sources.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How a weekend goes and how points are given. */
public final class PointsCommand implements ChatCommand {
    private static final Signature SIGNATURE =
            Signature.guide("points", "How a weekend goes, and how points are given", SeriesFinder.searchParameter());

    private final Supplier<Timetable> timetables;

    public PointsCommand(Supplier<Timetable> timetables) {
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
        Series series = SeriesFinder.find(timetables.get(), request);
        WeekendFormat format = series.format();
        Points points = series.points();
        Card.Builder card = Card.titled(Tone.INFO, "Weekend and points · " + series.name());
        List<Source> sources = new ArrayList<>();
        card.heading("The weekend");
        if (format == null) {
            card.paragraph("The weekend format is not known here yet.");
        } else {
            format.items().forEach(i -> card.fact(Words.kind(i.kind()), i.text()));
            format.notes().forEach(card::paragraph);
            sources.add(format.source() == null ? series.source() : format.source());
        }
        card.heading("Points");
        if (points == null || points.rules().isEmpty()) {
            card.paragraph("How points are given is not known here yet.");
        } else {
            card.rows(points.rules().stream().map(PointsCommand::row).toList());
            points.rules().forEach(r -> sources.add(r.source() == null ? series.source() : r.source()));
        }
        if (points != null && points.rules().stream().anyMatch(r -> !r.confirmed())) {
            card.paragraph("Unconfirmed: no source known here states it for this series.");
        }
        return card.quiet(Sources.line(sources.toArray(Source[]::new)))
                .run("Calendar", "calendar series=" + series.id())
                .run("Drivers", "drivers" + SeriesFinder.suffix(timetables.get(), series))
                .build();
    }

    private static Block.Row row(Points.Rule rule) {
        Line main = Line.strongly(rule.name());
        List<Line> details = new ArrayList<>();
        if (!rule.text().isBlank()) {
            details.add(Line.of(rule.text()));
        }
        if (!rule.scale().isEmpty()) {
            details.add(Line.of(rule.scale().stream().map(String::valueOf).collect(Collectors.joining("–"))));
        }
        return new Block.Row(
                Line.empty(), rule.confirmed() ? main : main.text(" · ").strong("unconfirmed"), details);
    }
}

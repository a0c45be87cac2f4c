package dev.pitboard.revision.command;

import dev.pitboard.card.Card;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.guide.SeriesFinder;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Timetable;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * A command about one series, for those who may change it.
 *
 * @param answers from the series and the request
 */
record SeriesCommand(
        Signature signature, Supplier<Timetable> timetables, Rights rights, BiFunction<Series, Request, Card> answers)
        implements ChatCommand {
    @Override
    public List<Choice> complete(Parameter parameter, String typed, Request soFar) {
        return SeriesFinder.complete(timetables.get(), typed);
    }

    @Override
    public Card run(Request request) {
        return answers.apply(rights.series(request, timetables.get()), request);
    }
}

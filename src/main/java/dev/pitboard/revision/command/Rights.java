package dev.pitboard.revision.command;

import dev.pitboard.chat.Platform;
import dev.pitboard.command.Request;
import dev.pitboard.command.UserError;
import dev.pitboard.guide.SeriesFinder;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.revision.Stewards;
import java.util.List;

/** Who may change what: the host everything, stewards the series they were named for. */
final class Rights {
    private final Stewards stewards;

    Rights(Stewards stewards) {
        this.stewards = stewards;
    }

    /** Who asks, as revisions name them: {@code discord:<id>}, {@code telegram:<id>} or {@code terminal}. */
    static String person(Request request) {
        return request.caller().isHost()
                ? Platform.TERMINAL.word()
                : request.platform().word() + ":" + request.caller().id();
    }

    /** @throws UserError when whoever asks may not change that series */
    void demand(Request request, Series series) {
        if (!may(request, series)) {
            throw new UserError(refusal("of the " + series.name() + " changes it", request));
        }
    }

    /** The series that whoever asks may change. @throws UserError when there is none */
    List<Series> open(Request request, Timetable today) {
        List<Series> open = today.series().stream().filter(s -> may(request, s)).toList();
        if (open.isEmpty()) {
            throw new UserError(
                    today.series().isEmpty()
                            ? "There is no timetable here yet, so there is nothing to change."
                            : refusal("changes a timetable", request));
        }
        return open;
    }

    /** The series asked for, or the only one that whoever asks may change, or the one that is on or next. */
    Series series(Request request, Timetable today) {
        List<Series> open = open(request, today);
        if (request.argument(SeriesFinder.SERIES).isEmpty() && open.size() == 1) {
            return open.getFirst();
        }
        Series series = SeriesFinder.find(today, request);
        demand(request, series);
        return series;
    }

    private boolean may(Request request, Series series) {
        return request.caller().isHost() || stewards.may(person(request), series.id());
    }

    private static String refusal(String does, Request request) {
        return "Only a steward " + does + ", and you are none. Whoever runs this bot names stewards, with: "
                + "./pitboard steward add " + person(request);
    }
}

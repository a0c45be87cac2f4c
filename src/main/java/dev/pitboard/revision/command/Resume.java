package dev.pitboard.revision.command;

import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.card.Tone;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.guide.SeriesFinder;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.revision.Silences;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /resume}: ends the silence of a series. */
final class Resume implements ChatCommand {
    private static final Signature SIGNATURE =
            Wording.signature("resume", "End the silence of a series", SeriesFinder.searchParameter());

    private final Supplier<Timetable> timetables;
    private final Silences silences;
    private final Rights rights;
    private final Runnable onChange;

    /** @param onChange called after a silence ended */
    Resume(Supplier<Timetable> timetables, Silences silences, Rights rights, Runnable onChange) {
        this.timetables = timetables;
        this.silences = silences;
        this.rights = rights;
        this.onChange = onChange;
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
        Series series = rights.series(request, timetables.get());
        Optional<Silences.Silence> ended = silences.end(series.id(), request.now());
        if (ended.isEmpty()) {
            return Card.titled(Tone.INFO, "The " + series.name() + " was not silent")
                    .build();
        }
        onChange.run();
        return Card.titled(Tone.DONE, "The " + series.name() + " is resumed")
                .paragraph(Line.of("It was silent since ")
                        .moment(ended.get().since(), MomentStyle.DATE_TIME)
                        .text(", by " + Wording.who(ended.get().who())
                                + ". What is still of use of what was held follows now."))
                .run("What is next", "next-session series=" + series.id())
                .build();
    }
}

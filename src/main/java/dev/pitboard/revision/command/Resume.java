package dev.pitboard.revision.command;

import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.card.Tone;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.guide.SeriesFinder;
import dev.pitboard.motorsport.Series;
import dev.pitboard.revision.Silences;
import java.util.Optional;

/** {@code /resume}: ends the silence of a series. */
final class Resume {
    static final Signature SIGNATURE =
            Wording.signature("resume", "End the silence of a series", SeriesFinder.searchParameter());

    private final Silences silences;
    private final Runnable onChange;

    /** @param onChange called after a silence ended */
    Resume(Silences silences, Runnable onChange) {
        this.silences = silences;
        this.onChange = onChange;
    }

    Card end(Series series, Request request) {
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

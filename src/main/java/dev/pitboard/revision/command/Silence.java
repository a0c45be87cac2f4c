package dev.pitboard.revision.command;

import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.card.Tone;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.guide.SeriesFinder;
import dev.pitboard.motorsport.Series;
import dev.pitboard.revision.Silences;
import java.time.Duration;
import java.time.Instant;

/** {@code /silence}: holds every message of a series at once. Nothing is asked: there is no time for it. */
final class Silence {
    private static final String LENGTH = "length";
    private static final Duration LONGEST = Duration.ofDays(7);

    static final Signature SIGNATURE = Wording.signature(
            "silence",
            "Hold every message of a series, at once",
            SeriesFinder.searchParameter(),
            Parameter.words(
                    LENGTH, "For how long, such as 30m; without it: until /resume", Amount::looksLikeOne, false));

    private final Silences silences;
    private final Runnable onChange;

    /** @param onChange called after a silence began */
    Silence(Silences silences, Runnable onChange) {
        this.silences = silences;
        this.onChange = onChange;
    }

    Card begin(Series series, Request request) {
        Instant until = request.argument(LENGTH)
                .map(l -> request.now().plus(Amount.parse(l, LONGEST)))
                .orElse(null);
        silences.begin(new Silences.Silence(series.id(), Rights.person(request), request.now(), until));
        onChange.run();
        Line how = until == null
                ? Line.of("until somebody resumes it")
                : Line.of("until ").moment(until, MomentStyle.DATE_TIME).text(", or until somebody resumes it");
        return Card.titled(Tone.WARNING, "The " + series.name() + " is silent")
                .paragraph(Line.of("No reminder, notice or edit of it goes out ")
                        .then(how)
                        .text("."))
                .paragraph("What is of no use any more by then is not sent; the rest follows.")
                .run("Resume", "resume series=" + series.id())
                .build();
    }
}

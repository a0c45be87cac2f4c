package dev.pitboard.guide;

import dev.pitboard.card.Action;
import dev.pitboard.card.Card;
import dev.pitboard.motorsport.Circuit;
import dev.pitboard.motorsport.Coordinates;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Timetable;
import java.net.URI;
import java.util.Locale;

/** The buttons that lead from one card to the next. */
final class Buttons {
    private static final int LONGEST_LABEL = 40;

    private Buttons() {}

    static Action timetable(Weekend weekend) {
        return new Action.Run("Timetable", "timetable round=" + weekend.id());
    }

    static Action timetableOf(Weekend weekend) {
        return new Action.Run(label("Timetable " + weekend.round().name()), "timetable round=" + weekend.id());
    }

    static Action track(Circuit circuit) {
        return new Action.Run("Track", "track place=" + circuit.id());
    }

    static Action calendar(Weekend weekend) {
        return new Action.Run(
                "Calendar",
                "calendar season=" + weekend.season().year() + " series="
                        + weekend.series().id());
    }

    static Action remindersOn(Timetable timetable, Series series) {
        return new Action.Run("Turn reminders on", "reminders on" + SeriesFinder.suffix(timetable, series));
    }

    static void map(Card.Builder card, Circuit circuit) {
        Coordinates at = circuit.coordinates();
        if (at != null) {
            card.action(new Action.Open(
                    "Map",
                    URI.create(String.format(
                            Locale.ROOT,
                            "https://www.openstreetmap.org/?mlat=%.4f&mlon=%.4f",
                            at.latitude(),
                            at.longitude()))));
        }
    }

    /** The text cut to what a button may hold. */
    static String label(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_LABEL
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
    }
}

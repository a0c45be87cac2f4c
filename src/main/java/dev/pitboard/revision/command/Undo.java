package dev.pitboard.revision.command;

import dev.pitboard.card.Action;
import dev.pitboard.card.Card;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.command.UserError;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.revision.ChangeSet;
import dev.pitboard.revision.RaceControl;
import dev.pitboard.revision.Revision;
import dev.pitboard.revision.Revisions;
import java.util.function.Supplier;

/** {@code /undo}: takes one revision back and leaves what changed since as it is, after asking once. */
final class Undo implements ChatCommand {
    private static final String NUMBER = "number";

    private static final Signature SIGNATURE = Wording.signature(
            "undo",
            "Take a change of the timetable back",
            Parameter.words(
                    NUMBER, "The number of the revision, as /history shows it", w -> w.matches("#?\\d+"), false),
            Wording.confirm());

    private final Supplier<Timetable> timetables;
    private final RaceControl control;
    private final Revisions revisions;
    private final Rights rights;

    Undo(Supplier<Timetable> timetables, RaceControl control, Revisions revisions, Rights rights) {
        this.timetables = timetables;
        this.control = control;
        this.revisions = revisions;
        this.rights = rights;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Card run(Request request) {
        rights.open(request, timetables.get());
        String typed = request.argument(NUMBER).orElse("").replace("#", "");
        if (!typed.matches("\\d{1,15}")) {
            throw new UserError("Say which revision, by its number in the history.");
        }
        long number = Long.parseLong(typed);
        Revision revision =
                revisions.find(number).orElseThrow(() -> new UserError("There is no revision " + number + "."));
        Series series = timetables
                .get()
                .findSeries(revision.series())
                .orElseThrow(() -> new UserError("The series of revision " + number + " is not there any more."));
        rights.demand(request, series);
        return new Decision(control).answer(request, () -> {
            ChangeSet set = control.undoing(number, Rights.person(request));
            return new Intent(
                    set,
                    new Action.Run(
                            "Calendar",
                            "calendar season=" + set.year() + " series="
                                    + set.series().id()),
                    "Take revision " + number + " back?",
                    "Take it back",
                    "Revision " + number + " is taken back",
                    "undo number=" + number);
        });
    }
}

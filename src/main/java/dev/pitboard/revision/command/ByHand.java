package dev.pitboard.revision.command;

import dev.pitboard.command.ChatCommand;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.revision.RaceControl;
import dev.pitboard.revision.Revisions;
import dev.pitboard.revision.Silences;
import dev.pitboard.revision.Stewards;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The commands with which stewards and the host change the timetable on the day. */
public final class ByHand {
    private ByHand() {}

    /**
     * All of them, in the order in which help lists them.
     *
     * @param onChange called after a silence began or ended, so that messages are held or follow
     */
    public static List<ChatCommand> commands(
            Supplier<Timetable> timetables,
            RaceControl control,
            Revisions revisions,
            Stewards stewards,
            Silences silences,
            Runnable onChange) {
        Rights rights = new Rights(stewards);
        List<ChatCommand> commands = new ArrayList<>();
        SessionVerbs.all().forEach(verb -> commands.add(new SessionCommand(timetables, control, rights, verb)));
        Silence silence = new Silence(silences, onChange);
        Resume resume = new Resume(silences, onChange);
        History history = new History(timetables, revisions);
        commands.add(new SeriesCommand(Silence.SIGNATURE, timetables, rights, silence::begin));
        commands.add(new SeriesCommand(Resume.SIGNATURE, timetables, rights, resume::end));
        commands.add(new SeriesCommand(History.SIGNATURE, timetables, rights, (series, _) -> history.of(series)));
        commands.add(new Undo(timetables, control, revisions, rights));
        commands.add(new StewardsCommand(timetables, stewards));
        return commands;
    }
}

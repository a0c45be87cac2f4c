package dev.pitboard.importing;

import dev.pitboard.card.Action;
import dev.pitboard.card.Line;
import dev.pitboard.command.UserError;
import dev.pitboard.motorsport.Circuit;
import dev.pitboard.motorsport.Source;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reading.Draft;
import dev.pitboard.reading.Unreadable;
import dev.pitboard.revision.ChangeSet;
import dev.pitboard.revision.Effect;
import dev.pitboard.revision.Origin;
import dev.pitboard.revision.Outdated;
import dev.pitboard.revision.Proposal;
import dev.pitboard.revision.Proposals;
import dev.pitboard.revision.RaceControl;
import dev.pitboard.revision.Revision;
import dev.pitboard.revision.Revisions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Imports from the first look to the approval. What an import would do is worked out anew at each look, from its input, its
 * answers and the timetable as it is then. Methods throw {@link UserError} for a person's mistake and
 * {@link dev.pitboard.command.Unavailable} when the database can't be reached.
 */
public final class Imports {
    private final RaceControl control;
    private final Revisions revisions;
    private final Proposals proposals;
    private final Supplier<Timetable> timetables;
    private final DraftReading reading;
    private final InstantSource clock;

    /**
     * @param timetables the one in force, which {@code control} keeps
     * @param clock timetable time
     */
    public Imports(
            RaceControl control,
            Revisions revisions,
            Proposals proposals,
            Supplier<Timetable> timetables,
            DraftReading reading,
            InstantSource clock) {
        this.control = control;
        this.revisions = revisions;
        this.proposals = proposals;
        this.timetables = timetables;
        this.reading = reading;
        this.clock = clock;
    }

    /**
     * Reads something and keeps it to be approved.
     *
     * @param source where it comes from, for people
     * @param upFront answers that are known already, by their keys
     * @param who see {@link ChangeSet#who}
     */
    public ImportPreview propose(String source, byte[] input, Map<String, String> upFront, String who) {
        if (input.length > Proposals.LARGEST) {
            throw new UserError("This is larger than " + (Proposals.LARGEST >> 20) + " MiB, the most that is read.");
        }
        Proposal trial = new Proposal(
                0, Proposal.Kind.IMPORT, source, input, upFront, who, clock.instant(), Proposal.State.OPEN);
        if (read(trial, new Answers(upFront)).sessions().isEmpty()) {
            throw new UserError("No session was found in " + source
                    + ". I read plain text such as a press release, calendar files, CSV and JSON.");
        }
        return look(proposals
                .add(Proposal.Kind.IMPORT, source, input, upFront, who, clock.instant())
                .id());
    }

    /** All that wait, newest first. */
    public List<Proposal> open() {
        return proposals.open();
    }

    /** What one that waits would do now. */
    public ImportPreview look(long id) {
        return look(waiting(id));
    }

    private ImportPreview look(Proposal proposal) {
        return look(proposal, proposal.who());
    }

    /** The proposal with that id, which has to wait still. */
    public Proposal waiting(long id) {
        Proposal proposal = proposals
                .find(id)
                .orElseThrow(() -> new UserError(
                        Line.of("There is no import " + id + "."), List.of(new Action.Run("List", "import list"))));
        return switch (proposal.state()) {
            case OPEN -> proposal;
            case APPROVED -> throw new UserError("Import " + id + " was approved already.");
            case DROPPED -> throw new UserError("Import " + id + " was dropped.");
        };
    }

    /** @param who who would approve it */
    private ImportPreview look(Proposal proposal, String who) {
        control.refresh();
        Answers answers = new Answers(proposal.answers());
        Draft draft = read(proposal, answers);
        Source source = new Source(shortened(proposal.source()), null, null, clock.instant());
        Resolution resolution =
                Resolution.of(draft, answers, new Present(timetables.get(), new HandChanges(revisions), source));
        try {
            return preview(proposal, draft, resolution, who);
        } catch (Outdated meanwhile) {
            throw changedMeanwhile(proposal.id());
        }
    }

    private ImportPreview preview(Proposal proposal, Draft draft, Resolution resolution, String who) throws Outdated {
        List<Effect> effects = new ArrayList<>();
        for (SeasonPlan plan : resolution.plans()) {
            effects.add(control.preview(changeSet(plan, proposal, who)));
        }
        return new ImportPreview(proposal, draft, resolution, effects, Fingerprint.of(resolution));
    }

    private Draft read(Proposal proposal, Answers answers) {
        Timetable timetable = timetables.get();
        Circuit circuit = new CircuitChoice(timetable, answers).answered();
        try {
            return reading.read(proposal.input(), answers.known(circuit == null ? null : circuit.zone()), timetable);
        } catch (Unreadable unreadable) {
            throw new UserError(unreadable.sentence());
        }
    }

    private ChangeSet changeSet(SeasonPlan plan, Proposal proposal, String who) {
        return control.changing(
                plan.series(),
                plan.before(),
                plan.after(),
                Origin.IMPORT,
                who,
                "imported from " + shortened(proposal.source()));
    }

    private static String shortened(String source) {
        return source.length() <= 80 ? source : source.substring(0, 79) + "…";
    }

    /** Answers a question, or gives an answer that is about the whole input, which may be taken back with an empty value. */
    public ImportPreview answer(long id, String key, String value) {
        Proposal proposal = waiting(id);
        ImportPreview before = look(proposal);
        Asked asked = before.resolution().questions().stream()
                .filter(q -> q.key().equals(key))
                .findFirst()
                .orElse(null);
        if (asked == null && !Answers.UP_FRONT.contains(key)) {
            throw new UserError("Import " + id + " has no question “" + key + "”. Open are: "
                    + String.join(
                            ", ",
                            before.resolution().open().stream().map(Asked::key).toList())
                    + ".");
        }
        Map<String, String> answers = new LinkedHashMap<>(proposal.answers());
        if (value.isBlank()) {
            answers.remove(key);
        } else {
            answers.put(key, value.strip());
        }
        ImportPreview after = look(with(proposal, answers));
        if (!value.isBlank()) {
            after.resolution().open().stream()
                    .filter(q -> q.key().equals(key))
                    .findFirst()
                    .ifPresent(still -> {
                        throw new UserError("“" + shortened(value) + "” is no answer to: " + still.text() + " It takes "
                                + still.takes() + ".");
                    });
        }
        proposals.answer(id, answers);
        return after;
    }

    private static Proposal with(Proposal proposal, Map<String, String> answers) {
        return new Proposal(
                proposal.id(),
                proposal.kind(),
                proposal.source(),
                proposal.input(),
                answers,
                proposal.who(),
                proposal.at(),
                proposal.state());
    }

    /**
     * Puts in force what was seen, in all its seasons or in none.
     *
     * @param seen the fingerprint of the preview that the person saw
     * @param partly whether to leave out what open questions decide about; it stays to be answered
     * @param steward checks whether the person may change a series; throws {@link UserError} when not
     */
    public Approval approve(long id, String seen, boolean partly, String who, Consumer<String> steward) {
        ImportPreview preview = look(waiting(id), who);
        if (!preview.fingerprint().equals(seen)) {
            return new Approval.Different(preview);
        }
        int open = preview.resolution().open().size();
        if (open > 0 && !partly) {
            throw new UserError(
                    Line.of(open == 1 ? "A question is still open." : open + " questions are still open."),
                    List.of(look(id, "Show it")));
        }
        if (preview.resolution().plans().isEmpty()) {
            throw new UserError("There is nothing to approve in import " + id + ".");
        }
        preview.resolution()
                .plans()
                .forEach(plan -> steward.accept(plan.series().id()));
        List<Revision> made;
        try {
            made = control.commit(preview.effects());
        } catch (Outdated meanwhile) {
            throw changedMeanwhile(id);
        }
        if (open == 0) {
            proposals.end(id, Proposal.State.APPROVED);
        }
        return new Approval.Made(preview, made);
    }

    private static UserError changedMeanwhile(long id) {
        return new UserError(
                Line.of("The timetable was changed meanwhile. Look again."), List.of(look(id, "Look again")));
    }

    private static Action look(long id, String label) {
        return new Action.Run(label, "import show id=" + id);
    }

    /** Gives up an import that waits. */
    public void drop(long id) {
        waiting(id);
        proposals.end(id, Proposal.State.DROPPED);
    }
}

package dev.pitboard.importing;

import dev.pitboard.chat.Platform;
import dev.pitboard.motorsport.Circuit;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.motorsport.Timetables;
import dev.pitboard.notice.NoticeRules;
import dev.pitboard.reading.CircuitZones;
import dev.pitboard.reading.text.TextReader;
import dev.pitboard.reminder.Weekend;
import dev.pitboard.revision.InMemoryProposals;
import dev.pitboard.revision.InMemoryRevisions;
import dev.pitboard.revision.InMemoryStewards;
import dev.pitboard.revision.Origin;
import dev.pitboard.revision.Outdated;
import dev.pitboard.revision.RaceControl;
import dev.pitboard.revision.Revision;
import dev.pitboard.seasons.SeasonFiles;
import dev.pitboard.subscription.Demand;
import dev.pitboard.subscription.LeadTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A bot with circuits, and no seasons at first, at which somebody imports. */
public final class Desk {
    /** Two days before the weekend in Barcelona. */
    public static final Instant EVE = Instant.parse("2023-09-27T12:00:00Z");

    /** The press release in a wording of our own. */
    public static final String RELEASE = text("barcelona.txt");

    private static final List<Circuit> CIRCUITS = SeasonFiles.circuitsIn(Path.of("config"));

    public Instant now = EVE;
    public Demand demand = new Demand(List.of());
    public final InMemoryRevisions revisions = new InMemoryRevisions();
    public final InMemoryProposals proposals = new InMemoryProposals();
    public final InMemoryStewards stewards = new InMemoryStewards();
    public final Timetables timetables = new Timetables(new Timetable(List.of(), CIRCUITS));
    public final RaceControl control =
            new RaceControl(revisions, timetables, () -> demand, NoticeRules.USUAL, () -> now);
    public final Imports imports = new Imports(
            control,
            revisions,
            proposals,
            timetables,
            (input, known, timetable) ->
                    new TextReader(CircuitZones.of(timetable.circuits()), timetable.series()).read(input, known),
            () -> now);

    public Desk() {
        control.filesRead(new Timetable(List.of(), CIRCUITS), Set.of());
    }

    static String text(String name) {
        try {
            return Files.readString(Path.of("src", "test", "resources", "importing", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the weekend in Barcelona taken in already. */
    public static Desk withBarcelona() {
        Desk desk = new Desk();
        ImportPreview preview = desk.read(RELEASE);
        preview = desk.imports.answer(preview.proposal().id(), "series-gt4-european-series", "new");
        for (Asked asked : preview.resolution().open()) {
            preview = desk.imports.answer(preview.proposal().id(), asked.key(), "ok");
        }
        desk.approve(preview);
        return desk;
    }

    public ImportPreview read(String text) {
        return read(text, Map.of());
    }

    public ImportPreview read(String text, Map<String, String> answers) {
        return imports.propose("release.txt", text.getBytes(StandardCharsets.UTF_8), answers, "discord:1");
    }

    public List<Revision> approve(ImportPreview preview) {
        Approval approval = imports.approve(preview.proposal().id(), preview.fingerprint(), false, "terminal", _ -> {});
        return ((Approval.Made) approval).revisions();
    }

    /** Ten channels of Discord want an hour's notice of races. */
    public void wanted() {
        demand = new Demand(List.of(new Demand.Wish(
                Platform.DISCORD,
                "gt4-european-series",
                Set.of(SessionKind.RACE),
                List.of(LeadTime.ofMinutes(60)),
                10)));
    }

    public Season season() {
        return control.season("gt4-european-series", 2023).orElseThrow();
    }

    public Session session(String word) {
        return season().rounds().stream()
                .flatMap(r -> r.sessions().stream())
                .filter(s -> s.id().session().equals(word))
                .findFirst()
                .orElseThrow();
    }

    /** A steward moves a session. */
    public void moveByHand(String word, Duration by) {
        byHand(word, s -> {
            SessionTime.Exact time = (SessionTime.Exact) s.time();
            return s.with(new SessionTime.Exact(time.start().plus(by), time.length()));
        });
    }

    public void byHand(String word, UnaryOperator<Session> change) {
        Season before = season();
        Series series = timetables.get().findSeries("gt4-european-series").orElseThrow();
        try {
            control.commit(control.preview(control.changing(
                    series, before, Weekend.with(before, word, change), Origin.HAND, "discord:7", "late running")));
        } catch (Outdated e) {
            throw new IllegalStateException(e);
        }
    }
}

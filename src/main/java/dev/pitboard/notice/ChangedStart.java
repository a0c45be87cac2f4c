package dev.pitboard.notice;

import dev.pitboard.card.Block;
import dev.pitboard.card.Line;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.motorsport.Change;
import dev.pitboard.motorsport.Circuit;
import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.RoundId;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reminder.News;
import dev.pitboard.reminder.Standing;
import dev.pitboard.reminder.Start;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A start that changed.
 *
 * @param name what people call it, such as "Race 1"
 * @param where such as "GT4 European Series, Barcelona"
 * @param zone the circuit's
 * @param before how it stood before the change
 * @param after how it stood right after it
 * @param today how it stands today
 * @param fixture its session as it is today, or null where there is none
 */
record ChangedStart(
        Start start,
        String name,
        String where,
        ZoneId zone,
        Standing before,
        Standing after,
        Standing today,
        @Nullable Fixture fixture)
        implements Subject {

    static ChangedStart of(Start start, List<Change> changes, Timetable timetable) {
        Change.OfSession session = change(start.session(), changes);
        RoundId roundId = start.session().roundId();
        Change.OfRound round = ChangedRound.change(roundId, changes).orElse(null);
        Round roundNow = timetable.findRound(roundId).orElse(null);
        Round roundBefore = round == null ? roundNow : round.before();
        Round roundAfter = round == null ? roundNow : round.after();
        Fixture fixture = timetable.findFixture(start.session()).orElse(null);
        Standing today = Standing.of(timetable, start);
        // Where only its round changed, or nothing is known of the change, the session itself is taken as it is.
        Session sessionNow = fixture == null ? null : fixture.session();
        Standing before =
                Standing.of(session == null ? sessionNow : session.before(), start.part(), status(roundBefore));
        Standing after = Standing.of(session == null ? sessionNow : session.after(), start.part(), status(roundAfter));
        Round known = roundNow != null ? roundNow : roundBefore;
        Circuit circuit = known == null ? null : known.circuit();
        return new ChangedStart(
                start,
                name(start, fixture, session),
                Subject.series(timetable, roundId.series()) + ", " + (known == null ? roundId.round() : known.name()),
                circuit == null ? ZoneOffset.UTC : circuit.zone(),
                before,
                after,
                today,
                fixture);
    }

    private static Change.@Nullable OfSession change(SessionId id, List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof Change.OfSession session && session.id().equals(id)) {
                return session;
            }
        }
        return null;
    }

    private static Status status(@Nullable Round round) {
        return round == null ? Status.SCHEDULED : round.status();
    }

    private static String name(Start start, @Nullable Fixture fixture, Change.@Nullable OfSession change) {
        if (fixture != null) {
            return start.nameIn(fixture);
        }
        Session before = change == null ? null : change.before();
        return before == null ? start.session().session() : start.nameIn(before);
    }

    @Override
    public String id() {
        return start.toString();
    }

    @Override
    public Instant order() {
        Instant now = today.instant();
        Instant old = before.instant();
        return now != null ? now : old != null ? old : Instant.MAX;
    }

    @Override
    public boolean isBackAgain() {
        return before.equals(today);
    }

    @Override
    public News news() {
        Line what = Standing.news(before, today, zone);
        if (what.isEmpty()) {
            what = Line.of("after all ").then(brief(today, MomentStyle.DATE_TIME));
        }
        return new News(name, where, what);
    }

    /** Whether it changed again since that change. */
    private boolean movedAgain() {
        return !after.equals(today);
    }

    @Override
    public List<Block.Fact> facts() {
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact("Now", both(today)));
        facts.add(new Block.Fact("Before", both(before)));
        if (movedAgain()) {
            facts.add(new Block.Fact("In between", brief(after, MomentStyle.DATE_TIME)));
        }
        if (fixture != null) {
            fixture.session().notes().forEach(n -> facts.add(new Block.Fact("Note", Line.of(n))));
        }
        return facts;
    }

    @Override
    public Block.Row row() {
        List<Line> details = new ArrayList<>();
        details.add(Line.of("before: ").then(both(before)));
        Instant at = today.instant();
        if (at != null) {
            details.add(Line.of("Track time ").trackTime(at, zone, MomentStyle.WEEKDAY_DATE_TIME));
        }
        if (movedAgain()) {
            details.add(Line.of("moved again since: was to be ").then(brief(after, MomentStyle.DATE_TIME)));
        }
        return new Block.Row(
                brief(today, MomentStyle.DATE_TIME), Line.strongly(name).text(" · " + where), details);
    }

    /** In the reader's time and in track time. */
    private Line both(Standing standing) {
        Instant at = standing.instant();
        return at == null
                ? Line.of(standing.words())
                : Line.empty()
                        .moment(at, MomentStyle.WEEKDAY_DATE_TIME)
                        .text(" · at the track ")
                        .trackTime(at, zone, MomentStyle.DATE_TIME);
    }

    private static Line brief(Standing standing, MomentStyle style) {
        Instant at = standing.instant();
        return at == null ? Line.of(standing.words()) : Line.empty().moment(at, style);
    }
}

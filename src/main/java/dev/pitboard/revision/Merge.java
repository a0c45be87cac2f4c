package dev.pitboard.revision;

import dev.pitboard.motorsport.Change;
import dev.pitboard.motorsport.Changes;
import dev.pitboard.motorsport.Circuit;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.RoundId;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.motorsport.SessionTime;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Brings what changed between two versions of a season into a third one, which has changes of its own: field by field. What both
 * changed, a session or round that vanished and a day that changed is asked about. Pure functions.
 */
final class Merge {
    private final @Nullable Season ours;

    private Merge(@Nullable Season ours) {
        this.ours = ours;
    }

    /**
     * A change for our version.
     *
     * @param wish the change as it was wished for, of the versions it was found in
     * @param change the same for our version
     * @param question why it is not made unasked, or null where it may be
     * @param clash whether it would overwrite what was changed since
     */
    record Item(Change wish, Change change, @Nullable String question, boolean clash) {}

    /** What is to be done to {@code ours} so that it has what changed from {@code base} to {@code theirs}. */
    static List<Item> of(@Nullable Season base, @Nullable Season theirs, @Nullable Season ours) {
        return of(Changes.between(base, theirs), ours);
    }

    /** What is to be done to {@code ours} so that it has those changes, which were found in other versions. */
    static List<Item> of(List<Change> wishes, @Nullable Season ours) {
        Merge merge = new Merge(ours);
        List<Item> items = new ArrayList<>();
        for (Change wish : wishes) {
            Item item = switch (wish) {
                case Change.OfSeason season -> merge.season(season);
                case Change.OfRound round -> merge.round(round);
                case Change.OfSession session -> merge.session(session);
            };
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }

    private @Nullable Item season(Change.OfSeason wish) {
        Season is = ours == null ? null : Changes.withRounds(ours, List.of());
        if (Objects.equals(is, wish.after())) {
            return null;
        }
        String question = wish.after() == null ? "The whole season is gone. Is it to go?" : null;
        boolean clash = question != null && !Objects.equals(is, wish.before());
        return new Item(wish, new Change.OfSeason(is, wish.after()), question, clash);
    }

    private @Nullable Item round(Change.OfRound wish) {
        Round is = find(wish.id());
        Round was = wish.before();
        Round then = wish.after();
        if (then == null) {
            return is == null
                    ? null
                    : new Item(
                            wish,
                            new Change.OfRound(is, null),
                            "The round " + is.name() + " is gone. Is it to go?",
                            !is.equals(was));
        }
        if (is == null) {
            String question = was == null ? null : "The round " + then.name() + " was taken away. Is it to come back?";
            return new Item(wish, new Change.OfRound(null, then), question, question != null);
        }
        Fields<Round> fields = new Fields<>(was, then, is);
        Circuit circuit =
                fields.pick("circuit", Round::circuit, r -> r.circuit().id());
        Round merged = new Round(
                is.id(),
                fields.maybe("number", Round::number),
                fields.pick("name", Round::name),
                circuit,
                fields.pick("dates", Round::firstDay),
                fields.pick("dates", Round::lastDay),
                fields.pick("status", Round::status),
                fields.maybe("grid", Round::gridSize),
                List.of(),
                fields.pick("results", Round::results),
                fields.pick("notes", Round::notes),
                Objects.equals(was == null ? null : was.source(), then.source()) ? is.source() : then.source());
        String clash = fields.question("the round " + is.name());
        if (clash != null) {
            return new Item(wish, new Change.OfRound(is, then), clash, true);
        }
        boolean days =
                !merged.firstDay().equals(is.firstDay()) || !merged.lastDay().equals(is.lastDay());
        String question = days
                ? "The dates of " + is.name() + " change from " + days(is) + " to " + days(merged) + ". Is that right?"
                : null;
        return merged.equals(is) ? null : new Item(wish, new Change.OfRound(is, merged), question, false);
    }

    private static String days(Round round) {
        return round.firstDay() + " to " + round.lastDay();
    }

    private @Nullable Item session(Change.OfSession wish) {
        Session is = find(wish.id());
        Session was = wish.before();
        Session then = wish.after();
        if (then == null) {
            return is == null
                    ? null
                    : new Item(
                            wish,
                            new Change.OfSession(is, null),
                            "The session " + is.name() + " is gone. Is it to go?",
                            !is.equals(was));
        }
        if (is == null) {
            String question =
                    was == null ? null : "The session " + then.name() + " was taken away. Is it to come back?";
            return new Item(wish, new Change.OfSession(null, then), question, question != null);
        }
        Fields<Session> fields = new Fields<>(was, then, is);
        Session merged = new Session(
                is.id(),
                fields.pick("kind", Session::kind),
                fields.pick("name", Session::name),
                fields.pick("time", Session::time),
                fields.pick("status", Session::status),
                fields.pick("parts", Session::parts),
                fields.pick("notes", Session::notes),
                fields.pick("links", Session::links));
        String clash = fields.question(is.name());
        if (clash != null) {
            return new Item(wish, new Change.OfSession(is, then), clash, true);
        }
        String question = dayChanges(is, merged) ? "The day of " + is.name() + " changes. Is that right?" : null;
        return merged.equals(is) ? null : new Item(wish, new Change.OfSession(is, merged), question, false);
    }

    private boolean dayChanges(Session is, Session merged) {
        Round round = find(is.id().roundId());
        if (round == null) {
            return false;
        }
        LocalDate before = day(is.time(), round.circuit().zone());
        LocalDate after = day(merged.time(), round.circuit().zone());
        return before != null && after != null && !before.equals(after);
    }

    private static @Nullable LocalDate day(SessionTime time, ZoneId zone) {
        return switch (time) {
            case SessionTime.Exact exact -> LocalDate.ofInstant(exact.start(), zone);
            case SessionTime.DateOnly(LocalDate date) -> date;
            case SessionTime.ToBeConfirmed _ -> null;
        };
    }

    private @Nullable Round find(RoundId id) {
        return ours == null
                ? null
                : ours.rounds().stream()
                        .filter(r -> r.id().equals(id))
                        .findFirst()
                        .map(r -> Changes.withSessions(r, List.of()))
                        .orElse(null);
    }

    private @Nullable Session find(SessionId id) {
        return ours == null
                ? null
                : ours.rounds().stream()
                        .flatMap(r -> r.sessions().stream())
                        .filter(s -> s.id().equals(id))
                        .findFirst()
                        .orElse(null);
    }

    /** Picks field by field what changed on one side, and notes what changed on both. */
    private static final class Fields<T> {
        private final @Nullable T was;
        private final T then;
        private final T is;
        private final List<String> clashes = new ArrayList<>();

        Fields(@Nullable T was, T then, T is) {
            this.was = was;
            this.then = then;
            this.is = is;
        }

        <F> F pick(String name, Function<T, F> field) {
            return pick(name, field, field);
        }

        <F> F pick(String name, Function<T, F> field, Function<T, ?> compared) {
            return takesTheirs(name, compared) ? field.apply(then) : field.apply(is);
        }

        <F> @Nullable F maybe(String name, Function<T, @Nullable F> field) {
            return takesTheirs(name, field) ? field.apply(then) : field.apply(is);
        }

        private boolean takesTheirs(String name, Function<T, ?> field) {
            Object wished = field.apply(then);
            Object present = field.apply(is);
            Object former = was == null ? null : field.apply(was);
            if (Objects.equals(wished, present) || (was != null && Objects.equals(wished, former))) {
                return false;
            }
            if (was == null || !Objects.equals(present, former)) {
                if (!clashes.contains(name)) {
                    clashes.add(name);
                }
                return false;
            }
            return true;
        }

        @Nullable
        String question(String what) {
            return clashes.isEmpty()
                    ? null
                    : "The " + String.join(", ", clashes) + " of " + what
                            + " was changed since and is to change again. Which one is right?";
        }
    }
}

package dev.pitboard.delivery;

import dev.pitboard.chat.Platform;
import dev.pitboard.reminder.Reminder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Knows what really happened on both sides and says at once when the program does what it must not. It shares no code with
 * the ledger.
 */
final class SimOracle {
    /** How far back a clock may be set in one run, all in all. */
    static final Duration CLOCK_SLACK = Duration.ofSeconds(60);

    private final SimWorld world;
    private final InstantSource timetableTime;
    private final SimSeason season;
    final SimStarts starts;
    final SimNotices notices = new SimNotices();
    final SimSilences silences = new SimSilences();
    private final Map<SimGroup, Map<String, SimWishes>> wishes = new LinkedHashMap<>();
    private final Map<SimPromise, List<SimAttempt>> attempts = new LinkedHashMap<>();
    private final Map<String, List<SimAttempt>> byMessage = new LinkedHashMap<>();
    /** The attempts of a message of which the ledger was not told that they certainly did not arrive. */
    private final Map<String, Set<Integer>> openClaims = new LinkedHashMap<>();

    private final Set<SimPromise> everClaimed = new LinkedHashSet<>();
    private final Set<SimPromise> refused = new LinkedHashSet<>();
    private final Map<Platform, SimPlatform> platforms = new EnumMap<>(Platform.class);
    private @Nullable SimProcess process;
    private long troubledUntil;
    /** By how much the wall clock was set back, all in all. */
    private long setBack;

    int sends;
    int arrivals;
    int edited;
    int doubles;

    SimOracle(SimWorld world, InstantSource timetableTime, SimSeason season) {
        this.world = world;
        this.timetableTime = timetableTime;
        this.season = season;
        this.starts = new SimStarts(timetableTime, season);
    }

    void add(SimPlatform platform) {
        platforms.put(platform.platform, platform);
    }

    Map<Platform, SimPlatform> platforms() {
        return platforms;
    }

    SimPlatform platform(Platform platform) {
        return Objects.requireNonNull(platforms.get(platform));
    }

    SimWishes wishes(SimGroup group, String series) {
        return wishes.computeIfAbsent(group, _ -> new LinkedHashMap<>()).computeIfAbsent(series, _ -> new SimWishes());
    }

    List<SimAttempt> attempts(SimPromise key) {
        return attempts.getOrDefault(key, List.of());
    }

    boolean isThere(SimPromise key) {
        return attempts(key).stream().anyMatch(a -> a.arrived != null);
    }

    /** The platform or the program had a reason to give it up. */
    boolean wasRefused(SimPromise key) {
        return refused.contains(key);
    }

    /** Whether a notice of that change, or of a later one of the same start, is there, or was given up for a reason. */
    boolean isToldOrRefused(SimNotices.One one, SimGroup group) {
        return attempts.keySet().stream()
                .filter(k -> k.isNotice()
                        && k.group() == group
                        && k.start().equals(one.start)
                        && !k.due().isBefore(one.notice.due()))
                .anyMatch(k -> isThere(k) || wasRefused(k));
    }

    /** As far as the ledger can know, it may or may not have arrived. */
    boolean isDoubtful(String messageId) {
        return !openClaims.getOrDefault(messageId, Set.of()).isEmpty();
    }

    Set<SimPromise> tried() {
        return attempts.keySet();
    }

    /** The process that lives now. */
    void begins(SimProcess alive) {
        process = alive;
    }

    /** Nothing is expected of anybody for so long. */
    void databaseTrouble(long time) {
        troubled(world.nanos() + time);
    }

    void troubled(long until) {
        troubledUntil = Math.max(troubledUntil, until);
    }

    /** The wall clock was set: who waits for it waits longer. */
    void clockSet(long by) {
        long longer = Math.max(0, -by);
        setBack += longer;
        troubled(world.nanos() + longer + 45 * SimWorld.SECOND);
        troubledUntil += longer;
        platforms.values().forEach(p -> {
            p.troubledUntil += longer;
            p.groups.forEach(g -> g.troubledUntil += longer);
        });
    }

    boolean isCalm(SimGroup group) {
        SimPlatform platform = platform(group.platform);
        long now = world.nanos();
        return troubledUntil <= now && platform.troubledUntil <= now && group.troubledUntil <= now;
    }

    /** A message is about to leave. */
    SimAttempt leaves(SimProcess from, Post post, SimGroup group, List<Promise> promises) {
        String id = Objects.requireNonNull(post.messageId());
        Instant now = timetableTime.instant();
        List<SimPromise> keys =
                promises.stream().map(p -> SimPromise.of(group, p)).toList();
        SimAttempt attempt = new SimAttempt(from, id, post.chat(), keys, world.machine());
        sends++;
        world.trace(() -> "leaves " + attempt + ", attempt " + post.attempt() + ", unsure since " + post.unsureSince());
        if (keys.isEmpty()) {
            throw new SimWorld.Fault("a message about nothing: " + attempt);
        }
        notSilenced(keys, now);
        for (SimPromise key : keys) {
            usefulAndTrue(key, now);
            if (group.address().equals(post.chat())) {
                notThereAlready(key, attempt, post);
            }
            attempts.computeIfAbsent(key, _ -> new ArrayList<>()).add(attempt);
        }
        byMessage.computeIfAbsent(id, _ -> new ArrayList<>()).add(attempt);
        return attempt;
    }

    /** A post is about to be edited. */
    void edits(Edit edit, List<Promise> promises) {
        SimGroup group = platform(edit.chat().platform()).at(edit.chat());
        edited++;
        world.trace(() -> "edit of " + edit.messageId().replaceFirst("^0+", "") + " leaves");
        notSilenced(promises.stream().map(p -> SimPromise.of(group, p)).toList(), timetableTime.instant());
    }

    /** The program is told what came of an edit. */
    void edited(SimPlatform platform, Edit edit, Outcome outcome) {
        SimGroup group = platform.at(edit.chat());
        long now = world.nanos();
        switch (outcome) {
            case Outcome.Wait(Duration wait, boolean whole, var _) -> {
                if (whole) {
                    platform.troubled(now + wait.toNanos() + 20 * SimWorld.SECOND);
                }
            }
            case Outcome.Refused _ -> platform.troubled(now + 6 * SimWorld.MINUTE);
            case Outcome.Moved _ -> group.troubled(now + 40 * SimWorld.SECOND);
            case Outcome.Blocked _, Outcome.Gone _ -> {
                group.troubled(now + 40 * SimWorld.SECOND);
                group.wasShut = true;
            }
            case Outcome.Failed _, Outcome.InDoubt _ -> group.refusesEdits = true;
            case Outcome.Sent _, Outcome.Unsure _, Outcome.Denied _ -> {}
        }
    }

    private void notSilenced(List<SimPromise> keys, Instant now) {
        for (SimPromise key : keys) {
            if (silences.holds(key.start().session().series(), now.truncatedTo(ChronoUnit.MILLIS))) {
                throw new SimWorld.Fault(key + " is sent in a silence");
            }
        }
    }

    private void usefulAndTrue(SimPromise key, Instant now) {
        if (key.isNotice()) {
            if (!notices.expires(key).isAfter(now)) {
                throw new SimWorld.Fault(key + " is sent at " + now + ", when it is useless");
            }
            return;
        }
        SimSeason.Item item = season.item(key.start()).orElseThrow();
        if (!item.startsAt().filter(key.at()::equals).isPresent()) {
            throw new SimWorld.Fault(key + " is sent, but it is " + item.status.word() + " at " + item.at);
        }
        if (!item.expires(key.lead(), key.at()).isAfter(now)) {
            throw new SimWorld.Fault(key + " is sent at " + now + ", when it is useless");
        }
        Duration most = key.lead().before().isZero() ? Duration.ofMinutes(1) : Duration.ofMinutes(5);
        if (now.plus(CLOCK_SLACK).isBefore(key.due().minus(most))) {
            throw new SimWorld.Fault(key + " is sent at " + now + ", long before it is due");
        }
    }

    private void notThereAlready(SimPromise key, SimAttempt attempt, Post post) {
        for (SimAttempt earlier : attempts(key)) {
            if (earlier.told != null) {
                throw new SimWorld.Fault(key + " is sent again though the ledger knew it is there: " + earlier);
            }
            if (earlier.process == process && earlier.answer == null && earlier.to.equals(attempt.to)) {
                throw new SimWorld.Fault(key + " is sent again while it is in the air");
            }
            if (earlier.answer instanceof Outcome.Sent && earlier.process == process) {
                throw new SimWorld.Fault(key + " is sent again by the process that was told it is there");
            }
            boolean sameMessage = earlier.messageId.equals(attempt.messageId);
            if (earlier.arrived != null && !sameMessage) {
                throw new SimWorld.Fault(key + " may be there as " + earlier + " and goes out in another message");
            }
            Instant unsure = post.unsureSince();
            if (earlier.arrived != null && (unsure == null || unsure.isAfter(earlier.leftMachine.plusNanos(setBack)))) {
                throw new SimWorld.Fault(key + " is sent again as if it were certain that it did not arrive");
            }
        }
    }

    /** A message appears in a chat. */
    void arrives(SimAttempt attempt) {
        arrivals++;
        attempt.arrived = timetableTime.instant();
        for (SimPromise key : attempt.keys) {
            notSaidOtherwise(key);
            boolean again = attempts(key).stream().anyMatch(a -> a != attempt && a.arrived != null);
            if (again) {
                doubles++;
                world.trace(() -> "twice: " + key);
                if (key.group().platform == Platform.DISCORD) {
                    throw new SimWorld.Fault(key + " appears twice on Discord");
                }
            }
        }
    }

    /** What a notice says need not be said by a reminder that was due already. */
    private void notSaidOtherwise(SimPromise key) {
        if (!key.isNotice() && notices.insteadOf(key).stream().anyMatch(this::isThere)) {
            throw new SimWorld.Fault(key + " comes although a notice has said it");
        }
    }

    /** The program is told what came of a request. */
    void answered(SimPlatform platform, SimAttempt attempt, Outcome outcome) {
        SimGroup group = attempt.keys.getFirst().group();
        long now = world.nanos();
        long soon = now + 40 * SimWorld.SECOND;
        // This attempt is one of them.
        boolean unsureBefore =
                openClaims.getOrDefault(attempt.messageId, Set.of()).size() > 1;
        switch (outcome) {
            case Outcome.Sent _ -> {}
            case Outcome.Wait(Duration wait, boolean whole, var _) -> {
                group.troubled(soon + wait.toNanos());
                if (whole) {
                    platform.troubled(now + wait.toNanos() + 20 * SimWorld.SECOND);
                }
            }
            case Outcome.Refused _ -> platform.troubled(now + 6 * SimWorld.MINUTE);
            case Outcome.Unsure _, Outcome.Moved _ -> group.troubled(soon);
            case Outcome.Blocked _, Outcome.Gone _ -> {
                group.troubled(soon);
                group.wasShut = true;
                if (unsureBefore) {
                    refused.addAll(attempt.keys);
                }
            }
            case Outcome.Failed _, Outcome.InDoubt _, Outcome.Denied _ -> {
                group.troubled(soon);
                refused.addAll(attempt.keys);
            }
        }
    }

    /** The ledger did something. */
    void sees(String call, Object @Nullable [] arguments, @Nullable Object answer) {
        if (call.equals("settle") && arguments != null && arguments[0] instanceof List<?> settlements) {
            for (Object settlement : settlements) {
                switch (settlement) {
                    case Settlement.Sent(Claim claim, var _, var _, var _) ->
                        byMessage.getOrDefault(claim.messageId(), List.of()).stream()
                                .filter(a -> a.arrived != null)
                                .forEach(a -> a.told = timetableTime.instant());
                    case Settlement.Again(Claim claim, var _, var _, boolean unsure)
                    when !unsure && !mayBeTooLate(claim) ->
                        openClaims
                                .getOrDefault(claim.messageId(), new LinkedHashSet<>())
                                .remove(claim.attempt());
                    // It may be told long after the answer came, when the chat works again; then somebody has to look.
                    case Settlement.Shut(Claim claim, var _, var _) ->
                        byMessage
                                .getOrDefault(claim.messageId(), List.of())
                                .forEach(a -> a.keys.getFirst().group().troubled(world.nanos() + 2 * SimWorld.MINUTE));
                    default -> {}
                }
            }
        }
        if (call.equals("claim") && answer instanceof List<?> claims) {
            for (Object claimed : claims) {
                if (claimed instanceof Claim claim) {
                    openClaims
                            .computeIfAbsent(claim.messageId(), _ -> new LinkedHashSet<>())
                            .add(claim.attempt());
                    SimGroup group = platform(claim.chat().platform()).at(claim.chat());
                    claim.promises().forEach(p -> everClaimed.add(SimPromise.of(group, p)));
                    world.trace(() -> "claimed " + claim.messageId() + " attempt " + claim.attempt());
                }
            }
        }
    }

    /** The lease may have ended before the ledger was told. */
    private boolean mayBeTooLate(Claim claim) {
        return byMessage.getOrDefault(claim.messageId(), List.of()).stream()
                .anyMatch(a -> a.leftMachine.plusSeconds(119).isBefore(world.machine()));
    }

    /** What may have arrived and then was not true for a while is in doubt, also when it is true again. */
    boolean wasDoubtful(SimPromise key) {
        return everClaimed.contains(key)
                && attempts(key).stream().allMatch(a -> a.told == null)
                && starts.wasElsewhere(key, Instant.MAX, key.due().minus(HeadStart.MOST));
    }

    /** Whether a notice says the same, or the same was said of another instant, too lately to say it again. */
    boolean isCovered(SimPromise key) {
        return !notices.insteadOf(key).isEmpty()
                || attempts.entrySet().stream()
                        .filter(e -> e.getKey().group() == key.group()
                                && !e.getKey().isNotice()
                                && e.getKey().start().equals(key.start())
                                && e.getKey().lead().equals(key.lead())
                                && !e.getKey().at().equals(key.at()))
                        .flatMap(e -> e.getValue().stream())
                        .anyMatch(a -> lately(a, key.due()));
    }

    private static boolean lately(SimAttempt attempt, Instant due) {
        Instant told = attempt.told;
        return told == null
                ? attempt.isUnsure() || attempt.arrived != null
                : told.plus(Reminder.SAY_AGAIN_AFTER).plusSeconds(5).isAfter(due);
    }
}

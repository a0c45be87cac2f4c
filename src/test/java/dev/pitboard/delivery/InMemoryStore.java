package dev.pitboard.delivery;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.notice.Consequences;
import dev.pitboard.notice.Notice;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.Start;
import dev.pitboard.subscription.Demand;
import dev.pitboard.subscription.LeadTime;
import dev.pitboard.subscription.Settings;
import dev.pitboard.subscription.Subscription;
import dev.pitboard.subscription.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ledger and the subscriptions in memory, for tests: passes the same contracts as the real ones. */
public final class InMemoryStore implements Ledger, Subscriptions, ShutChats {
    private static final Comparator<Row> FIRST_COME = Comparator.comparing((Row r) -> r.expires)
            .thenComparing(r -> r.at)
            .thenComparing(Row::due)
            .thenComparingLong(r -> r.id);

    private final List<Member> members = new ArrayList<>();
    private final Map<Long, Row> rows = new LinkedHashMap<>();
    private final Map<String, Message> messages = new TreeMap<>();
    private final Map<ChatRef, Shut> shut = new LinkedHashMap<>();
    private final Map<ChatRef, Instant> deniedSince = new LinkedHashMap<>();
    private final Map<String, Silence> silences = new TreeMap<>();
    private long lastId;
    private long head;

    private record Silence(Instant since, @Nullable Instant until) {
        boolean holds(Instant now) {
            return !since.isAfter(now) && (until == null || until.isAfter(now));
        }
    }

    private static final class Shut {
        private ChatState state = ChatState.BLOCKED;
        private String reason = "";
        private Instant since = Instant.EPOCH;
        private Instant look = Instant.EPOCH;
        private boolean told;
    }

    /** A subscription with what it wanted when. */
    private static final class Member {
        private final long id;
        private final String series;
        private ChatRef chat;
        private String space = "";
        private Settings settings = Settings.defaults();
        private boolean active;
        private Instant since = Instant.EPOCH;
        private List<Term> terms = new ArrayList<>();

        Member(long id, ChatRef chat, String series) {
            this.id = id;
            this.chat = chat;
            this.series = series;
        }

        void endTerms(Instant now) {
            terms = terms.stream()
                    .filter(t -> t.from.isBefore(now))
                    .map(t -> t.until.isAfter(now) ? new Term(t.from, now, t.settings) : t)
                    .collect(Collectors.toCollection(ArrayList::new));
        }

        boolean wanted(Row row) {
            return terms.stream()
                    .anyMatch(t -> !t.from.isAfter(row.due)
                            && t.until.isAfter(row.due)
                            && (row.kind.equals(Notice.ROUND)
                                    || t.settings.kinds().stream()
                                            .anyMatch(k -> k.word().equals(row.kind)))
                            && (row.isNotice() || t.settings.leads().contains(row.lead)));
        }

        Subscription subscription() {
            return new Subscription(id, chat, space, series, settings, active, since);
        }
    }

    private record Term(Instant from, Instant until, Settings settings) {}

    private static final class Row {
        private final long id;
        private Member member;
        private final String subject;
        private final String kind;
        private final LeadTime lead;
        /** The epoch where there is none. */
        private Instant at;

        private Instant due;
        private final long revision;
        private boolean quiet;
        private Instant expires;
        private DeliveryState state = DeliveryState.PENDING;
        private @Nullable String messageId;
        private @Nullable Instant said;
        private @Nullable Instant settled;
        private @Nullable String reason;

        Row(long id, Member member, Reminder reminder) {
            this.id = id;
            this.member = member;
            this.subject = reminder.start().toString();
            this.kind = reminder.kind().word();
            this.lead = reminder.lead();
            this.at = reminder.at();
            this.due = reminder.due();
            this.expires = reminder.expires();
            this.revision = 0;
            this.quiet = false;
        }

        Row(long id, Member member, Notice notice, long revision) {
            this.id = id;
            this.member = member;
            this.subject = notice.subject();
            this.kind = notice.kind();
            this.lead = LeadTime.ofMinutes(0);
            this.at = notice.at() == null ? Instant.EPOCH : notice.at();
            this.due = notice.due();
            this.expires = notice.expires();
            this.revision = revision;
            this.quiet = notice.quiet();
        }

        boolean isNotice() {
            return revision > 0;
        }

        Instant due() {
            return due;
        }

        /** Of reminders. */
        boolean samePromise(Row other) {
            return member == other.member
                    && subject.equals(other.subject)
                    && lead.equals(other.lead)
                    && !isNotice()
                    && !other.isNotice();
        }

        /** Whether it is a notice that says what that reminder would say. */
        boolean saysTheSame(Row reminder) {
            return isNotice()
                    && !reminder.isNotice()
                    && member == reminder.member
                    && subject.equals(reminder.subject)
                    && at.equals(reminder.at)
                    && !due.isBefore(reminder.due);
        }

        boolean wanted() {
            return member.wanted(this);
        }

        Promise promise() {
            return isNotice()
                    ? new Promise.OfNotice(id, member.id, subject, revision, due, expires, quiet)
                    : new Promise.OfReminder(id, member.id, Start.parse(subject), lead, at, expires);
        }

        boolean isAbout(Set<SessionId> sessions) {
            return sessions.stream()
                    .anyMatch(s -> subject.equals(s.roundId().toString())
                            || subject.equals(s.toString())
                            || subject.startsWith(s + "#"));
        }

        void end(DeliveryState end, @Nullable String why, Instant now) {
            state = end;
            reason = why;
            settled = now;
        }
    }

    private static final class Message {
        private final String id;
        private final @Nullable String role;
        private final boolean quiet;
        private final Instant due;
        private long shown;
        private long toShow;
        private Instant editAt = Instant.EPOCH;
        private int edits;
        private Instant tried;
        private @Nullable Instant unsureSince;
        private ChatRef chat;
        private int attempts = 1;
        private boolean inTheAir = true;
        private @Nullable Instant again;
        private @Nullable String ref;
        private @Nullable String reason;

        Message(String id, Group group, boolean quiet, long shown, Instant tried, Instant again) {
            this.id = id;
            this.chat = group.chat;
            this.role = quiet ? null : group.role;
            this.quiet = quiet;
            this.shown = shown;
            this.due = group.due;
            this.tried = tried;
            this.again = again;
        }
    }

    private record Group(ChatRef chat, @Nullable String role, Instant due, boolean notices) {
        static Group of(Row row) {
            return new Group(row.member.chat, row.member.settings.role(), row.due(), row.isNotice());
        }
    }

    private Optional<Member> member(ChatRef chat, String series) {
        return members.stream()
                .filter(m -> m.chat.equals(chat) && m.series.equals(series))
                .findFirst();
    }

    @Override
    public synchronized Subscription turnOn(ChatRef chat, String space, String series, Settings settings, Instant now) {
        Member member = member(chat, series).orElseGet(() -> {
            Member added = new Member(++lastId, chat, series);
            members.add(added);
            return added;
        });
        member.space = space;
        if (!member.active || !member.settings.equals(settings)) {
            member.settings = settings;
            member.active = true;
            member.since = now;
            member.endTerms(now);
            member.terms.add(new Term(now, Instant.MAX, settings));
        }
        return member.subscription();
    }

    @Override
    public synchronized Optional<Subscription> turnOff(ChatRef chat, String series, Instant now) {
        Optional<Member> on = member(chat, series).filter(m -> m.active);
        Optional<Subscription> was = on.map(Member::subscription);
        on.ifPresent(m -> {
            m.active = false;
            m.since = now;
            m.endTerms(now);
        });
        return was;
    }

    @Override
    public synchronized Optional<Subscription> find(ChatRef chat, String series) {
        return member(chat, series).map(Member::subscription);
    }

    @Override
    public synchronized List<Subscription> of(ChatRef chat) {
        return members.stream()
                .filter(m -> m.chat.equals(chat))
                .sorted(Comparator.comparing(m -> m.series))
                .map(Member::subscription)
                .toList();
    }

    @Override
    public synchronized int forget(ChatRef chat) {
        List<Member> gone = members.stream().filter(m -> m.chat.equals(chat)).toList();
        rows.values().removeIf(r -> gone.contains(r.member));
        messages.values().removeIf(m -> m.chat.equals(chat));
        members.removeAll(gone);
        shut.remove(chat);
        deniedSince.remove(chat);
        return gone.size();
    }

    @Override
    public synchronized Demand demand() {
        return new Demand(members.stream()
                .filter(m -> m.active)
                .map(m -> new Demand.Wish(m.chat.platform(), m.series, m.settings.kinds(), m.settings.leads(), 1))
                .toList());
    }

    @Override
    public synchronized void moved(ChatRef from, ChatRef to) {
        if (from.platform() == to.platform() && from.id().equals(to.id())) {
            return;
        }
        for (Member member : List.copyOf(members)) {
            if (isAt(member.chat, from)) {
                ChatRef target = new ChatRef(to.platform(), to.id(), member.chat.topic());
                member(target, member.series)
                        .ifPresentOrElse(there -> merge(member, there), () -> member.chat = target);
            }
        }
        messages.values().stream()
                .filter(m -> isAt(m.chat, from))
                .forEach(m -> m.chat = new ChatRef(to.platform(), to.id(), m.chat.topic()));
    }

    private static boolean isAt(ChatRef chat, ChatRef place) {
        return chat.platform() == place.platform() && chat.id().equals(place.id());
    }

    private void merge(Member gone, Member there) {
        Instant began = there.terms.stream()
                .map(t -> t.from)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        for (Term t : gone.terms) {
            if (t.from.isBefore(began)) {
                there.terms.add(new Term(t.from, t.until.isBefore(began) ? t.until : began, t.settings));
            }
        }
        for (Row row : rowsOf(gone)) {
            Optional<Row> twin = rowsOf(there).stream()
                    .filter(r -> r.subject.equals(row.subject)
                            && r.lead.equals(row.lead)
                            && r.at.equals(row.at)
                            && r.revision == row.revision)
                    .findFirst();
            boolean keepTwin = twin.isPresent() && (isSaid(twin.get()) || !isSaid(row));
            rows.remove(keepTwin ? Long.valueOf(row.id) : twin.map(t -> t.id).orElse(0L));
            row.member = there;
        }
        rowsOf(there).stream()
                .filter(Row::isNotice)
                .map(r -> r.subject)
                .distinct()
                .flatMap(subject -> spare(there, subject).stream())
                .forEach(r -> rows.remove(r.id));
        members.remove(gone);
    }

    private static boolean isSaid(Row row) {
        return row.state == DeliveryState.SENT || row.state == DeliveryState.SENDING;
    }

    private List<Row> rowsOf(Member member) {
        return rows.values().stream().filter(r -> r.member == member).toList();
    }

    @Override
    public synchronized long countActive() {
        return members.stream().filter(m -> m.active).count();
    }

    @Override
    public synchronized int expand(List<Reminder> reminders, Instant now) {
        return reminders.stream().mapToInt(reminder -> expandOne(reminder, now)).sum();
    }

    private int expandOne(Reminder reminder, Instant now) {
        int pending = 0;
        for (Member member : members) {
            Row fresh = new Row(lastId + 1, member, reminder);
            if (member.series.equals(reminder.start().session().series()) && fresh.wanted()) {
                Row row = rowsOf(member).stream()
                        .filter(r -> r.samePromise(fresh) && r.at.equals(fresh.at))
                        .findFirst()
                        .orElse(fresh);
                if (row == fresh || row.state == DeliveryState.SUPERSEDED) {
                    lastId = Math.max(lastId, row.id);
                    rows.put(row.id, row);
                    row.expires = reminder.expires();
                    begin(row, now);
                    pending += row.state == DeliveryState.PENDING ? 1 : 0;
                }
            }
        }
        return pending;
    }

    private void begin(Row row, Instant now) {
        if (isCovered(row)) {
            row.end(DeliveryState.COVERED, "covered", now);
        } else if (!row.expires.isAfter(now)) {
            row.end(DeliveryState.EXPIRED, "expired", now);
        } else {
            row.state = DeliveryState.PENDING;
            row.reason = null;
            row.settled = null;
        }
    }

    private boolean isCovered(Row row) {
        return rows.values().stream()
                .anyMatch(o -> (o.samePromise(row)
                                && o != row
                                && isSaid(o)
                                && Objects.requireNonNull(o.said)
                                        .plus(Reminder.SAY_AGAIN_AFTER)
                                        .isAfter(row.due()))
                        || (o.saysTheSame(row) && (isSaid(o) || o.state == DeliveryState.PENDING)));
    }

    @Override
    public synchronized Set<PlannedStart> pendingStarts() {
        return rows.values().stream()
                .filter(r -> r.state == DeliveryState.PENDING && !r.isNotice())
                .map(r -> new PlannedStart(Start.parse(r.subject), r.at))
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized int supersede(PlannedStart stale, String reason, Instant now) {
        List<Row> gone = rows.values().stream()
                .filter(r -> r.state == DeliveryState.PENDING
                        && !r.isNotice()
                        && r.subject.equals(stale.start().toString())
                        && r.at.equals(stale.at()))
                .toList();
        gone.forEach(r -> r.end(DeliveryState.SUPERSEDED, reason, now));
        return gone.size();
    }

    @Override
    public synchronized List<Claim> claim(Platform platform, Instant now, Instant machine, Duration lease, int limit) {
        if (!lease.isPositive()) {
            throw new IllegalArgumentException("lease " + lease);
        }
        rows.values().stream()
                .filter(r -> r.state == DeliveryState.PENDING && r.member.chat.platform() == platform)
                .filter(r -> !r.expires.isAfter(now))
                .forEach(r -> {
                    Shut shut = shut(r.member.chat);
                    r.end(
                            shut == null ? DeliveryState.EXPIRED : DeliveryState.FAILED,
                            shut == null ? "expired" : shut.reason,
                            now);
                });
        List<Claim> claims = new ArrayList<>();
        Instant until = machine.plus(lease);
        boolean more = true;
        while (more && claims.size() < limit) {
            Set<String> held = held(now);
            List<Message> open = messages.values().stream()
                    .filter(m -> m.again != null && m.chat.platform() == platform && !m.again.isAfter(machine))
                    .filter(m -> !held.contains(m.id))
                    .sorted(Comparator.comparing((Message m) -> Objects.requireNonNull(m.again))
                            .thenComparing(m -> m.id))
                    .limit(limit - claims.size())
                    .toList();
            Set<String> ids = open.stream().map(m -> m.id).collect(Collectors.toSet());
            open.stream().filter(m -> m.inTheAir && m.unsureSince == null).forEach(m -> m.unsureSince = m.tried);
            List<Row> left = still(
                    rows.values().stream()
                            .filter(r -> r.state == DeliveryState.SENDING && ids.contains(r.messageId))
                            .toList(),
                    now);
            open.forEach(m -> again(m, left, machine, until).ifPresent(claims::add));
            more = !open.isEmpty();
        }
        more = true;
        while (more && claims.size() < limit) {
            more = takeNew(platform, now, machine, until, limit - claims.size(), claims);
        }
        return claims;
    }

    private Optional<Claim> again(Message message, List<Row> left, Instant machine, Instant until) {
        List<Row> mine =
                left.stream().filter(r -> message.id.equals(r.messageId)).toList();
        message.inTheAir = !mine.isEmpty();
        message.again = mine.isEmpty() ? null : until;
        if (mine.isEmpty()) {
            return Optional.empty();
        }
        message.attempts++;
        message.tried = machine;
        message.shown = message.unsureSince == null ? head : message.shown;
        return Optional.of(claim(message, mine));
    }

    private Claim claim(Message m, List<Row> rows) {
        return new Claim(
                m.id,
                m.chat,
                m.role,
                m.quiet,
                m.due,
                rows.stream().map(Row::promise).toList(),
                m.attempts,
                m.unsureSince,
                head,
                null);
    }

    private boolean isSilenced(String series, Instant now) {
        Silence silence = silences.get(series);
        return silence != null && silence.holds(now);
    }

    /** The messages in which something is of a silenced series and still of use. */
    private Set<String> held(Instant now) {
        if (silences.values().stream().noneMatch(s -> s.holds(now))) {
            return Set.of();
        }
        return rows.values().stream()
                .filter(r ->
                        r.state == DeliveryState.SENDING && r.expires.isAfter(now) && isSilenced(r.member.series, now))
                .map(r -> String.valueOf(r.messageId))
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized boolean isSilenced(Claim claim, Instant now) {
        return claim.promises().stream().anyMatch(p -> isSilenced(p.series(), now));
    }

    /** Nothing of the series is sent from {@code since} until {@code until}, null for until {@link #resume}. */
    public synchronized void silence(String series, Instant since, @Nullable Instant until) {
        silences.put(series, new Silence(since, until));
    }

    public synchronized void resume(String series) {
        silences.remove(series);
    }

    /** The timetable changed with the revision of that number: see {@link Consequences}. */
    public synchronized void follow(Consequences consequences, long number, Instant now) {
        head = Math.max(head, number);
        consequences
                .starts()
                .forEach((start, at) -> rows.values().stream()
                        .filter(r -> r.state == DeliveryState.PENDING && !r.isNotice())
                        .filter(r -> r.subject.equals(start.toString()))
                        .filter(r -> !Optional.of(r.at).equals(at))
                        .forEach(r -> r.end(DeliveryState.SUPERSEDED, "changed", now)));
        Set<String> told = consequences.notices().stream().map(Notice::subject).collect(Collectors.toSet());
        consequences
                .starts()
                .forEach((start, at) -> rows.values().stream()
                        .filter(r -> r.isNotice() && r.subject.equals(start.toString()))
                        .filter(r -> at.isPresent() && !told.contains(r.subject) && !r.at.equals(Instant.EPOCH))
                        .forEach(r -> r.at = at.get()));
        for (Notice notice : consequences.notices()) {
            for (Member member : members) {
                Row row = new Row(lastId + 1, member, notice, number);
                boolean there = carriedOn(notice, member, now);
                if (member.series.equals(notice.series()) && member.active && row.wanted() && !there) {
                    lastId++;
                    rows.put(row.id, row);
                    begin(row, now);
                }
            }
        }
        consequences.owed().forEach(reminder -> expandOne(reminder, now));
        rows.values().stream()
                .filter(r -> isSaid(r) && r.isAbout(consequences.touched()))
                .map(r -> messages.get(String.valueOf(r.messageId)))
                .filter(m -> m != null && (m.again != null || m.ref != null))
                .forEach(m -> m.toShow = number);
    }

    /** The notice of it that was not claimed tells of this change too. */
    private boolean carriedOn(Notice notice, Member member, Instant now) {
        List<Row> spare = spare(member, notice.subject());
        spare.forEach(r -> r.end(DeliveryState.SUPERSEDED, "said by another", now));
        Optional<Row> carried = pendingNotices(member, notice.subject()).findFirst();
        carried.ifPresent(r -> {
            r.at = notice.at() == null ? Instant.EPOCH : notice.at();
            r.due = notice.due();
            r.expires = r.expires.isAfter(notice.expires()) ? r.expires : notice.expires();
            r.quiet &= notice.quiet();
        });
        return carried.isPresent();
    }

    private Stream<Row> pendingNotices(Member member, String subject) {
        return rowsOf(member).stream()
                .filter(r -> r.isNotice() && r.subject.equals(subject) && r.state == DeliveryState.PENDING)
                .sorted(Comparator.comparingLong(r -> r.revision));
    }

    /** Notices that need not be sent: all that are no newer than what was said, and of the others all but the oldest. */
    private List<Row> spare(Member member, String subject) {
        long said = rowsOf(member).stream()
                .filter(r -> r.isNotice() && r.subject.equals(subject))
                .filter(r -> isSaid(r) || r.state == DeliveryState.IN_DOUBT)
                .mapToLong(r -> r.revision)
                .max()
                .orElse(0);
        List<Row> waiting = pendingNotices(member, subject).toList();
        Optional<Row> stays = waiting.stream().filter(r -> r.revision > said).findFirst();
        return waiting.stream().filter(r -> !stays.equals(Optional.of(r))).toList();
    }

    private List<Message> stale(Platform platform, Instant now) {
        return messages.values().stream()
                .filter(m -> m.toShow > m.shown && m.ref != null && m.again == null)
                .filter(m -> m.chat.platform() == platform && shut(m.chat) == null)
                .filter(m -> sentIn(m).stream().noneMatch(r -> isSilenced(r.member.series, now)))
                .toList();
    }

    private List<Row> sentIn(Message message) {
        return rows.values().stream()
                .filter(r -> r.state == DeliveryState.SENT && message.id.equals(r.messageId))
                .sorted(FIRST_COME)
                .toList();
    }

    @Override
    public synchronized List<Claim> claimEdits(
            Platform platform, Instant now, Instant machine, Duration lease, int limit) {
        List<Claim> claims = new ArrayList<>();
        List<Message> stale = stale(platform, now).stream()
                .filter(m -> !m.editAt.isAfter(machine))
                .sorted(Comparator.comparing((Message m) -> m.editAt)
                        .thenComparing(m -> m.id, Comparator.reverseOrder()))
                .limit(limit)
                .toList();
        for (Message m : stale) {
            List<Promise> said = sentIn(m).stream().map(Row::promise).toList();
            if (said.isEmpty()) {
                m.toShow = m.shown;
            } else {
                m.editAt = machine.plus(lease);
                m.edits++;
                claims.add(new Claim(m.id, m.chat, m.role, m.quiet, m.due, said, m.edits, null, head, m.ref));
            }
        }
        return claims;
    }

    private void settleEdit(Settlement settlement, Instant machine) {
        Message message = messages.get(settlement.claim().messageId());
        boolean latest = message != null && message.edits == settlement.claim().attempt();
        if (message == null || (!latest && !(settlement instanceof Settlement.Sent))) {
            return;
        }
        switch (settlement) {
            case Settlement.Sent sent -> {
                message.shown = Math.max(message.shown, sent.shown());
                message.edits = 0;
                message.editAt = message.toShow > sent.shown() ? machine.plusSeconds(1) : Instant.EPOCH;
            }
            case Settlement.Again again -> message.editAt = again.machineRetry();
            case Settlement.Ended ended -> {
                message.toShow = message.toShow <= ended.claim().head() ? message.shown : message.toShow;
                message.edits = 0;
                message.editAt = Instant.EPOCH;
            }
            case Settlement.Denied denied -> {
                message.editAt = machine.plus(Duration.ofMinutes(10));
                denied(message.chat, denied.reason(), machine);
            }
            case Settlement.Shut gone -> {
                message.editAt = machine;
                shut(message.chat, gone.state(), gone.reason(), machine);
            }
        }
    }

    private void denied(ChatRef chat, String reason, Instant machine) {
        Instant since = deniedSince.computeIfAbsent(chat, _ -> machine);
        if (!machine.isBefore(since.plus(DENIED_FOR))) {
            shut(chat, ChatState.BLOCKED, reason, machine);
        }
    }

    private boolean takeNew(
            Platform platform, Instant now, Instant machine, Instant until, int limit, List<Claim> claims) {
        List<Row> due = rows.values().stream()
                .filter(r -> r.state == DeliveryState.PENDING && r.member.chat.platform() == platform)
                .filter(r -> shut(r.member.chat) == null)
                .sorted(FIRST_COME)
                .toList();
        List<Row> candidates = due.stream()
                .filter(r -> !isSilenced(r.member.series, now))
                .limit(limit)
                .toList();
        Set<ChatRef> chats = candidates.stream().map(r -> r.member.chat).collect(Collectors.toSet());
        List<Row> left = still(
                        due.stream().filter(r -> chats.contains(r.member.chat)).toList(), now)
                .stream()
                .filter(r -> !isSilenced(r.member.series, now))
                .toList();
        Set<Group> groups = new LinkedHashSet<>();
        candidates.stream().filter(left::contains).map(Group::of).forEach(groups::add);
        for (Group group : groups) {
            List<Row> mine =
                    left.stream().filter(r -> Group.of(r).equals(group)).toList();
            boolean quiet = mine.stream().allMatch(r -> r.quiet);
            String id = "%024d".formatted(messages.size() + 1 + lastId++);
            Message message = new Message(id, group, quiet, head, machine, until);
            messages.put(message.id, message);
            mine.forEach(r -> {
                r.state = DeliveryState.SENDING;
                r.messageId = message.id;
                r.said = now;
            });
            claims.add(claim(message, mine));
        }
        return !candidates.isEmpty();
    }

    /** Settles what is not to be sent any more. @return the others */
    private List<Row> still(Collection<Row> candidates, Instant now) {
        Map<Row, DeliveryState> fates = new LinkedHashMap<>();
        candidates.stream().sorted(FIRST_COME).forEach(r -> fates.put(r, fate(r, now)));
        fates.forEach((row, fate) -> {
            if (fate != DeliveryState.SENDING) {
                Message message = row.messageId == null ? null : messages.get(row.messageId);
                boolean unsure = message != null && message.unsureSince != null;
                row.end(unsure ? DeliveryState.IN_DOUBT : fate, fate.word(), now);
            }
        });
        uncover(fates.keySet(), now);
        return fates.keySet().stream()
                .filter(r -> fates.get(r) == DeliveryState.SENDING)
                .toList();
    }

    private DeliveryState fate(Row row, Instant now) {
        if (!row.expires.isAfter(now)) {
            return DeliveryState.EXPIRED;
        }
        if (!row.member.active || !row.wanted()) {
            return DeliveryState.WITHDRAWN;
        }
        boolean overtaken = rowsOf(row.member).stream()
                .filter(n -> !n.isNotice() && !row.isNotice())
                .filter(n -> n.subject.equals(row.subject) && n.at.equals(row.at) && n.lead.compareTo(row.lead) < 0)
                .anyMatch(n -> isSaid(n) || (n.state == DeliveryState.PENDING && n.expires.isAfter(now) && n.wanted()));
        return overtaken ? DeliveryState.OVERTAKEN : DeliveryState.SENDING;
    }

    /** What was left out because of rows that ended unsent is owed again. */
    private void uncover(Collection<Row> ended, Instant now) {
        Set<DeliveryState> unsaid =
                Set.of(DeliveryState.EXPIRED, DeliveryState.FAILED, DeliveryState.SUPERSEDED, DeliveryState.IN_DOUBT);
        uncoverFor(ended.stream().filter(r -> unsaid.contains(r.state)).toList(), now);
    }

    private void uncoverFor(List<Row> unsaid, Instant now) {
        for (Row row : unsaid) {
            rowsOf(row.member).stream()
                    .filter(c -> c.state == DeliveryState.COVERED)
                    .filter(c -> c.samePromise(row)
                            || (row.isNotice() && c.subject.equals(row.subject) && c.at.equals(row.at)))
                    .filter(c -> c.expires.isAfter(now) && !isCovered(c))
                    .forEach(c -> begin(c, now));
        }
    }

    @Override
    public synchronized Optional<Instant> nextRetry(Platform platform, Instant now, Instant machine) {
        Set<String> held = held(now);
        Stream<Instant> unsent = messages.values().stream()
                .filter(m -> m.chat.platform() == platform && m.again != null && !held.contains(m.id))
                .flatMap(m -> Optional.ofNullable(m.again).stream());
        Stream<Instant> edits = stale(platform, now).stream().map(m -> m.editAt);
        Stream<Instant> ends = silences.values().stream()
                .filter(s -> s.holds(now))
                .flatMap(s -> Optional.ofNullable(s.until).stream())
                .map(until -> Duration.between(now, until))
                .map(left -> machine.plus(left.compareTo(Duration.ofSeconds(1)) < 0 ? left : Duration.ofSeconds(1)));
        return Stream.of(unsent, edits, ends).flatMap(s -> s).min(Comparator.naturalOrder());
    }

    @Override
    public synchronized void leaveOut(
            Claim claim, Collection<Promise> promises, DeliveryState state, String reason, Instant now) {
        Message message = messages.get(claim.messageId());
        if (message != null && message.again != null && message.attempts == claim.attempt()) {
            Set<Long> ids = promises.stream().map(Promise::deliveryId).collect(Collectors.toSet());
            List<Row> ended =
                    open(claim).stream().filter(r -> ids.contains(r.id)).toList();
            ended.forEach(r -> r.end(message.unsureSince == null ? state : DeliveryState.IN_DOUBT, reason, now));
            uncover(ended, now);
        }
    }

    @Override
    public synchronized void settle(List<Settlement> settlements, Instant now, Instant machine) {
        for (Settlement settlement : settlements) {
            if (settlement.claim().isEdit()) {
                settleEdit(settlement, machine);
                continue;
            }
            Message message = messages.get(settlement.claim().messageId());
            if (message != null && message.again != null) {
                boolean latest = message.attempts == settlement.claim().attempt();
                if (latest || settlement instanceof Settlement.Sent) {
                    settle(settlement, message, now, machine);
                }
            }
        }
    }

    private void settle(Settlement settlement, Message message, Instant now, Instant machine) {
        switch (settlement) {
            case Settlement.Sent(Claim claim, String ref, var remark, long shown) -> {
                message.again = null;
                message.ref = ref;
                boolean certain = message.unsureSince == null && message.attempts == claim.attempt();
                message.shown = certain ? shown : message.shown;
                shut.remove(message.chat);
                deniedSince.remove(message.chat);
                open(claim).forEach(r -> {
                    r.said = now;
                    r.end(DeliveryState.SENT, remark, now);
                });
            }
            case Settlement.Again(var _, Instant retry, String reason, boolean unsure) -> {
                message.again = retry;
                message.reason = reason;
                message.inTheAir = false;
                if (unsure && message.unsureSince == null) {
                    message.unsureSince = message.tried;
                }
            }
            case Settlement.Ended(Claim claim, DeliveryState state, String reason) ->
                end(claim, message, state, reason, now);
            case Settlement.Denied(Claim claim, String reason) -> {
                end(claim, message, DeliveryState.FAILED, reason, now);
                denied(message.chat, reason, machine);
            }
            case Settlement.Shut(Claim claim, ChatState state, String reason) -> {
                if (message.unsureSince != null) {
                    end(claim, message, DeliveryState.IN_DOUBT, reason, now);
                } else {
                    message.again = null;
                    List<Row> back = open(claim);
                    back.forEach(r -> {
                        r.state = DeliveryState.PENDING;
                        r.messageId = null;
                        r.said = null;
                    });
                    uncoverFor(back, now);
                }
                shut(message.chat, state, reason, machine);
            }
        }
    }

    private void end(Claim claim, Message message, DeliveryState state, String reason, Instant now) {
        message.again = null;
        List<Row> ended = open(claim);
        ended.forEach(r -> r.end(message.unsureSince == null ? state : DeliveryState.IN_DOUBT, reason, now));
        uncover(ended, now);
    }

    private List<Row> open(Claim claim) {
        return rows.values().stream()
                .filter(r ->
                        r.state == DeliveryState.SENDING && claim.messageId().equals(r.messageId))
                .toList();
    }

    @Override
    public synchronized int releaseLeases(Instant machine) {
        List<Message> air = messages.values().stream()
                .filter(m -> m.again != null && m.inTheAir)
                .toList();
        air.forEach(m -> m.again = machine);
        return air.size();
    }

    @Override
    public synchronized List<DeliveryRecord> find(LedgerFilter filter, int limit) {
        Comparator<Row> oldest = Comparator.comparingLong(r -> r.id);
        return rows.values().stream()
                .filter(r -> fits(r, filter))
                .sorted((filter.isNarrow() ? Comparator.comparing(Row::due).thenComparing(oldest) : oldest).reversed())
                .limit(limit)
                .map(this::look)
                .toList();
    }

    private static boolean fits(Row row, LedgerFilter filter) {
        ChatRef chat = row.member.chat;
        String topic = chat.topic() == null ? "" : chat.topic();
        return (filter.states().isEmpty() || filter.states().contains(row.state))
                && (filter.platform() == null || filter.platform() == chat.platform())
                && (filter.chat() == null || filter.chat().equals(chat.id()))
                && (filter.topic() == null || filter.topic().equals(topic))
                && (filter.about() == null
                        || (row.subject + "/").startsWith(filter.about() + "/")
                        || (row.subject + "#").startsWith(filter.about() + "#"))
                && (filter.messageId() == null || filter.messageId().equals(row.messageId));
    }

    private DeliveryRecord look(Row row) {
        Message message = row.messageId == null ? null : messages.get(row.messageId);
        return new DeliveryRecord(
                row.promise(),
                row.member.chat,
                row.state,
                row.messageId,
                message == null ? null : message.ref,
                row.state == DeliveryState.SENDING && message != null ? message.reason : row.reason,
                row.settled);
    }

    @Override
    public synchronized Map<DeliveryState, Long> counts(LedgerFilter filter) {
        Map<DeliveryState, Long> counts = new EnumMap<>(DeliveryState.class);
        rows.values().stream().filter(r -> fits(r, filter)).forEach(r -> counts.merge(r.state, 1L, Long::sum));
        return counts;
    }

    private @Nullable Shut shut(ChatRef chat) {
        return shut.get(chat);
    }

    /** The chat can't be written to. */
    synchronized void shut(ChatRef chat, ChatState state, String reason, Instant machine) {
        Shut now = shut.computeIfAbsent(chat, _ -> {
            Shut fresh = new Shut();
            fresh.since = machine;
            fresh.reason = "new";
            return fresh;
        });
        if (now.state != state || now.reason.equals("new")) {
            now.state = state;
            now.reason = reason;
            now.look = ShutChats.nextLook(state, machine);
        }
    }

    @Override
    public synchronized List<ShutChat> toLookAt(Platform platform, Instant machine, int limit) {
        return shutChats(platform, s -> !s.look.isAfter(machine), limit);
    }

    @Override
    public synchronized List<ShutChat> untold(Platform platform, int limit) {
        return shutChats(platform, s -> !s.told, limit);
    }

    private List<ShutChat> shutChats(Platform platform, Predicate<Shut> which, int limit) {
        return shut.entrySet().stream()
                .filter(e -> e.getKey().platform() == platform && which.test(e.getValue()))
                .limit(limit)
                .map(e -> new ShutChat(
                        e.getKey(), e.getValue().state, e.getValue().since, e.getValue().reason, e.getValue().told))
                .toList();
    }

    @Override
    public synchronized void told(ChatRef chat) {
        Optional.ofNullable(shut.get(chat)).ifPresent(s -> s.told = true);
    }

    @Override
    public synchronized void lookAgainAt(ChatRef chat, Instant next) {
        Optional.ofNullable(shut.get(chat)).ifPresent(s -> s.look = next);
    }

    private Set<ChatRef> chatsOf(Platform platform, String space) {
        return members.stream()
                .filter(m -> m.chat.platform() == platform && m.space.equals(space))
                .map(m -> m.chat)
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized int lookAgain(Platform platform, String space, Instant machine) {
        Set<ChatRef> chats = chatsOf(platform, space);
        chats.retainAll(shut.keySet());
        chats.forEach(c -> lookAgainAt(c, machine));
        return chats.size();
    }

    @Override
    public synchronized int gone(Platform platform, String space, String reason, Instant machine) {
        Set<ChatRef> chats = chatsOf(platform, space);
        chats.removeIf(c -> shut.containsKey(c) && shut.get(c).state == ChatState.GONE);
        chats.forEach(c -> shut(c, ChatState.GONE, reason, machine));
        return chats.size();
    }

    @Override
    public synchronized void gone(ChatRef chat, String reason, Instant machine) {
        if (members.stream().anyMatch(m -> m.chat.equals(chat))) {
            shut(chat, ChatState.GONE, reason, machine);
        }
    }

    @Override
    public synchronized void open(ChatRef chat) {
        shut.remove(chat);
        deniedSince.remove(chat);
    }

    /** How many chats are shut, by state. */
    @Override
    public synchronized Map<ChatState, Long> shutCounts() {
        Map<ChatState, Long> counts = new EnumMap<>(ChatState.class);
        shut.values().forEach(s -> counts.merge(s.state, 1L, Long::sum));
        return counts;
    }
}

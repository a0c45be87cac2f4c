package dev.pitboard.delivery;

import dev.pitboard.notice.Consequences;
import dev.pitboard.notice.Notice;
import dev.pitboard.reminder.Start;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The changes that people are to be told of. */
final class SimNotices {
    /** One of them, as it was when the timetable changed. */
    static final class One {
        final Start start;
        final long revision;
        final Notice notice;
        /** The starts it said: the one it was told of, and what that was corrected to by too little for another notice. */
        private final Set<Instant> said = new HashSet<>();

        private One(Start start, long revision, Notice notice) {
            this.start = start;
            this.revision = revision;
            this.notice = notice;
            Optional.ofNullable(notice.at()).ifPresent(said::add);
        }
    }

    private final List<One> all = new ArrayList<>();

    void changed(Consequences consequences, long revision) {
        consequences
                .starts()
                .forEach((start, at) -> all.stream()
                        .filter(one -> one.start.equals(start) && !one.said.isEmpty() && at.isPresent())
                        .filter(_ -> consequences.notices().stream()
                                .noneMatch(n -> n.subject().equals(start.toString())))
                        .forEach(one -> one.said.add(at.get())));
        consequences.notices().forEach(n -> all.add(new One(Start.parse(n.subject()), revision, n)));
    }

    List<One> all() {
        return all;
    }

    /** Those that say what that reminder would say. */
    List<SimPromise> insteadOf(SimPromise reminder) {
        return all.stream()
                .filter(one -> one.start.equals(reminder.start())
                        && one.said.contains(reminder.at())
                        && !one.notice.due().isBefore(reminder.due()))
                .flatMap(one -> tellingOf(one, reminder.group()))
                .toList();
    }

    /** Itself, or an older one that was not sent when it came, and told of it too. */
    private Stream<SimPromise> tellingOf(One one, SimGroup group) {
        return all.stream()
                .filter(older -> older.start.equals(one.start) && older.revision <= one.revision)
                .map(older -> SimPromise.notice(group, one.start, one.notice.due(), older.revision));
    }

    /** From when on that one is useless, which tells of all changes of its start from its revision to its due instant. */
    Instant expires(SimPromise key) {
        return all.stream()
                .filter(one -> one.start.equals(key.start())
                        && one.revision >= key.revision()
                        && !one.notice.due().isAfter(key.due()))
                .map(one -> one.notice.expires())
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new SimWorld.Fault("a notice of nothing: " + key));
    }

    /** Whether there was another change of the same by then. */
    boolean hasAnother(SimPromise key, Instant by) {
        return all.stream()
                .anyMatch(one -> one.start.equals(key.start())
                        && one.revision != key.revision()
                        && !one.notice.due().isAfter(by));
    }
}

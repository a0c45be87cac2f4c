package dev.pitboard.delivery;

import dev.pitboard.notice.Consequences;
import dev.pitboard.notice.Notice;
import dev.pitboard.reminder.Start;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    One of(SimPromise key) {
        return all.stream()
                .filter(one -> one.revision == key.revision() && one.start.equals(key.start()))
                .findFirst()
                .orElseThrow(() -> new SimWorld.Fault("a notice of nothing: " + key));
    }

    /** Those that say what that reminder would say. */
    List<SimPromise> insteadOf(SimPromise reminder) {
        return all.stream()
                .filter(one -> one.start.equals(reminder.start())
                        && one.said.contains(reminder.at())
                        && !one.notice.due().isBefore(reminder.due()))
                .map(one -> SimPromise.notice(reminder.group(), one.start, one.notice.due(), one.revision))
                .toList();
    }
}

package dev.pitboard.delivery;

import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.card.Tone;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A line a day into a chat of whoever runs this: that it is up, and how it went since the last one. Its absence is the signal, so
 * it comes at most once a day: the day is noted before it is sent, and only what certainly did not arrive is tried again.
 */
public final class Heartbeat {
    /** From then on in the morning. */
    static final LocalTime AT = LocalTime.of(9, 0);

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

    /** Where the day of the latest one is kept, also when the program starts again. */
    public interface Diary {
        /** The day of the latest one, or empty when there was none. */
        Optional<LocalDate> last();

        /** Keeps the day. @return false when that can't be done; then nothing is sent */
        boolean note(LocalDate day);
    }

    private final ChatRef chat;
    private final Supplier<Messenger> messenger;
    private final Diary diary;
    private final Tally tally;
    private final Supplier<Timetable> timetable;
    private final InstantSource machine;
    private final ZoneId zone;
    private final Instant started;
    private boolean owed;

    /**
     * @param tally what happened since the last one
     * @param machine machine time
     * @param zone that of the morning
     */
    public Heartbeat(
            ChatRef chat,
            Supplier<Messenger> messenger,
            Diary diary,
            Tally tally,
            Supplier<Timetable> timetable,
            InstantSource machine,
            ZoneId zone) {
        this.chat = chat;
        this.messenger = messenger;
        this.diary = diary;
        this.tally = tally;
        this.timetable = timetable;
        this.machine = machine;
        this.zone = zone;
        this.started = machine.instant();
    }

    /** Looks whether it is time, and sends. To be called every minute or so, by one thread. */
    public void beat() {
        LocalDateTime now = LocalDateTime.ofInstant(machine.instant(), zone);
        LocalDate today = now.toLocalDate();
        boolean said = diary.last().map(day -> !day.isBefore(today)).orElse(false);
        if (!said) {
            owed = !now.toLocalTime().isBefore(AT) && diary.note(today);
        }
        if (owed) {
            send();
        }
    }

    private void send() {
        Map<DeliveryState, Long> counts = tally.soFar();
        Outcome outcome = messenger.get().send(Post.once(chat, card(counts), null));
        owed = outcome instanceof Outcome.Wait;
        if (outcome instanceof Outcome.Sent) {
            tally.forget(counts);
            log.info("heartbeat sent to {}", chat);
        } else if (owed) {
            log.info("the heartbeat to {} was not sent yet: {}", chat, outcome);
        } else {
            log.warn("the heartbeat to {} was not sent: {}", chat, outcome);
        }
    }

    private Card card(Map<DeliveryState, Long> counts) {
        StringBuilder title = new StringBuilder(up(Duration.between(started, machine.instant())));
        title.append(", ").append(counts.getOrDefault(DeliveryState.SENT, 0L)).append(" sent, ");
        title.append(counts.getOrDefault(DeliveryState.FAILED, 0L)).append(" failed");
        for (DeliveryState state : List.of(DeliveryState.EXPIRED, DeliveryState.IN_DOUBT)) {
            if (counts.containsKey(state)) {
                title.append(", ")
                        .append(counts.get(state))
                        .append(' ')
                        .append(state.word().replace('_', ' '));
            }
        }
        Card.Builder card = Card.titled(Tone.INFO, title.toString());
        next().ifPresent(card::quiet);
        return card.build();
    }

    private Optional<Line> next() {
        Instant now = machine.instant();
        return timetable.get().fixtures().stream()
                .filter(Fixture::takesPlace)
                .filter(f -> startOf(f).isAfter(now))
                .min(Comparator.comparing(Heartbeat::startOf))
                .map(f -> Line.of("Next: ")
                        .text(f.session().name() + " · " + f.series().name() + ", "
                                + f.round().name() + " · ")
                        .moment(startOf(f), MomentStyle.DATE_TIME));
    }

    /** What has no published start is never next. */
    private static Instant startOf(Fixture fixture) {
        Instant start = fixture.session().start();
        return start == null ? Instant.MIN : start;
    }

    private static String up(Duration time) {
        long days = time.toDays();
        long count = days > 0 ? days : time.toHours();
        return count + (days > 0 ? " day" : " hour") + (count == 1 ? "" : "s") + " up";
    }
}

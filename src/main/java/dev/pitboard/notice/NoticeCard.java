package dev.pitboard.notice;

import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.card.Tone;
import dev.pitboard.motorsport.Change;
import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reminder.Details;
import dev.pitboard.reminder.News;
import dev.pitboard.reminder.ReminderCard;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The message that tells people of a change: old and new time side by side. Made when it is sent or edited, so it says the
 * time there is then, also where a session moved again since.
 */
public final class NoticeCard {
    private NoticeCard() {}

    /**
     * What is told of one subject.
     *
     * @param subject as in {@link Notice#subject}
     * @param changes all changes of the revision that it is about; what is not about the subject is ignored. Empty where the
     *     revision is not known any more
     */
    public record Told(String subject, List<Change> changes) {
        public Told {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Whether there is nothing to tell of it: today it stands as it did before the change, because that was taken back since.
     */
    public static boolean isMoot(Told told, Timetable today) {
        return Subject.of(told, today).isBackAgain();
    }

    /**
     * The card of one message.
     *
     * @param told at least one; says something of each of them
     * @param changed when the timetable changed
     * @param now timetable time
     */
    public static Card of(List<Told> told, Instant changed, Instant now, Timetable today) {
        List<Subject> subjects = told.stream()
                .map(t -> Subject.of(t, today))
                .sorted(Subject.IN_ORDER)
                .toList();
        Card.Builder card = Card.titled(
                Tone.WARNING, News.title(subjects.stream().map(Subject::news).toList()));
        if (subjects.size() == 1) {
            subjects.getFirst().facts().forEach(f -> card.fact(f.label(), f.value()));
        } else {
            card.rows(subjects.stream().map(Subject::row).toList());
        }
        List<Fixture> fixtures = subjects.stream()
                .flatMap(s -> Optional.ofNullable(s.fixture()).stream())
                .toList();
        fixtures.stream().map(Details::where).distinct().forEach(w -> card.fact("Where", w));
        Line when = Line.of("Changed ").moment(changed, MomentStyle.DATE_TIME).text(". ");
        card.block(new Block.Quiet(fixtures.isEmpty() ? when : when.then(Details.sources(fixtures, now))));
        return ReminderCard.buttons(card, fixtures).build();
    }
}

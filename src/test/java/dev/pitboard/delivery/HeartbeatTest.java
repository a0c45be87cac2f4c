package dev.pitboard.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Span;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.guide.GuideCases;
import dev.pitboard.motorsport.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class HeartbeatTest {
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final ChatRef CHAT = ChatRef.of(Platform.DISCORD, "1");

    private final FakeMessenger discord = new FakeMessenger();
    private final Tally tally = new Tally();
    private @Nullable LocalDate noted;
    private boolean canNote = true;
    private Timetable timetable = Timetable.empty();
    private Instant now = Instant.parse("2026-11-22T05:00:00Z");
    private Heartbeat heartbeat = started();

    private Heartbeat started() {
        Heartbeat.Diary diary = new Heartbeat.Diary() {
            @Override
            public Optional<LocalDate> last() {
                return Optional.ofNullable(noted);
            }

            @Override
            public boolean note(LocalDate day) {
                noted = canNote ? day : noted;
                return canNote;
            }
        };
        return new Heartbeat(CHAT, () -> discord, diary, tally, () -> timetable, () -> now, MADRID);
    }

    private void beatAt(String time) {
        now = Instant.parse(time);
        heartbeat.beat();
    }

    private static String title(Card card) {
        Line title = card.title();
        return title.spans().stream()
                .map(span -> span instanceof Span.Text(String text) ? text : "?")
                .collect(Collectors.joining());
    }

    private String lastTitle() {
        return title(discord.posts.getLast().card());
    }

    @Test
    void itComesOnceAMorning() {
        beatAt("2026-11-22T07:59:00Z");
        assertEquals(0, discord.posts.size(), "it is 8:59 in Madrid");
        beatAt("2026-11-22T08:00:00Z");
        beatAt("2026-11-22T08:01:00Z");
        beatAt("2026-11-22T22:30:00Z");
        assertEquals(1, discord.posts.size());
        assertEquals(CHAT, discord.posts.getFirst().chat());
        assertNull(discord.posts.getFirst().role());
        beatAt("2026-11-23T08:00:00Z");
        assertEquals(2, discord.posts.size());
    }

    @Test
    void itSaysWhatHappenedSinceTheLastOne() {
        tally.sent(Platform.DISCORD, 130, Duration.ZERO);
        tally.sent(Platform.TELEGRAM, 2, Duration.ZERO);
        beatAt("2026-11-22T08:00:00Z");
        assertEquals("3 hours up, 132 sent, 0 failed", lastTitle());
        tally.unsent(Platform.DISCORD, DeliveryState.FAILED, 1);
        tally.unsent(Platform.DISCORD, DeliveryState.IN_DOUBT, 2);
        tally.unsent(Platform.DISCORD, DeliveryState.OVERTAKEN, 9);
        beatAt("2026-11-23T08:00:00Z");
        assertEquals("1 day up, 0 sent, 1 failed, 2 in doubt", lastTitle());
    }

    @Test
    void itSaysWhatIsNext() {
        timetable = GuideCases.shipped();
        beatAt("2023-09-30T08:00:00Z");
        Block.Quiet next = (Block.Quiet) discord.posts.getLast().card().blocks().getFirst();
        assertEquals(
                List.of(
                        new Span.Text("Next: "),
                        new Span.Text("Qualifying 1 & 2 · GT4 European Series, Barcelona · "),
                        new Span.Moment(Instant.parse("2023-09-30T09:25:00Z"), Span.MomentStyle.DATE_TIME)),
                next.line().spans());
        beatAt("2101-01-01T08:00:00Z");
        assertEquals(List.of(), discord.posts.getLast().card().blocks());
    }

    @Test
    void aProgramThatStartsAgainDoesNotSayItAgain() {
        beatAt("2026-11-22T08:00:00Z");
        heartbeat = started();
        beatAt("2026-11-22T09:00:00Z");
        assertEquals(1, discord.posts.size());
    }

    @Test
    void whatDidNotArriveIsTriedAgainWithItsCounts() {
        tally.sent(Platform.DISCORD, 5, Duration.ZERO);
        discord.next(new Outcome.Wait(Duration.ofSeconds(5), true, "busy"));
        beatAt("2026-11-22T08:00:00Z");
        beatAt("2026-11-22T08:01:00Z");
        beatAt("2026-11-22T08:02:00Z");
        assertEquals(2, discord.posts.size());
        assertTrue(lastTitle().contains("5 sent"), lastTitle());
    }

    @Test
    void whatMayHaveArrivedIsNot() {
        discord.next(new Outcome.Unsure("lost"));
        beatAt("2026-11-22T08:00:00Z");
        beatAt("2026-11-22T08:01:00Z");
        assertEquals(1, discord.posts.size());
    }

    @Test
    void whereItsDayCantBeKeptItStaysSilent() {
        canNote = false;
        beatAt("2026-11-22T08:00:00Z");
        assertEquals(0, discord.posts.size());
    }
}

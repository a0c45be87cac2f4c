package dev.pitboard.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is made of measurements. */
final class NumbersTest {
    private static final Instant START = Instant.parse("2026-09-18T10:00:00Z");

    @Test
    void quantilesAreDurationsThatOccurred() {
        Quantiles quantiles = Quantiles.of(
                IntStream.rangeClosed(1, 200).mapToObj(Duration::ofMillis).toList());
        assertEquals(Duration.ofMillis(100), quantiles.at(0.5));
        assertEquals(Duration.ofMillis(190), quantiles.at(0.95));
        assertEquals(Duration.ofMillis(200), quantiles.at(1));
        assertEquals("100/190/198/200", quantiles.millis());
        assertEquals(
                "1.5/1.5/1.5/1.5",
                Quantiles.of(List.of(Duration.ofNanos(1_500_000))).millis());
        assertEquals("-", Quantiles.of(List.of()).millis());
    }

    @Test
    void theRateIsThatOfTheLimitWhetherMessagesComeEvenlyOrInSteps() {
        assertEquals(50, arrivals(1000, i -> Duration.ofMillis(20L * i)).perSecond(), 0.001);
        assertEquals(50, arrivals(1000, i -> Duration.ofSeconds(i / 50)).perSecond(), 0.001);
        assertEquals(0, arrivals(1, _ -> Duration.ZERO).perSecond());
        assertEquals(0, arrivals(0, _ -> Duration.ZERO).perSecond());
    }

    @Test
    void theFullestSecondIsFoundWhereverItBegins() {
        assertEquals(50, arrivals(1000, i -> Duration.ofMillis(20L * i)).mostInASecond());
        assertEquals(50, arrivals(1000, i -> Duration.ofSeconds(i / 50)).mostInASecond());
        List<Instant> bunched = new ArrayList<>();
        for (int millis : new int[] {0, 900, 1000, 1500, 1899, 1900, 4000}) {
            bunched.add(START.plusMillis(millis));
        }
        assertEquals(4, Arrivals.of(bunched.reversed()).mostInASecond(), "from 0.9 s to before 1.9 s");
        assertEquals(0, Arrivals.of(List.of()).mostInASecond());
    }

    @Test
    void aTableReadsWellOnATerminalAndInMarkdown() {
        Table table = new Table("Rates", List.of("", "A", "B"))
                .row(List.of("messages/s", "48.3", "7|8"))
                .note("Taken on a Sunday.");
        assertEquals("""

                Rates
                               A    B
                messages/s  48.3  7|8
                Taken on a Sunday.
                """, table.plain());
        assertEquals("""

                ### Rates

                |  | A | B |
                |---|--:|--:|
                | messages/s | 48.3 | 7\\|8 |

                Taken on a Sunday.
                """, table.markdown());
        assertThrows(IllegalArgumentException.class, () -> table.row(List.of("too few")));
    }

    @Test
    void whatStaysTheSameOrOnlyWarmsUpIsNoGrowth() {
        assertEquals(List.of(), Growth.faults(samples(_ -> 20_000_000)));
        assertEquals(List.of(), Growth.faults(samples(i -> Math.min(i, 6) * 5_000_000L)));
    }

    @Test
    void whatGoesOnGrowingIsFoundAndNamed() {
        List<String> faults = Growth.faults(samples(i -> 20_000_000 + i * 300_000L));
        assertEquals(1, faults.size(), faults.toString());
        assertTrue(
                faults.getFirst().startsWith("living objects, bytes grew from 23,000,000 to 27,800,000"),
                faults.getFirst());
    }

    @Test
    void eachThingIsLookedAt() {
        IntFunction<OptionalLong> growing = i -> OptionalLong.of(100_000_000L + i * 10_000_000L);
        List<Sample> all = IntStream.range(0, 30)
                .mapToObj(i -> new Sample(
                        Duration.ofSeconds(i),
                        i,
                        growing.apply(i),
                        growing.apply(i),
                        growing.apply(i),
                        growing.apply(i),
                        growing.apply(i)))
                .toList();
        assertEquals(5, Growth.faults(all).size());
    }

    @Test
    void whatCannotBeReadOrIsTooLittleIsSaid() {
        List<Sample> unreadable = IntStream.range(0, 30)
                .mapToObj(i -> sample(i, OptionalLong.empty()))
                .toList();
        assertEquals(List.of("living objects, bytes can't be read on this system"), Growth.faults(unreadable));
        assertEquals(1, Growth.faults(samples(_ -> 1).subList(0, 9)).size());
    }

    private static Arrivals arrivals(int count, IntFunction<Duration> after) {
        return Arrivals.of(IntStream.range(0, count)
                .mapToObj(i -> START.plus(after.apply(i)))
                .toList());
    }

    private static List<Sample> samples(IntToLongFunction heap) {
        return IntStream.range(0, 30)
                .mapToObj(i -> sample(i, OptionalLong.of(heap.applyAsLong(i))))
                .toList();
    }

    private static Sample sample(int second, OptionalLong heap) {
        OptionalLong same = OptionalLong.of(40);
        return new Sample(Duration.ofSeconds(second), second, heap, same, same, same, same);
    }
}

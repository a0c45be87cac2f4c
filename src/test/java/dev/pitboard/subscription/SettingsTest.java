package dev.pitboard.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pitboard.motorsport.SessionKind;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final LeadTime HOUR = LeadTime.ofMinutes(60);
    private static final LeadTime TEN = LeadTime.ofMinutes(10);

    @Test
    void leadsAreLongestFirstAndOnce() {
        assertEquals(List.of(HOUR, TEN), new Settings(Set.of(SessionKind.RACE), List.of(TEN, HOUR, TEN), null).leads());
    }

    @Test
    void kindsAreInTheOrderOfAWeekend() {
        Settings settings = new Settings(
                Set.of(SessionKind.RACE, SessionKind.PRACTICE, SessionKind.OTHER, SessionKind.QUALIFYING),
                List.of(TEN),
                null);
        assertEquals(
                List.of(SessionKind.PRACTICE, SessionKind.QUALIFYING, SessionKind.RACE, SessionKind.OTHER),
                List.copyOf(settings.kinds()));
    }

    @Test
    void theSameWishIsEqualHoweverItWasBuilt() {
        assertEquals(Settings.defaults(), new Settings(Set.of(SessionKind.values()), List.of(TEN, HOUR), null));
    }

    @Test
    void nothingIsNoWish() {
        assertThrows(IllegalArgumentException.class, () -> new Settings(Set.of(), List.of(TEN), null));
        assertThrows(IllegalArgumentException.class, () -> new Settings(Set.of(SessionKind.RACE), List.of(), null));
        List<LeadTime> seven =
                LongStream.rangeClosed(1, 7).mapToObj(LeadTime::ofMinutes).toList();
        assertThrows(IllegalArgumentException.class, () -> new Settings(Set.of(SessionKind.RACE), seven, null));
    }
}

package dev.pitboard.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.card.Card;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.subscription.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Chats that can't be written to: told once, looked at, opened, and forgotten when gone for good. */
final class CaretakerTest {
    private static final ChatRef FANS = ChatRef.of(Platform.DISCORD, "1");
    private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");

    private final InMemoryStore store = new InMemoryStore();
    private final HandTimer timer = new HandTimer();
    private final AtomicInteger opened = new AtomicInteger();
    private final Discord discord = new Discord();
    private Instant machine = BEGIN;
    private final Caretaker caretaker = new Caretaker(
            store, store, Map.of(Platform.DISCORD, discord), () -> machine, opened::incrementAndGet, timer);

    @BeforeEach
    void start() {
        store.turnOn(FANS, "guild", "gt4", Settings.defaults(), Instant.EPOCH);
        caretaker.start();
    }

    /** Time goes on minute by minute. */
    private void pass(Duration time) {
        for (Duration left = time; left.isPositive(); left = left.minusMinutes(1)) {
            machine = machine.plus(Duration.ofMinutes(1));
            timer.pass(Duration.ofMinutes(1));
        }
    }

    private void blocked() {
        store.shut(FANS, ChatState.BLOCKED, "I need the Send Messages permission.", machine);
    }

    @Test
    void itsPeopleAreToldOnceWithTheReason() {
        blocked();
        pass(Duration.ofHours(3));
        assertEquals(1, discord.told.size());
        assertTrue(discord.told.getFirst().toString().contains("Send Messages"), discord.told.toString());
    }

    @Test
    void whereTellingHasToWaitItIsTriedAgain() {
        discord.tellingWaits = true;
        blocked();
        pass(Duration.ofMinutes(2));
        discord.tellingWaits = false;
        pass(Duration.ofMinutes(2));
        assertEquals(3, discord.told.size(), "twice in vain, once for good");
    }

    @Test
    void itIsLookedAtDailyAndOpenedByWhatArrives() {
        blocked();
        discord.missing = List.of("Send Messages is missing.");
        pass(Duration.ofHours(25));
        assertEquals(1, discord.looks);
        assertEquals(Map.of(ChatState.BLOCKED, 1L), store.shutCounts());
        discord.missing = List.of();
        discord.answer = new Outcome.Blocked("still");
        pass(Duration.ofHours(24));
        assertEquals(Map.of(ChatState.BLOCKED, 1L), store.shutCounts(), "rights are not enough");
        discord.answer = new Outcome.Sent("9", null);
        pass(Duration.ofHours(24));
        assertEquals(Map.of(), store.shutCounts());
        assertEquals(1, opened.get());
    }

    @Test
    void newsOfItsPlaceMakeItLookAtOnce() {
        blocked();
        caretaker.mayWorkAgain(Platform.DISCORD, "elsewhere");
        timer.pass(Duration.ofSeconds(5));
        assertEquals(0, discord.looks);
        caretaker.mayWorkAgain(Platform.DISCORD, "guild");
        caretaker.mayWorkAgain(Platform.DISCORD, "guild");
        timer.pass(Duration.ZERO);
        timer.pass(Duration.ofSeconds(2));
        assertEquals(1, discord.looks);
        assertEquals(Map.of(), store.shutCounts());
    }

    @Test
    void whatIsStoredOfAPlaceGoesThirtyDaysAfterTheBotDid() {
        caretaker.removed(Platform.DISCORD, "guild");
        timer.pass(Duration.ZERO);
        pass(ShutChats.KEPT.minusMinutes(1));
        assertEquals(1, store.of(FANS).size());
        pass(Duration.ofMinutes(2));
        assertEquals(0, store.of(FANS).size());
        assertEquals(List.of(), discord.told, "there is nobody to tell");
    }

    @Test
    void whoComesBackBeforeThatIsWhereTheyWere() {
        caretaker.removed(Platform.DISCORD, "guild");
        timer.pass(Duration.ZERO);
        pass(Duration.ofHours(1));
        caretaker.mayWorkAgain(Platform.DISCORD, "guild");
        timer.pass(Duration.ZERO);
        timer.pass(Duration.ofSeconds(2));
        assertEquals(Map.of(), store.shutCounts());
        assertEquals(1, store.of(FANS).size());
    }

    @Test
    void aDeletedChatIsGone() {
        caretaker.deleted(FANS);
        timer.pass(Duration.ZERO);
        assertEquals(Map.of(ChatState.GONE, 1L), store.shutCounts());
    }

    /** A Discord that can be looked into and tells what it was told. */
    private static final class Discord implements Messenger {
        private final List<Card> told = new ArrayList<>();
        private List<String> missing = List.of();
        private Outcome answer = new Outcome.Sent("9", null);
        private boolean tellingWaits;
        private int looks;

        @Override
        public Platform platform() {
            return Platform.DISCORD;
        }

        @Override
        public Outcome edit(Edit edit) {
            throw new AssertionError("nothing is edited");
        }

        @Override
        public Outcome send(Post post) {
            return answer;
        }

        @Override
        public List<String> missingToPost(ChatRef chat, @Nullable String role) {
            looks++;
            return missing;
        }

        @Override
        public Outcome tellAdmins(ChatRef chat, Card card) {
            told.add(card);
            return tellingWaits ? new Outcome.Wait(Duration.ofSeconds(1), false, "busy") : new Outcome.Sent("8", null);
        }
    }
}

package dev.pitboard.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.subscription.LeadTime;
import dev.pitboard.subscription.Settings;
import dev.pitboard.subscription.Subscription;
import dev.pitboard.subscription.Subscriptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of subscriptions does. */
public abstract class SubscriptionsContract {
    protected static final Instant NOON = Instant.parse("2023-09-29T12:00:00Z");
    protected static final ChatRef FANS = ChatRef.of(Platform.TELEGRAM, "-100");
    protected static final ChatRef TOPIC = new ChatRef(Platform.TELEGRAM, "-100", "7");
    protected static final ChatRef OTHER = ChatRef.of(Platform.TELEGRAM, "-200");
    protected static final Settings PLAIN = Settings.defaults();

    private Subscriptions subscriptions = new InMemoryStore();

    /** An empty store. */
    protected abstract Subscriptions emptySubscriptions();

    @BeforeEach
    final void empty() {
        subscriptions = emptySubscriptions();
    }

    private static Settings settings(SessionKind kind, String leads, @Nullable String role) {
        return new Settings(Set.of(kind), LeadTime.parseAll(leads), role);
    }

    @Test
    void onIsRemembered() {
        Settings races = settings(SessionKind.RACE, "2d 0", "42");
        Subscription on = subscriptions.turnOn(FANS, "space", "gt4", races, NOON);
        assertEquals(new Subscription(on.id(), FANS, "space", "gt4", races, true, NOON), on);
        assertEquals(Optional.of(on), subscriptions.find(FANS, "gt4"));
        assertEquals(Optional.empty(), subscriptions.find(FANS, "f1"));
        assertEquals(Optional.empty(), subscriptions.find(TOPIC, "gt4"));
        assertEquals(Optional.empty(), subscriptions.find(ChatRef.of(Platform.DISCORD, "-100"), "gt4"));
        assertEquals(1, subscriptions.countActive());
    }

    @Test
    void onAgainChangesTheSettingsAndKeepsTheId() {
        Subscription first = subscriptions.turnOn(FANS, "space", "gt4", PLAIN, NOON);
        Settings races = settings(SessionKind.RACE, "2d 0", "42");
        Subscription second = subscriptions.turnOn(FANS, "renamed", "gt4", races, NOON.plusSeconds(60));
        assertEquals(new Subscription(first.id(), FANS, "renamed", "gt4", races, true, NOON.plusSeconds(60)), second);
        assertEquals(List.of(second), subscriptions.of(FANS));
    }

    @Test
    void onAgainWithTheSameSettingsKeepsSince() {
        Subscription first = subscriptions.turnOn(FANS, "space", "gt4", PLAIN, NOON);
        assertEquals(first, subscriptions.turnOn(FANS, "space", "gt4", PLAIN, NOON.plusSeconds(60)));
    }

    @Test
    void offKeepsTheSettingsAndTheId() {
        Subscription on = subscriptions.turnOn(FANS, "space", "gt4", PLAIN, NOON);
        Instant later = NOON.plusSeconds(60);
        assertEquals(Optional.of(on), subscriptions.turnOff(FANS, "gt4", later));
        Subscription off = new Subscription(on.id(), FANS, "space", "gt4", PLAIN, false, later);
        assertEquals(Optional.of(off), subscriptions.find(FANS, "gt4"));
        assertEquals(0, subscriptions.countActive());
        assertEquals(Optional.empty(), subscriptions.turnOff(FANS, "gt4", later.plusSeconds(1)), "it is off already");
        assertEquals(Optional.of(off), subscriptions.find(FANS, "gt4"));
        assertEquals(Optional.empty(), subscriptions.turnOff(OTHER, "gt4", later), "it was never on");
        assertEquals(
                on.id(),
                subscriptions
                        .turnOn(FANS, "space", "gt4", PLAIN, later.plusSeconds(2))
                        .id());
    }

    @Test
    void aChatsSubscriptionsComeBySeries() {
        Subscription nls = subscriptions.turnOn(FANS, "space", "nls", PLAIN, NOON);
        Subscription f1 = subscriptions.turnOn(FANS, "space", "f1", PLAIN, NOON);
        subscriptions.turnOn(OTHER, "space", "f1", PLAIN, NOON);
        assertEquals(List.of(f1, nls), subscriptions.of(FANS));
        assertEquals(List.of(), subscriptions.of(TOPIC));
    }

    @Test
    void demandIsThatOfActiveSubscriptions() {
        subscriptions.turnOn(FANS, "space", "gt4", settings(SessionKind.RACE, "1h 10m", null), NOON);
        subscriptions.turnOn(OTHER, "space", "gt4", settings(SessionKind.RACE, "0", null), NOON);
        subscriptions.turnOn(TOPIC, "space", "f1", settings(SessionKind.RACE, "14d", null), NOON);
        subscriptions.turnOff(TOPIC, "f1", NOON);
        assertEquals(
                Map.of("gt4", Set.of(LeadTime.ofMinutes(60), LeadTime.ofMinutes(10), LeadTime.ofMinutes(0))),
                subscriptions.demand().leads());
        subscriptions.turnOn(TOPIC, "space", "gt4", settings(SessionKind.RACE, "1h", null), NOON);
        assertEquals(
                Map.of(FANS.platform(), 2L),
                subscriptions.demand().chats("gt4", SessionKind.RACE, LeadTime.ofMinutes(60)));
        assertEquals(Map.of(), subscriptions.demand().chats("gt4", SessionKind.PRACTICE, LeadTime.ofMinutes(60)));
    }

    @Test
    void forgetLeavesNothingOfTheChatAndEverythingOfOthers() {
        subscriptions.turnOn(FANS, "space", "gt4", PLAIN, NOON);
        subscriptions.turnOn(FANS, "space", "f1", PLAIN, NOON);
        Subscription topic = subscriptions.turnOn(TOPIC, "space", "gt4", PLAIN, NOON);
        assertEquals(2, subscriptions.forget(FANS));
        assertEquals(0, subscriptions.forget(FANS));
        assertEquals(List.of(), subscriptions.of(FANS));
        assertEquals(List.of(topic), subscriptions.of(TOPIC));
    }

    @Test
    void movedBringsTopicsAlong() {
        Subscription chat = subscriptions.turnOn(FANS, "space", "gt4", PLAIN, NOON);
        Subscription topic = subscriptions.turnOn(TOPIC, "space", "gt4", PLAIN, NOON);
        ChatRef to = ChatRef.of(Platform.TELEGRAM, "-300");
        subscriptions.moved(FANS, to);
        assertEquals(List.of(), subscriptions.of(FANS));
        assertEquals(List.of(), subscriptions.of(TOPIC));
        assertEquals(List.of(at(chat, to)), subscriptions.of(to));
        ChatRef topicThere = new ChatRef(Platform.TELEGRAM, "-300", "7");
        assertEquals(List.of(at(topic, topicThere)), subscriptions.of(topicThere));
        subscriptions.moved(FANS, to);
        subscriptions.moved(to, to);
        assertEquals(List.of(at(chat, to)), subscriptions.of(to));
    }

    @Test
    void movedKeepsWhatTheNewChatHasAlready() {
        subscriptions.turnOn(FANS, "space", "gt4", PLAIN, NOON);
        Subscription f1 = subscriptions.turnOn(FANS, "space", "f1", PLAIN, NOON);
        Subscription there = subscriptions.turnOn(OTHER, "there", "gt4", settings(SessionKind.RACE, "0", null), NOON);
        subscriptions.moved(FANS, OTHER);
        assertEquals(List.of(at(f1, OTHER), there), subscriptions.of(OTHER));
        assertFalse(subscriptions.find(FANS, "gt4").isPresent());
        assertEquals(2, subscriptions.countActive());
    }

    @Test
    void oddTextComesBackAsItWas() {
        ChatRef odd = new ChatRef(Platform.TERMINAL, "🏁 'x'; -- %", "ـa");
        Subscription on = subscriptions.turnOn(odd, "s\"p'", "gt4", PLAIN, NOON);
        assertEquals(Optional.of(on), subscriptions.find(odd, "gt4"));
        assertTrue(on.active());
    }

    private static Subscription at(Subscription s, ChatRef chat) {
        return new Subscription(s.id(), chat, s.space(), s.series(), s.settings(), s.active(), s.since());
    }
}

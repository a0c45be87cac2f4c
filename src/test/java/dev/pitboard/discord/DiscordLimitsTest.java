package dev.pitboard.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.card.Card;
import dev.pitboard.card.Tone;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Outcome;
import dev.pitboard.delivery.Post;
import dev.pitboard.health.Condition;
import dev.pitboard.loopback.discord.FakeChannel;
import dev.pitboard.loopback.discord.Permissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Limits are learned from what Discord says; whatever has to wait asks nothing. */
final class DiscordLimitsTest {
    private final Paddock paddock = new Paddock();
    private final FakeChannel other = paddock.guild.text("other");

    @AfterEach
    void close() {
        paddock.close();
    }

    private Outcome send(FakeChannel channel) {
        Card card = Card.titled(Tone.LIVE, "Race 1").build();
        return paddock.bot.messenger().send(Post.once(ChatRef.of(Platform.DISCORD, channel.id()), card, null));
    }

    private Outcome.Wait waits(FakeChannel channel) {
        int before = paddock.discord.recorder().requests().size();
        Outcome outcome = send(channel);
        assertEquals(before, paddock.discord.recorder().requests().size(), "nothing was asked");
        return assertInstanceOf(Outcome.Wait.class, outcome);
    }

    private void later(Duration more) {
        paddock.machine.updateAndGet(at -> at.plus(more));
    }

    private void sent(FakeChannel channel) {
        assertInstanceOf(Outcome.Sent.class, send(channel));
    }

    @Test
    void theLastOfAChannelsBucketHoldsThatChannelOnly() {
        paddock.discord.faults().lastOfBucketNext(2.5, "POST .*" + paddock.channel.id() + "/messages");
        sent(paddock.channel);

        Outcome.Wait wait = waits(paddock.channel);
        assertEquals(Duration.ofMillis(2500), wait.atLeast());
        assertFalse(wait.wholePlatform());
        sent(other);
        later(wait.atLeast());
        sent(paddock.channel);
    }

    @Test
    void aRefusalOfOneChannelHoldsThatChannelOnly() {
        paddock.discord.faults().failNext(1, 429, "POST .*" + paddock.channel.id() + "/messages");
        assertInstanceOf(Outcome.Wait.class, send(paddock.channel));

        assertFalse(waits(paddock.channel).wholePlatform());
        sent(other);
        later(Duration.ofSeconds(1));
        sent(paddock.channel);
    }

    @Test
    void aRefusalOfEverythingHoldsEverything() {
        paddock.discord.faults().globalLimit(1);
        sent(paddock.channel);
        Outcome.Wait told = assertInstanceOf(Outcome.Wait.class, send(paddock.channel));
        assertTrue(told.wholePlatform());

        assertTrue(waits(other).wholePlatform());
        paddock.discord.faults().globalLimit(0);
        later(told.atLeast());
        sent(other);
    }

    @Test
    void tooManyRefusalsStopAllPostsLongBeforeABan() {
        paddock.open();
        paddock.channel.deny(Permissions.SEND_MESSAGES);
        for (int i = 0; i < Paddock.MOST_REFUSALS; i++) {
            assertInstanceOf(Outcome.Blocked.class, send(paddock.channel));
        }

        Outcome.Wait wait = waits(other);
        assertTrue(wait.wholePlatform());
        assertTrue(wait.atLeast().compareTo(Duration.ofMinutes(9)) > 0, wait.toString());
        assertEquals(Condition.State.DOWN, paddock.bot.condition().state());
        assertTrue(paddock.bot.condition().reason().contains("refused 100 or more"));
        assertEquals(100L, paddock.bot.refusals().get(403));
        assertEquals(
                List.of(wait.reason()),
                paddock.bot.messenger().missingToPost(ChatRef.of(Platform.DISCORD, other.id()), null));

        later(wait.atLeast());
        sent(other);
        assertEquals(Condition.State.UP, paddock.bot.condition().state());
    }

    @Test
    void whatJdaIsRefusedCountsToo() {
        paddock.discord.faults().failNext(1, 429, "GET .*/commands");
        paddock.open();
        assertEquals(1L, paddock.bot.refusals().get(429));
    }

    @Test
    void whatIsNoPostHasItsTurnAmongPostsAndAnswersToPeopleGoAtOnce() {
        AtomicInteger turns = new AtomicInteger();
        paddock.bot.share(() -> {
            turns.incrementAndGet();
            return () -> {};
        });
        paddock.open();
        paddock.discord.recorder().awaitCommands();
        int connecting = turns.get();
        assertTrue(connecting >= 3, "where the gateway is, who we are, which commands there are");
        assertEquals(
                connecting,
                paddock.discord.recorder().requests().stream()
                        .filter(request -> request.status() != 101)
                        .count());

        sent(paddock.channel);
        paddock.discord.slash(paddock.fan, paddock.channel, "next-session").answer();
        assertEquals(connecting, turns.get());
    }

    @Test
    void whatIsOverIsForgotten() {
        AtomicReference<Instant> now = new AtomicReference<>(Paddock.NOW);
        Waits waits = new Waits(now::get);
        for (int i = 0; i < 10_000; i++) {
            waits.pause("POST channels/" + i + "/messages", Duration.ofSeconds(5));
            now.updateAndGet(at -> at.plusMillis(20));
        }
        assertTrue(waits.size() < 1_000, () -> waits.size() + " routes are remembered");
        assertNotNull(waits.before("POST channels/9999/messages"));
        assertNull(waits.before("POST channels/1/messages"));
    }
}

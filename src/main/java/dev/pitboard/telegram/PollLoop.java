package dev.pitboard.telegram;

import com.pengrad.telegrambot.request.GetUpdates;
import com.pengrad.telegrambot.response.GetUpdatesResponse;
import dev.pitboard.health.Condition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for updates until it is closed or the token is refused; never at full speed, and never giving up otherwise. */
final class PollLoop implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(PollLoop.class);
    private static final String[] WANTED = {"message", "channel_post", "callback_query", "my_chat_member"};

    private final BotClient client;
    private final Introduction introduction;
    private final Intake intake;
    private final Rhythm rhythm;
    private final InstantSource machine;
    private volatile @Nullable Instant lastPoll;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Condition condition = Condition.connecting("Not connected to Telegram yet.");
    private boolean introduced;
    private int failures;

    PollLoop(BotClient client, Introduction introduction, Intake intake, Rhythm rhythm, InstantSource machine) {
        this.client = client;
        this.introduction = introduction;
        this.intake = intake;
        this.rhythm = rhythm;
        this.machine = machine;
    }

    Condition condition() {
        return condition;
    }

    Optional<Instant> lastPoll() {
        return Optional.ofNullable(lastPoll);
    }

    @Override
    public void run() {
        while (!closed()) {
            try {
                @Nullable Reply<?> failed = introduced ? poll() : introduce();
                if (failed != null && !goOn(failed)) {
                    return;
                }
            } catch (RuntimeException e) {
                log.error("polling Telegram failed; it goes on", e);
                failures++;
                pause(rhythm.retry(failures));
            }
        }
    }

    boolean closed() {
        return closing.getCount() == 0;
    }

    /** Makes {@link #run} end soon; a poll that waits has to be cancelled besides. */
    void close() {
        closing.countDown();
        condition = Condition.off("Disconnected from Telegram.");
    }

    private @Nullable Reply<?> introduce() {
        Reply<?> failed = introduction.settle();
        introduced = failed == null;
        return failed;
    }

    private @Nullable Reply<?> poll() {
        // After a failure, a poll that does not wait shows at once whether all is well again.
        int seconds = failures > 0 || condition.state() != Condition.State.UP
                ? 0
                : (int) rhythm.poll().toSeconds();
        Reply<GetUpdatesResponse> reply = client.call(request(Limits.UPDATES, seconds));
        if (!(reply instanceof Reply.Done<GetUpdatesResponse>(GetUpdatesResponse response))) {
            return reply;
        }
        works();
        intake.take(response.updates());
        for (int waits = 1; !intake.awaitFinished(rhythm.handling()) && !closed(); waits++) {
            if (waits >= rhythm.letGo()) {
                intake.letGo();
            } else if (client.call(request(Limits.UPDATES, 0))
                    instanceof Reply.Done<GetUpdatesResponse>(GetUpdatesResponse meanwhile)) {
                intake.take(meanwhile.updates());
            }
        }
        return null;
    }

    private void works() {
        failures = 0;
        lastPoll = machine.instant();
        if (condition.state() != Condition.State.UP && !closed()) {
            log.info("connected to Telegram");
            condition = Condition.up();
        }
    }

    /** Says what is wrong and waits. False when trying again makes no sense. */
    private boolean goOn(Reply<?> failed) {
        if (closed()) {
            return true;
        }
        failures++;
        if (failed instanceof Reply.Refused<?> refused) {
            switch (refused.code()) {
                case 401, 404 -> {
                    become(Condition.refused("Telegram does not accept the token: it is wrong or was revoked. "
                            + "Set TELEGRAM_TOKEN to the one BotFather gives, and start again."));
                    return false;
                }
                case 409 -> {
                    introduced = false;
                    down(
                            refused.says("webhook")
                                    ? "A webhook takes the updates of this bot. It will be removed."
                                    : "Another process polls with this token. Stop it; this one goes on trying.");
                    pause(rhythm.conflict());
                    return true;
                }
                case 429 -> {
                    down("Telegram wants fewer requests: " + refused.description());
                    pause(Duration.ofSeconds(refused.retryAfter() == null ? 5 : refused.retryAfter()));
                    return true;
                }
                default -> {}
            }
        }
        down("Telegram can't be reached: " + failed.summary());
        pause(rhythm.retry(failures));
        return true;
    }

    private void down(String reason) {
        become(Condition.down(reason));
    }

    private void become(Condition next) {
        if (closed()) {
            return;
        }
        if (!next.reason().equals(condition.reason())) {
            log.warn("{}", next.reason());
        }
        condition = next;
    }

    private void pause(Duration wait) {
        try {
            boolean _ = closing.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }

    /** What was handled need not come again after the next start. */
    void confirm() {
        if (intake.offset() != 0) {
            intake.awaitFinished(rhythm.handling());
            Reply<GetUpdatesResponse> reply = client.call(request(1, 0));
            log.debug("confirmed the last updates: {}", reply.summary());
        }
    }

    private GetUpdates request(int limit, int seconds) {
        return new GetUpdates()
                .offset(intake.offset())
                .limit(limit)
                .timeout(seconds)
                .allowedUpdates(WANTED);
    }
}

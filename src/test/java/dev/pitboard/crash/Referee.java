package dev.pitboard.crash;

import dev.pitboard.loopback.discord.LoopbackDiscord;
import dev.pitboard.loopback.discord.Recorder;
import dev.pitboard.loopback.telegram.LoopbackTelegram;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whether the platforms' limits were kept to. */
final class Referee {
    private static final int TOO_MANY = 429;
    private static final int SWITCHING_PROTOCOLS = 101;

    private final LoopbackDiscord discord;
    private final LoopbackTelegram telegram;
    private final ShiftingClock discordClock;

    Referee(LoopbackDiscord discord, LoopbackTelegram telegram, ShiftingClock discordClock) {
        this.discord = discord;
        this.telegram = telegram;
        this.discordClock = discordClock;
    }

    /**
     * What must not happen, as sentences.
     *
     * @param perSecond how many requests Discord takes in any second
     * @param tooMany how many requests each platform was told to refuse as too many
     */
    List<String> faults(int perSecond, int tooMany) {
        List<String> faults = new ArrayList<>();
        int most = mostInASecond();
        if (most > perSecond) {
            faults.add(most + " requests to Discord within a second");
        }
        long onDiscord = discord.recorder().count(TOO_MANY);
        if (onDiscord > tooMany) {
            faults.add(
                    "Discord refused " + onDiscord + " requests as too many, of which " + tooMany + " by the script");
        }
        long onTelegram = telegram.recorder().calls().stream()
                .filter(call -> call.status() == TOO_MANY)
                .count();
        if (onTelegram > tooMany) {
            faults.add(
                    "Telegram refused " + onTelegram + " requests as too many, of which " + tooMany + " by the script");
        }
        return faults;
    }

    /** The most requests that arrived in any second, without those that don't count: answers to people, the gateway. */
    private int mostInASecond() {
        List<Instant> arrivals = discord.recorder().requests().stream()
                .filter(request -> request.status() != SWITCHING_PROTOCOLS
                        && request.path().startsWith("/api/")
                        && !request.path().contains("/interactions/")
                        && !request.path().contains("/webhooks/"))
                .map(Recorder.Request::at)
                .map(discordClock::real)
                .sorted()
                .toList();
        int most = 0;
        int first = 0;
        for (int last = 0; last < arrivals.size(); last++) {
            while (!arrivals.get(first).plus(Duration.ofSeconds(1)).isAfter(arrivals.get(last))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}

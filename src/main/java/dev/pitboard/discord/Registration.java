package dev.pitboard.discord;

import dev.pitboard.command.Signature;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the commands that Discord offers the same as ours. Writes only on a difference: writes are counted. */
final class Registration {
    private static final Logger log = LoggerFactory.getLogger(Registration.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private final List<SlashCommandData> wanted;
    private final CountDownLatch closed;

    Registration(List<Signature> signatures, CountDownLatch closed) {
        this.wanted = Catalog.of(signatures);
        this.closed = closed;
    }

    /** Looks and writes until it worked or the bot is closed. */
    void register(JDA jda) {
        Backoff backoff = new Backoff(closed, FIRST_PAUSE);
        while (!isRegistered(jda)) {
            if (!backoff.pause()) {
                return;
            }
        }
    }

    private boolean isRegistered(JDA jda) {
        try {
            List<Command> registered = jda.retrieveCommands(true).complete();
            if (Catalog.isSame(registered, wanted)) {
                log.info("The commands on Discord are up to date");
            } else {
                jda.updateCommands().addCommands(wanted).complete();
                log.info("Registered {} commands on Discord", wanted.size());
            }
            return true;
        } catch (RuntimeException e) {
            log.warn("The commands could not be registered on Discord, trying again: {}", e.getMessage());
            return false;
        }
    }
}

package dev.pitboard.discord;

import dev.pitboard.card.Card;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Messenger;
import dev.pitboard.delivery.Post;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says hello where the bot was added, once. */
final class Greeter {
    private static final Logger log = LoggerFactory.getLogger(Greeter.class);

    private final Messenger messenger;
    private final Supplier<Card> greeting;
    /** Events can be replayed when a session is resumed. */
    private final Set<Long> greeted = ConcurrentHashMap.newKeySet();

    Greeter(Messenger messenger, Supplier<Card> greeting) {
        this.messenger = messenger;
        this.greeting = greeting;
    }

    void greet(Guild guild) {
        if (!greeted.add(guild.getIdLong())) {
            return;
        }
        Optional<TextChannel> channel = Servers.speakable(guild).findFirst();
        if (channel.isEmpty()) {
            log.info("There is no channel to say hello in");
            return;
        }
        ChatRef chat = ChatRef.of(Platform.DISCORD, channel.get().getId());
        log.info("Said hello: {}", messenger.send(Post.once(chat, greeting.get(), null)));
    }

    void left(Guild guild) {
        greeted.remove(guild.getIdLong());
    }
}

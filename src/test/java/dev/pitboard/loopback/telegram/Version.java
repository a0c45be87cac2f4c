package dev.pitboard.loopback.telegram;

import java.time.Instant;
import java.util.List;

/**
 * What a message said from one instant on: the first one is the message as sent, the others its edits.
 *
 * @param source the text as the bot sent it, before the tags were taken out
 * @param text what readers see, tags taken out
 * @param keyboard rows of buttons, empty when there are none
 */
public record Version(String source, String text, List<Entity> entities, List<List<Button>> keyboard, Instant at) {
    public Version {
        entities = List.copyOf(entities);
        keyboard = keyboard.stream().map(List::copyOf).toList();
    }

    boolean sameAs(Version other) {
        return text.equals(other.text) && entities.equals(other.entities) && keyboard.equals(other.keyboard);
    }
}

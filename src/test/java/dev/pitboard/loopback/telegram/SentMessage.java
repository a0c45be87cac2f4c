package dev.pitboard.loopback.telegram;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of the bot as it stands now.
 *
 * @param chatId the chat it is in
 * @param messageId unique in its chat only
 * @param threadId the forum topic, null outside of topics
 * @param silent sent with disable_notification
 * @param replyTo the message it answers, or null
 * @param previews whether link previews are on
 * @param versions what it said, oldest first; never empty
 * @param deleted whether the bot or a person has deleted it
 */
public record SentMessage(
        long chatId,
        int messageId,
        @Nullable Integer threadId,
        boolean silent,
        @Nullable Integer replyTo,
        boolean previews,
        List<Version> versions,
        boolean deleted) {

    public SentMessage {
        versions = List.copyOf(versions);
    }

    /** What readers see now. */
    public String text() {
        return now().text();
    }

    /** The text as the bot sent it last, with its tags. */
    public String html() {
        return now().source();
    }

    /** The formatted parts of the text, by place. */
    public List<Entity> entities() {
        return now().entities();
    }

    /** The live times in the text. */
    public List<Entity> moments() {
        return entities().stream()
                .filter(entity -> entity.type().equals("date_time"))
                .toList();
    }

    /** The rows of buttons as they are now. */
    public List<List<Button>> keyboard() {
        return now().keyboard();
    }

    /** All buttons, row by row. */
    public List<Button> buttons() {
        return keyboard().stream().flatMap(List::stream).toList();
    }

    /** When it arrived. */
    public Instant at() {
        return versions.getFirst().at();
    }

    /** How often it was changed. */
    public int edits() {
        return versions.size() - 1;
    }

    SentMessage erased() {
        return new SentMessage(chatId, messageId, threadId, silent, replyTo, previews, versions, true);
    }

    private Version now() {
        return versions.getLast();
    }
}

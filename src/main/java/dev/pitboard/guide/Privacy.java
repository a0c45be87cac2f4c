package dev.pitboard.guide;

import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Tone;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.command.Spelling;

/** What is stored, for how long, and how to delete it. */
public final class Privacy implements ChatCommand {
    private static final Signature SIGNATURE =
            Signature.guide("privacy", "What is stored about this chat, and how to delete it");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Card run(Request request) {
        Platform platform = request.platform();
        String forget = Spelling.of("reminders forget", platform);
        return Card.titled(Tone.INFO, "What is stored about this chat")
                .paragraph("As little as reminders need, and nothing before somebody turns them on.")
                .fact("This chat", ids(platform))
                .fact("Settings", settings(platform))
                .fact("Record", "which reminders were promised and sent here, when, and why one was not")
                .fact(
                        "Stewards",
                        "the ids of those the host names, and which change of the timetable or silence who of them made;"
                                + " they stay in the history")
                .fact("Not stored", "names, messages, and who used which other command")
                .fact("How long", Line.of("until ").code(forget).text(" deletes all of it, at once and for good"))
                .fact(
                        "Meanwhile",
                        Line.empty()
                                .code(Spelling.of("reminders off", platform))
                                .text(" stops reminders and keeps the settings for next time"))
                .quiet("Nothing is shared: the data stays in this bot's own database.")
                .build();
    }

    private static String ids(Platform platform) {
        return switch (platform) {
            case DISCORD -> "the ids of this channel and its server";
            case TELEGRAM -> "the id of this chat, and of the topic";
            case TERMINAL -> "only that it is the terminal";
        };
    }

    private static String settings(Platform platform) {
        String what = "series, kinds of session, how early";
        return (platform == Platform.DISCORD ? what + ", the id of the role to ping" : what) + "; and since when";
    }
}

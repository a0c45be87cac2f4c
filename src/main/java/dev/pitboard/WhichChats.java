package dev.pitboard;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.store.StoredData;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say of which chats the stored data are meant. */
final class WhichChats {
    @Option(
            names = "--chat",
            paramLabel = "CHAT",
            description =
                    "This chat, as in the log: discord:123, telegram:-100 with all its topics, telegram:-100/5 for one"
                            + " topic, or the id alone.")
    private @Nullable String chat;

    @Option(names = "--server", paramLabel = "ID", description = "All chats of this Discord server.")
    private @Nullable String server;

    /** Those of them of which something is stored. */
    List<ChatRef> in(StoredData stored, CommandSpec spec) {
        if (server != null) {
            return stored.chatsOfServer(server);
        }
        try {
            ChatNotation parsed = ChatNotation.parse(String.valueOf(chat));
            return stored.chats(parsed.platform(), parsed.id(), parsed.topic());
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
    }

    /** As it was typed. */
    @Override
    public String toString() {
        return server == null ? String.valueOf(chat) : "server " + server;
    }
}

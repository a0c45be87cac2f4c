package dev.pitboard.telegram;

import com.pengrad.telegrambot.model.Document;
import com.pengrad.telegrambot.request.GetFile;
import com.pengrad.telegrambot.response.GetFileResponse;
import dev.pitboard.command.Attachment;
import dev.pitboard.command.Unavailable;
import dev.pitboard.command.UserError;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Files that people send, fetched when a command wants them. */
final class TelegramFiles {
    private final BotClient client;

    TelegramFiles(BotClient client) {
        this.client = client;
    }

    /** A file that was sent; nothing is fetched yet. */
    Attachment of(Document document) {
        String name = Objects.requireNonNullElse(document.fileName(), "the file");
        @Nullable Long size = document.fileSize();
        return new Attachment() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public byte[] read() {
                if (size != null && size > LARGEST) {
                    throw Attachment.tooLarge(name);
                }
                return fetch(document.fileId(), name);
            }
        };
    }

    private byte[] fetch(String id, String name) {
        Reply<GetFileResponse> reply = client.call(new GetFile(id));
        return switch (reply) {
            case Reply.Done<GetFileResponse>(GetFileResponse response) -> {
                @Nullable String path = response.file().filePath();
                if (path == null) {
                    throw new UserError("Telegram does not give me “" + name + "” any more. Please send it again.");
                }
                yield download(path, name);
            }
            case Reply.Refused<GetFileResponse> refused
            when refused.code() == 400 ->
                throw new UserError("Telegram does not give me “" + name + "”: " + refused.description()
                        + ". Please send it again, or paste its text.");
            case Reply.Refused<?> _, Reply.NotSent<?> _, Reply.Lost<?> _ ->
                throw new Unavailable(
                        "Telegram does not give a file: " + reply.summary(),
                        new IllegalStateException(reply.summary()));
        };
    }

    private byte[] download(String path, String name) {
        byte[] bytes;
        try {
            bytes = client.download(path, Attachment.LARGEST + 1);
        } catch (IOException e) {
            throw new Unavailable("Telegram does not give a file: " + e.getMessage(), e);
        }
        if (bytes.length > Attachment.LARGEST) {
            throw Attachment.tooLarge(name);
        }
        return bytes;
    }
}

package dev.pitboard.discord;

import dev.pitboard.command.Attachment;
import dev.pitboard.command.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.entities.Message;

/** A file that somebody attached to a command, fetched from the address that Discord gave with the command, and from no other. */
final class DiscordFile implements Attachment {
    private static final int SECONDS = 30;

    private final Message.Attachment file;

    DiscordFile(Message.Attachment file) {
        this.file = file;
    }

    @Override
    public String name() {
        return file.getFileName();
    }

    @Override
    public byte[] read() {
        if (file.getSize() > LARGEST) {
            throw Attachment.tooLarge(name());
        }
        try (InputStream in = file.getProxy().download().get(SECONDS, TimeUnit.SECONDS)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw Attachment.tooLarge(name());
            }
            return bytes;
        } catch (ExecutionException | TimeoutException | IOException e) {
            throw new Unavailable("Discord does not give the attached file.", e);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Unavailable("The program is stopping.", stopping);
        }
    }
}

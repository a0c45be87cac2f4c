package dev.pitboard.terminal;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Messenger;
import dev.pitboard.delivery.Outcome;
import dev.pitboard.delivery.Post;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Prints posts. Stands in for another platform where the demo shows that platform's form. */
public final class TerminalMessenger implements Messenger {
    private final Platform platform;
    private final Consumer<Post> printer;
    private final AtomicLong printed = new AtomicLong();

    public TerminalMessenger(Platform platform, Consumer<Post> printer) {
        this.platform = platform;
        this.printer = printer;
    }

    @Override
    public Platform platform() {
        return platform;
    }

    @Override
    public Outcome send(Post post) {
        printer.accept(post);
        return new Outcome.Sent(Long.toString(printed.incrementAndGet()), null);
    }

    @Override
    public List<String> missingToPost(ChatRef chat, @Nullable String role) {
        return List.of();
    }
}

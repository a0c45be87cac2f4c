package dev.pitboard.terminal;

import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Edit;
import dev.pitboard.delivery.Messenger;
import dev.pitboard.delivery.Outcome;
import dev.pitboard.delivery.Post;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Prints posts, and edits as what they are: the same again, brought up to date. Stands in for another platform where the demo shows that platform's form. */
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
    public Outcome edit(Edit edit) {
        Card card = edit.card();
        Card marked = new Card(card.tone(), Line.of("Updated · ").then(card.title()), card.blocks(), card.actions());
        printer.accept(new Post(edit.messageId(), edit.chat(), marked, edit.role(), true, edit.attempt(), null));
        return new Outcome.Sent(edit.messageRef(), null);
    }

    @Override
    public List<String> missingToPost(ChatRef chat, @Nullable String role) {
        return List.of();
    }
}

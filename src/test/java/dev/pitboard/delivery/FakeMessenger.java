package dev.pitboard.delivery;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A Discord that answers as told, and holds chats up until told to go on. */
final class FakeMessenger implements Messenger {
    final List<Post> posts = new CopyOnWriteArrayList<>();
    final List<Edit> edits = new CopyOnWriteArrayList<>();
    private final Queue<Function<Post, Outcome>> answers = new ArrayDeque<>();
    private final Map<ChatRef, CountDownLatch> held = new ConcurrentHashMap<>();

    @Override
    public Platform platform() {
        return Platform.DISCORD;
    }

    /** The next post is answered so; without, a post arrives. */
    synchronized void next(Function<Post, Outcome> answer) {
        answers.add(answer);
    }

    void next(Outcome outcome) {
        next(_ -> outcome);
    }

    /** Posts to the chat wait for {@link #release}. */
    void hold(ChatRef chat) {
        held.put(chat, new CountDownLatch(1));
    }

    void release(ChatRef chat) {
        CountDownLatch latch = held.remove(chat);
        if (latch != null) {
            latch.countDown();
        }
    }

    @Override
    public Outcome send(Post post) {
        posts.add(post);
        CountDownLatch latch = held.get(post.chat());
        try {
            if (latch != null && !latch.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("never released");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Unsure("interrupted");
        }
        return answer().apply(post);
    }

    @Override
    public Outcome edit(Edit edit) {
        edits.add(edit);
        return new Outcome.Sent(edit.messageRef(), null);
    }

    private synchronized Function<Post, Outcome> answer() {
        Function<Post, Outcome> next = answers.poll();
        return next == null ? post -> new Outcome.Sent("ref-" + post.messageId(), null) : next;
    }

    @Override
    public List<String> missingToPost(ChatRef chat, @Nullable String role) {
        return List.of();
    }
}

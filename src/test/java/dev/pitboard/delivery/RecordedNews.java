package dev.pitboard.delivery;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps what platforms tell, as one line each. */
public final class RecordedNews implements ChatNews {
    private final Queue<String> told = new ConcurrentLinkedQueue<>();

    /** All of it, oldest first. */
    public List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public void mayWorkAgain(Platform platform, String space) {
        told.add("may work again " + platform.word() + ":" + space);
    }

    @Override
    public void removed(Platform platform, String space) {
        told.add("removed " + platform.word() + ":" + space);
    }

    @Override
    public void deleted(ChatRef chat) {
        told.add("deleted " + chat);
    }

    @Override
    public void moved(ChatRef from, ChatRef to) {
        told.add("moved " + from + " to " + to);
    }
}

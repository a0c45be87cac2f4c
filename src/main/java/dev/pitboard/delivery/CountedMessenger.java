package dev.pitboard.delivery;

import dev.pitboard.card.Card;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A messenger that tells how each attempt to send or edit went. */
public final class CountedMessenger implements Messenger {
    private final Messenger messenger;
    private final DeliveryEvents events;

    public CountedMessenger(Messenger messenger, DeliveryEvents events) {
        this.messenger = messenger;
        this.events = events;
    }

    @Override
    public Platform platform() {
        return messenger.platform();
    }

    @Override
    public Outcome send(Post post) {
        return counted(() -> messenger.send(post));
    }

    @Override
    public Outcome edit(Edit edit) {
        return counted(() -> messenger.edit(edit));
    }

    private Outcome counted(Supplier<Outcome> request) {
        DeliveryEvents.Answer answer = DeliveryEvents.Answer.BUG;
        try {
            Outcome outcome = request.get();
            answer = DeliveryEvents.Answer.of(outcome);
            return outcome;
        } finally {
            events.answered(platform(), answer);
        }
    }

    @Override
    public List<String> missingToPost(ChatRef chat, @Nullable String role) {
        return messenger.missingToPost(chat, role);
    }

    @Override
    public Outcome tellAdmins(ChatRef chat, Card card) {
        return messenger.tellAdmins(chat, card);
    }
}

package dev.pitboard.loopback.telegram;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Button presses that wait for an answer; guarded by the lock of {@link Shared}. */
final class CallbackQueries {
    private final Updates updates;
    private final Person bot;
    private final Set<String> open = new HashSet<>();
    private final List<CallbackAnswer> answers = new ArrayList<>();
    private long lastId = 4_382_000_000_000_000_000L;

    CallbackQueries(Updates updates, Person bot) {
        this.updates = updates;
        this.bot = bot;
    }

    String ask(Chat chat, SentMessage message, Person person, String data) {
        lastId++;
        String id = Long.toString(lastId);
        var query = Wire.object()
                .put("id", id)
                .put("chat_instance", Long.toString(chat.id * 31))
                .put("data", data);
        query.set("from", Wire.user(person));
        if (message.deleted()) {
            var inaccessible = query.putObject("message")
                    .put("message_id", message.messageId())
                    .put("date", 0);
            inaccessible.set("chat", Wire.chat(chat));
        } else {
            query.set("message", Wire.message(chat, message, bot));
        }
        open.add(id);
        updates.add("callback_query", query);
        return id;
    }

    void answer(CallbackAnswer answer) {
        if (!open.remove(answer.queryId())) {
            throw Refusal.badRequest("query is too old and response timeout expired or query ID is invalid");
        }
        answers.add(answer);
    }

    void expire() {
        open.clear();
    }

    List<CallbackAnswer> answers() {
        return List.copyOf(answers);
    }
}

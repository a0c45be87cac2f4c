package dev.pitboard.telegram;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.ChatNews;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells once that a group became a supergroup, which has another id; Telegram says so up to three times. */
final class Migrations {
    private static final Logger log = LoggerFactory.getLogger(Migrations.class);
    private static final int REMEMBERED = 1_000;

    private final ChatNews news;
    private final Set<String> done = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    Migrations(ChatNews news) {
        this.news = news;
    }

    private synchronized void moved(ChatRef from, ChatRef to) {
        if (done.contains(from + " " + to)) {
            return;
        }
        log.info("{} is now {}", from, to);
        try {
            news.moved(from, to);
            done.add(from + " " + to);
        } catch (RuntimeException e) {
            log.error(
                    "{} is now {}, but that could not be stored; it will be tried again when told again", from, to, e);
        }
    }

    void moved(long from, long to) {
        moved(ChatRef.of(Platform.TELEGRAM, Long.toString(from)), ChatRef.of(Platform.TELEGRAM, Long.toString(to)));
    }

    /** Whether a chat is the new form of one we were in. */
    synchronized boolean arrivedAt(long chat) {
        String suffix = " " + ChatRef.of(Platform.TELEGRAM, Long.toString(chat));
        return done.stream().anyMatch(pair -> pair.endsWith(suffix));
    }
}

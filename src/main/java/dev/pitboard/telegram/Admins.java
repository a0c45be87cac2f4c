package dev.pitboard.telegram;

import com.pengrad.telegrambot.model.ChatMember;
import com.pengrad.telegrambot.request.GetChatAdministrators;
import com.pengrad.telegrambot.response.GetChatAdministratorsResponse;
import dev.pitboard.command.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is an admin where, asked when it matters and kept for a few seconds. */
final class Admins {
    private static final Logger log = LoggerFactory.getLogger(Admins.class);
    private static final Duration KEPT = Duration.ofSeconds(5);

    private record Known(Set<Long> ids, Instant at) {}

    private final BotClient client;
    private final InstantSource machine;
    private final Map<Long, Known> chats = new HashMap<>();

    Admins(BotClient client, InstantSource machine) {
        this.client = client;
        this.machine = machine;
    }

    /** @throws Unavailable when Telegram does not say */
    boolean isAdmin(long chat, long person) {
        return of(chat).contains(person);
    }

    private Set<Long> of(long chat) {
        Instant now = machine.instant();
        synchronized (chats) {
            chats.values().removeIf(known -> known.at().plus(KEPT).isBefore(now));
            Known known = chats.get(chat);
            if (known != null) {
                return known.ids();
            }
        }
        Set<Long> ids = ask(chat);
        synchronized (chats) {
            chats.put(chat, new Known(ids, now));
        }
        return ids;
    }

    private Set<Long> ask(long chat) {
        Reply<GetChatAdministratorsResponse> reply = client.call(new GetChatAdministrators(chat));
        return switch (reply) {
            case Reply.Done<GetChatAdministratorsResponse>(GetChatAdministratorsResponse response) ->
                response.administrators().stream()
                        .map(ChatMember::user)
                        .map(user -> user.id())
                        .collect(Collectors.toUnmodifiableSet());
            case Reply.Refused<GetChatAdministratorsResponse> refused
            when refused.code() < 429 -> {
                log.warn("Telegram does not tell who the admins of {} are: {}", chat, refused.description());
                yield Set.of();
            }
            case Reply.Refused<?> _, Reply.NotSent<?> _, Reply.Lost<?> _ ->
                throw new Unavailable(
                        "Telegram does not tell who the admins are: " + reply.summary(),
                        new IllegalStateException(reply.summary()));
        };
    }
}

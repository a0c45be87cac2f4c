package dev.pitboard.subscription;

import dev.pitboard.chat.ChatRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who is reminded of what. Settings are kept with the time they were in force, because a reminder is owed only to who
 * wanted it at its due instant. All instants are timetable time. Methods throw {@link dev.pitboard.command.Unavailable} when the
 * database can't be reached or is full.
 */
public interface Subscriptions {
    /** Turns reminders on, or changes them, from {@code now} on; the id stays. */
    Subscription turnOn(ChatRef chat, String space, String series, Settings settings, Instant now);

    /** Turns reminders off from {@code now} on. @return what was on, or empty when nothing was */
    Optional<Subscription> turnOff(ChatRef chat, String series, Instant now);

    /** The subscription of a chat to a series, on or off. */
    Optional<Subscription> find(ChatRef chat, String series);

    /** All of a chat, on and off, by series. */
    List<Subscription> of(ChatRef chat);

    /** Deletes everything stored of a chat: subscriptions, their history and their ledger rows. @return how many subscriptions */
    int forget(ChatRef chat);

    /** What all active subscriptions want. */
    Demand demand();

    /** The chat has another id now; everything stored follows, also topics of it. */
    void moved(ChatRef from, ChatRef to);

    /** How many active subscriptions there are. */
    long countActive();
}

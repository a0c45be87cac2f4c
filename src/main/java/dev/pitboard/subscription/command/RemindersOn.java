package dev.pitboard.subscription.command;

import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Tone;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.command.Signature.Access;
import dev.pitboard.command.UserError;
import dev.pitboard.delivery.Messenger;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.subscription.LeadTime;
import dev.pitboard.subscription.Settings;
import dev.pitboard.subscription.Subscription;
import dev.pitboard.subscription.Subscriptions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /reminders on}: turns reminders on in this chat, or changes what is said and keeps the rest. */
public final class RemindersOn implements ChatCommand {
    /** What a saved command line says to ping nobody; Discord's own option can't. */
    static final String NO_ROLE = "none";

    private static final String ROLE = "role";

    private final Supplier<Timetable> timetable;
    private final Subscriptions subscriptions;
    private final Function<Platform, Messenger> messengers;
    private final Runnable onChange;

    /** @param onChange called after what is stored has changed, so that alarms can follow */
    public RemindersOn(
            Supplier<Timetable> timetable,
            Subscriptions subscriptions,
            Function<Platform, Messenger> messengers,
            Runnable onChange) {
        this.timetable = timetable;
        this.subscriptions = subscriptions;
        this.messengers = messengers;
        this.onChange = onChange;
    }

    @Override
    public Signature signature() {
        return Wording.signature(
                "on",
                "Turn reminders on in this chat, or change them",
                Access.MANAGERS,
                SeriesArgument.parameter("Which series; not needed when there is only one"),
                KindsArgument.parameter(),
                LeadsArgument.parameter(),
                Parameter.role(ROLE, "The role to ping; default: nobody"));
    }

    /** Nothing is stored unless the platform was asked first; what it says is missing is told, and stored all the same. */
    @Override
    public Card run(Request request) {
        Timetable today = timetable.get();
        Wish wish = Wish.of(request);
        Series series = request.argument(SeriesArgument.NAME)
                .map(typed -> SeriesArgument.find(today, typed, wish::line))
                .orElseGet(() -> SeriesArgument.only(today, wish::line));
        Optional<Subscription> before = subscriptions.find(request.chat(), series.id());
        Settings old = before.map(Subscription::settings).orElseGet(Settings::defaults);
        Settings settings = wish.appliedTo(old);
        List<String> missing = messengers.apply(request.platform()).missingToPost(request.chat(), settings.role());

        boolean wasOn = before.filter(Subscription::active).isPresent();
        Subscription after = before.filter(s -> s.active() && s.settings().equals(settings))
                .orElseGet(() -> {
                    Subscription changed =
                            subscriptions.turnOn(request.chat(), request.space(), series.id(), settings, request.now());
                    onChange.run();
                    return changed;
                });
        Card.Builder card = missing.isEmpty()
                ? Card.titled(Tone.DONE, title(before.orElse(null), old.equals(settings)))
                : Card.titled(Tone.WARNING, "Reminders are on, but something is missing");
        missing.forEach(card::paragraph);
        facts(card, series, before.isPresent() ? old : settings, settings, request.platform());
        hint(card, series, settings, wasOn);
        first(card, Ping.after(request.now(), today, List.of(after)), today);
        return buttons(card, series, settings).build();
    }

    @Override
    public List<Choice> complete(Parameter parameter, String typed, Request soFar) {
        return switch (parameter.name()) {
            case SeriesArgument.NAME -> SeriesArgument.complete(timetable.get(), typed);
            case KindsArgument.NAME -> KindsArgument.complete(typed, List.of(SessionKind.values()));
            case LeadsArgument.NAME -> LeadsArgument.complete(typed);
            default -> List.of();
        };
    }

    private static String title(@Nullable Subscription before, boolean same) {
        if (before == null) {
            return "Reminders are on";
        }
        if (!before.active()) {
            return "Reminders are on again";
        }
        return same ? "Reminders were on already" : "Reminders are changed";
    }

    private static void facts(Card.Builder card, Series series, Settings old, Settings settings, Platform platform) {
        card.fact("Series", series.name());
        card.fact("Sessions", change(Line.of(Wording.kinds(old)), Line.of(Wording.kinds(settings))));
        card.fact("When", change(Line.of(Wording.leads(old)), Line.of(Wording.leads(settings))));
        if (platform == Platform.DISCORD) {
            card.fact("Pings", change(Wording.role(old.role()), Wording.role(settings.role())));
        }
    }

    private static Line change(Line old, Line settings) {
        return old.equals(settings) ? settings : old.text(" → ").then(settings);
    }

    private static void hint(Card.Builder card, Series series, Settings settings, boolean wasOn) {
        List<String> never = settings.kinds().stream()
                .filter(k -> !series.kinds().contains(k))
                .map(Wording::plural)
                .toList();
        boolean chosen = settings.kinds().size() < SessionKind.values().length;
        if (chosen && !series.kinds().isEmpty() && !never.isEmpty()) {
            card.paragraph(series.name() + " has no " + String.join(" and no ", never) + " in its timetable so far.");
        }
        if (wasOn) {
            card.quiet("What you didn't mention stayed as it was.");
        }
    }

    private static void first(Card.Builder card, List<Ping> pings, Timetable today) {
        if (pings.isEmpty()) {
            card.paragraph(
                    "No such session with a known time lies ahead yet. Reminders come by themselves once it does.");
        } else {
            Ping first = pings.getFirst();
            card.fact("First ping", Line.of(first.why(today) + ", ").then(first.when()));
        }
    }

    private static Card.Builder buttons(Card.Builder card, Series series, Settings settings) {
        card.run("Upcoming pings", "reminders upcoming")
                .run("Post a test", "reminders test series=" + series.id())
                .run("Turn off", "reminders off series=" + series.id());
        return settings.role() == null
                ? card
                : card.run("Ping nobody", "reminders on series=" + series.id() + " role=" + NO_ROLE);
    }

    /** What was said; null where nothing was. */
    private record Wish(
            @Nullable Set<SessionKind> kinds,
            @Nullable List<LeadTime> leads,
            @Nullable String role) {
        static Wish of(Request request) {
            return new Wish(
                    request.argument(KindsArgument.NAME)
                            .map(KindsArgument::parse)
                            .orElse(null),
                    request.argument(LeadsArgument.NAME).map(LeadTime::parseAll).orElse(null),
                    request.argument(ROLE).map(r -> role(r, request)).orElse(null));
        }

        private static String role(String role, Request request) {
            if (role.equals(request.space())) {
                throw new UserError("Reminders never ping @everyone. Choose a role that people take on themselves.");
            }
            if (!role.equals(NO_ROLE) && !role.matches("[0-9]{1,20}")) {
                throw new UserError("That is not a role of this server. Choose one from the list.");
            }
            return role;
        }

        Settings appliedTo(Settings old) {
            return new Settings(
                    Objects.requireNonNullElse(kinds, old.kinds()),
                    Objects.requireNonNullElse(leads, old.leads()),
                    role == null ? old.role() : role.equals(NO_ROLE) ? null : role);
        }

        /** The command line that says the same of that series. */
        String line(String series) {
            return "reminders on series=" + series
                    + (kinds == null ? "" : " kinds=" + KindsArgument.text(kinds))
                    + (leads == null ? "" : " before=" + LeadsArgument.text(leads))
                    + (role == null ? "" : " role=" + role);
        }
    }
}

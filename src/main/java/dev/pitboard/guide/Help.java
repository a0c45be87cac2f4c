package dev.pitboard.guide;

import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Tone;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.command.Signature.Access;
import dev.pitboard.command.Spelling;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.sources.Sources;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** All commands as they are written on the platform, and where the data comes from; and the greeting. */
public final class Help implements ChatCommand {
    private static final Signature SIGNATURE = Signature.guide("help", "All commands, and where the data comes from");

    private final Supplier<Timetable> timetables;
    private final Supplier<List<Signature>> signatures;

    /** @param signatures all commands in the order to list them; asked at each call, because help is one of them */
    public Help(Supplier<Timetable> timetables, Supplier<List<Signature>> signatures) {
        this.timetables = timetables;
        this.signatures = signatures;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Card run(Request request) {
        Platform platform = request.platform();
        Card.Builder card = Card.titled(Tone.INFO, "Pitboard")
                .paragraph("Who drives, where, and when the next session starts, in your own time. "
                        + "With reminders on, a message comes before each session.");
        card.rows(
                rows(s -> s.access() != Access.STEWARDS && !s.path().getFirst().equals("reminders"), platform));
        List<Block.Row> reminders = rows(s -> s.path().getFirst().equals("reminders"), platform);
        if (!reminders.isEmpty()) {
            card.heading("Reminders").rows(reminders);
        }
        List<Block.Row> stewards = rows(s -> s.access() == Access.STEWARDS, platform);
        if (!stewards.isEmpty()) {
            card.heading("Changes on the day, for stewards").rows(stewards);
        }
        card.paragraph(howToWrite(platform));
        Optional<Series> first = nearest(request.now());
        first.ifPresent(s ->
                card.quiet(Sources.line(SeasonFinder.inForce(s, request.now()).source())));
        card.run("What is next", "next-session");
        return withReminders(card, first).build();
    }

    /** A short welcome, for where the bot is new and for Telegram's {@code /start}. */
    public Card greeting(Platform platform) {
        List<String> names =
                timetables.get().series().stream().map(Series::name).toList();
        Card.Builder card = Card.titled(Tone.DONE, "Hello, this is Pitboard")
                .paragraph((names.isEmpty() ? "" : "I know the timetable of the " + Words.list(names) + ". ")
                        + "Turn reminders on and this chat gets a message before each practice, qualifying and race.")
                .paragraph(Line.of("Or ask: ")
                        .then(Facts.joined(
                                List.of(
                                        Spelling.line("next-session", platform),
                                        Spelling.line("timetable", platform),
                                        Spelling.line("help", platform)),
                                ", "))
                        .text("."));
        card.run("Turn reminders on", "reminders on").run("What is next", "next-session");
        return card.build();
    }

    private List<Block.Row> rows(Predicate<Signature> which, Platform platform) {
        return signatures.get().stream()
                .filter(which)
                .map(s -> new Block.Row(
                        Line.empty(),
                        Spelling.line(s.name(), platform).text(parameters(s, platform)),
                        List.of(Line.of(s.description() + (s.access() == Access.MANAGERS ? managers(platform) : "")))))
                .toList();
    }

    private String parameters(Signature signature, Platform platform) {
        return signature.parameters().stream()
                .filter(p -> p.platforms().contains(platform))
                .map(Parameter::name)
                .filter(n -> !n.equals(SeriesFinder.SERIES)
                        || timetables.get().series().size() > 1)
                .map(n -> " [" + n + "]")
                .collect(Collectors.joining());
    }

    private static String managers(Platform platform) {
        return switch (platform) {
            case DISCORD -> " (Manage Server)";
            case TELEGRAM -> " (admins)";
            case TERMINAL -> "";
        };
    }

    private static Line howToWrite(Platform platform) {
        return switch (platform) {
            case DISCORD -> Line.of("What stands in [ ] is optional; Discord suggests values while you type.");
            case TELEGRAM ->
                Line.of("What stands in [ ] is optional. Write it as you would say it: ")
                        .code("/timetable spa")
                        .text(", ")
                        .code("/drivers #19")
                        .text(", ")
                        .code("/calendar 2024")
                        .text(".");
            case TERMINAL ->
                Line.of("What stands in [ ] is optional. Write it as you would say it: ")
                        .code("timetable spa")
                        .text(", ")
                        .code("drivers #19")
                        .text(", ")
                        .code("calendar 2024")
                        .text(".");
        };
    }

    private Card.Builder withReminders(Card.Builder card, Optional<Series> series) {
        return series.map(s -> card.action(Buttons.remindersOn(timetables.get(), s)))
                .orElse(card);
    }

    private Optional<Series> nearest(Instant now) {
        return timetables.get().series().stream()
                .filter(s -> !s.seasons().isEmpty())
                .min(Comparator.comparing(
                        s -> Agenda.of(List.of(s), now).nearest().orElse(Instant.MAX)));
    }
}

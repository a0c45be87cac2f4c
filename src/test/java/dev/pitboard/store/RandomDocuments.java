package dev.pitboard.store;

import dev.pitboard.motorsport.Champion;
import dev.pitboard.motorsport.Circuit;
import dev.pitboard.motorsport.Coordinates;
import dev.pitboard.motorsport.Driver;
import dev.pitboard.motorsport.Entry;
import dev.pitboard.motorsport.Link;
import dev.pitboard.motorsport.Part;
import dev.pitboard.motorsport.Points;
import dev.pitboard.motorsport.Result;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.RoundId;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Source;
import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.WeekendFormat;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Series and seasons with anything that may stand in them, and anything that may be missing. */
final class RandomDocuments {
    private static final String[] TEXTS = {
        "",
        "Race 1",
        "Große \"Acht\" \\ um 12 Uhr",
        "赛车 🏁",
        "line\nbreak\tand tab",
        "a\u0000b\u2028c",
        "'; DROP TABLE season; --"
    };

    private static final String[] ZONES = {"Europe/Madrid", "America/Argentina/Buenos_Aires", "UTC", "Asia/Kathmandu"};

    private final Random dice;

    RandomDocuments(long seed) {
        this.dice = new Random(seed);
    }

    Series series() {
        return new Series(
                "gt4",
                text(),
                texts(),
                some(() -> any(SessionKind.values())),
                some(this::link),
                maybe(() -> new WeekendFormat(
                        some(() -> new WeekendFormat.Item(any(SessionKind.values()), text())),
                        texts(),
                        maybe(this::source))),
                maybe(() -> new Points(some(() -> new Points.Rule(
                        text(), text(), some(dice::nextInt), dice.nextBoolean(), maybe(this::source))))),
                source(),
                List.of());
    }

    Season season() {
        return new Season(
                "gt4",
                2023,
                source(),
                some(this::round),
                some(this::entry),
                some(() -> new Champion(text(), texts(), maybe(this::text), maybe(this::source))),
                texts(),
                maybe(this::source));
    }

    Round round() {
        RoundId id = new RoundId("gt4", 2023, "round-" + dice.nextInt(1000));
        return new Round(
                id,
                maybe(() -> dice.nextInt(20)),
                text(),
                circuit(),
                day(),
                day(),
                any(Status.values()),
                maybe(() -> dice.nextInt(60)),
                some(() -> session(id.session("session-" + dice.nextInt(1000)))),
                some(this::result),
                texts(),
                maybe(this::source));
    }

    private Result result() {
        return new Result(
                text(),
                dice.nextInt(40),
                maybe(this::text),
                maybe(this::text),
                texts(),
                maybe(this::text),
                maybe(this::text),
                maybe(this::text),
                maybe(this::source));
    }

    private Entry entry() {
        return new Entry(
                text(),
                maybe(this::text),
                maybe(this::text),
                maybe(this::text),
                some(() -> new Driver(text(), maybe(this::text))),
                texts(),
                some(this::link),
                texts(),
                maybe(this::source));
    }

    Session session(SessionId id) {
        return new Session(
                id,
                any(SessionKind.values()),
                text(),
                time(),
                any(Status.values()),
                some(() -> new Part("q" + dice.nextInt(9), text(), maybe(this::length), maybe(this::instant))),
                texts(),
                some(this::link));
    }

    private SessionTime time() {
        return switch (dice.nextInt(3)) {
            case 0 -> new SessionTime.Exact(instant(), maybe(this::length));
            case 1 -> new SessionTime.DateOnly(day());
            default -> new SessionTime.ToBeConfirmed();
        };
    }

    private Circuit circuit() {
        return new Circuit(
                "track-" + dice.nextInt(1000),
                text(),
                texts(),
                text(),
                "ES",
                ZoneId.of(any(ZONES)),
                maybe(() -> new Coordinates(dice.nextDouble(-90, 90), dice.nextDouble(-180, 180))),
                maybe(dice::nextInt),
                maybe(dice::nextInt),
                texts(),
                some(this::source));
    }

    private Source source() {
        return new Source(text(), maybe(this::url), maybe(this::day), maybe(this::instant));
    }

    private Link link() {
        return new Link(text(), maybe(this::url));
    }

    private URI url() {
        return URI.create("https://example.org/%C3%A4?a=b&c=" + dice.nextInt());
    }

    private Instant instant() {
        return Instant.ofEpochMilli(dice.nextLong(4_000_000_000_000L));
    }

    private LocalDate day() {
        return LocalDate.ofEpochDay(dice.nextInt(40_000));
    }

    private Duration length() {
        return Duration.ofSeconds(dice.nextInt(100_000));
    }

    private String text() {
        return any(TEXTS);
    }

    private List<String> texts() {
        return some(this::text);
    }

    private <T> T any(T[] of) {
        return of[dice.nextInt(of.length)];
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return dice.nextBoolean() ? value.get() : null;
    }

    private <T> List<T> some(Supplier<T> member) {
        return Stream.generate(member).limit(dice.nextInt(4)).toList();
    }
}

package dev.pitboard.reading.json;

import com.fasterxml.jackson.core.JsonToken;
import dev.pitboard.motorsport.Coordinates;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.Characters;
import dev.pitboard.reading.Draft;
import dev.pitboard.reading.DraftSession;
import dev.pitboard.reading.DraftStatus;
import dev.pitboard.reading.Known;
import dev.pitboard.reading.Question;
import dev.pitboard.reading.Subject;
import dev.pitboard.reading.Unreadable;
import dev.pitboard.reading.Venue;
import dev.pitboard.reading.Venues;
import dev.pitboard.reading.json.Json.Fields;
import dev.pitboard.reading.json.SeriesConfig.Meaning;
import dev.pitboard.reading.text.Phrasebook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the season files of sportstimes/f1 and what is written like them: races with their sessions in UTC. */
public final class SportstimesReader {
    private static final String CONFIG = "config";
    private static final int MOST_RACES = 500;
    private static final int MOST_SESSIONS = 5000;
    private static final int LONGEST_NAME = 200;
    private static final int FEWEST_OF_A_PLACEHOLDER = 3;

    private final Venues venues;
    private final Phrasebook phrases;

    /** @param venues where sessions can be; their zones are the only ones there are, since the files have none */
    public SportstimesReader(Venues venues, Phrasebook phrases) {
        this.venues = venues;
        this.phrases = phrases;
    }

    /** Whether it begins like JSON. */
    public static boolean isLike(String text) {
        return text.stripLeading().startsWith("{");
    }

    /** The season with the {@code config.json} beside it in one file, in which the season's lines stay where they are. */
    public static byte[] together(byte[] season, byte[] config) {
        String text = Characters.decode(season).stripTrailing();
        return text.endsWith("}")
                ? (text.substring(0, text.length() - 1) + ",\"" + CONFIG + "\":" + Characters.decode(config) + "}")
                        .getBytes(StandardCharsets.UTF_8)
                : season;
    }

    /**
     * Reads the bytes of a season file. What its session keys mean stands in it as {@code config}, see {@link #together}.
     *
     * @throws Unreadable when it is no JSON of this kind
     */
    public Draft read(byte[] bytes, Known known) throws Unreadable {
        Json root = json(bytes);
        if (!(root.get("races") instanceof Json.Items races)) {
            throw new Unreadable("This is JSON, but not of a kind that is known: it has no list of \"races\".");
        }
        if (races.items().size() > MOST_RACES) {
            throw new Unreadable("This has more than " + MOST_RACES + " races. Import one season only.");
        }
        SeriesConfig keys = SeriesConfig.of(root.get(CONFIG));
        Reading reading = new Reading(keys, known, placeholders(races.items()));
        for (Json race : races.items()) {
            reading.race(race);
            if (reading.sessions.size() > MOST_SESSIONS) {
                throw new Unreadable("This has more than " + MOST_SESSIONS + " sessions. Import one season only.");
            }
        }
        return new Draft(reading.sessions, reading.questions);
    }

    private static Json json(byte[] bytes) throws Unreadable {
        try {
            return Json.read(Characters.decode(bytes));
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            String shortened = reason.length() > 150 ? reason.substring(0, 150) + "…" : reason;
            int line = e instanceof com.fasterxml.jackson.core.JsonProcessingException at && at.getLocation() != null
                    ? at.getLocation().getLineNr()
                    : 1;
            throw new Unreadable("This looks like JSON, but is not, on line " + line + ": " + shortened);
        }
    }

    /** Coordinates that stand at several places cannot be true of all of them. */
    private static Set<Coordinates> placeholders(List<Json> races) {
        Map<Coordinates, Set<String>> places = new HashMap<>();
        for (Json race : races) {
            Coordinates at = coordinates(race);
            if (at != null) {
                places.computeIfAbsent(at, _ -> new HashSet<>()).add(race.text("location"));
            }
        }
        Set<Coordinates> found = new HashSet<>();
        places.forEach((at, names) -> {
            if (names.size() >= FEWEST_OF_A_PLACEHOLDER) {
                found.add(at);
            }
        });
        return found;
    }

    private static @Nullable Coordinates coordinates(Json race) {
        Double latitude = race.number("latitude");
        Double longitude = race.number("longitude");
        if (latitude == null || longitude == null) {
            return null;
        }
        boolean onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
        boolean zero = Math.abs(latitude) <= 0.01 && Math.abs(longitude) <= 0.01;
        return onEarth && !zero ? new Coordinates(latitude, longitude) : null;
    }

    /** One file while it is read. */
    private final class Reading {
        private final SeriesConfig keys;
        private final Known known;
        private final Set<Coordinates> placeholders;
        private final Set<String> unknownKeys = new HashSet<>();
        private final List<DraftSession> sessions = new ArrayList<>();
        private final List<Question> questions = new ArrayList<>();

        Reading(SeriesConfig keys, Known known, Set<Coordinates> placeholders) {
            this.keys = keys;
            this.known = known;
            this.placeholders = placeholders;
        }

        void race(Json race) {
            String name = cut(race.text("name"));
            if (!(race.get("sessions") instanceof Fields fields)
                    || fields.keys().isEmpty()) {
                ask(
                        race.line(),
                        Subject.ROUND,
                        "“" + (name.isEmpty() ? "A race" : name) + "” has no sessions. When are they?");
                return;
            }
            Place place = place(race, name);
            if (race.isTrue("tbc")) {
                ask(race.line(), Subject.STATUS, "“" + name + "” is to be confirmed. Are its times right?");
            }
            for (Map.Entry<String, Json> session : fields.keys().entrySet()) {
                int line = Objects.requireNonNullElse(fields.lines().get(session.getKey()), race.line());
                session(race, name, place, session.getKey(), session.getValue(), line);
            }
        }

        private record Place(
                @Nullable Venue venue, @Nullable ZoneId zone) {}

        private Place place(Json race, String name) {
            Coordinates given = coordinates(race);
            Coordinates at = given == null || placeholders.contains(given) ? null : given;
            List<String> texts = Stream.of(race.text("track"), race.text("location"))
                    .filter(t -> !t.isEmpty())
                    .toList();
            Venues.Finding found = venues.find(texts, at);
            Venues.Finding finding = found.zone() != null ? found : venues.find(List.of(name), null);
            if (finding.doubt() != null) {
                ask(race.line(), Subject.ROUND, "“" + name + "”: " + finding.doubt());
            }
            String called = texts.isEmpty() ? name : cut(texts.getFirst());
            ZoneId zone = finding.zone() != null ? finding.zone() : known.zone();
            if (zone == null) {
                ask(
                        race.line(),
                        Subject.ZONE,
                        "“" + name + "”" + (texts.isEmpty() ? "" : " (" + called + ")")
                                + " is at no circuit that is known, and its times are in UTC. In which zone is it?");
            }
            Venue venue = finding.circuit() != null
                    ? Venue.of(finding.circuit())
                    : called.isEmpty() ? null : new Venue(null, called, at);
            return new Place(venue, zone);
        }

        private void session(Json race, String round, Place place, String key, Json value, int line) {
            Meaning meaning = keys.meaning(cut(key), phrases);
            if (meaning.kind() == null && unknownKeys.add(key)) {
                ask(line, Subject.KIND, "What kind of session is “" + meaning.name() + "”?");
            }
            Instant start = instant(value);
            boolean tbc = race.isTrue("tbc");
            if (start == null) {
                ask(
                        line,
                        Subject.TIME,
                        "“" + meaning.name() + "” of “" + round + "” has no start that can be read. When is it?");
            }
            LocalDateTime local = start == null || place.zone() == null
                    ? null
                    : start.atZone(place.zone()).toLocalDateTime();
            Integer number = race.number("round") == null
                    ? null
                    : Objects.requireNonNull(race.number("round")).intValue();
            sessions.add(new DraftSession(
                    keys.series() != null ? keys.series() : known.series(),
                    number != null && number > 0 ? Integer.toString(number) : round.isEmpty() ? null : round,
                    place.venue(),
                    meaning.name(),
                    meaning.kind() == null ? SessionKind.OTHER : meaning.kind(),
                    local == null ? null : local.toLocalDate(),
                    local == null ? null : local.toLocalTime(),
                    place.zone(),
                    start,
                    meaning.minutes(),
                    race.isTrue("canceled") || race.isTrue("cancelled")
                            ? DraftStatus.CANCELLED
                            : tbc || start == null ? DraftStatus.TBC : DraftStatus.SCHEDULED,
                    List.of(),
                    line,
                    cut(round + ", " + key + ": " + (value instanceof Json.Value v ? v.text() : "?"))));
        }

        private static @Nullable Instant instant(Json value) {
            if (!(value instanceof Json.Value text) || text.type() != JsonToken.VALUE_STRING) {
                return null;
            }
            try {
                return Instant.parse(text.text().strip());
            } catch (DateTimeException _) {
                return null;
            }
        }

        private void ask(int line, Subject about, String text) {
            questions.add(new Question(line, about, text));
        }
    }

    private static String cut(String text) {
        return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text;
    }
}

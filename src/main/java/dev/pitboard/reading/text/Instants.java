package dev.pitboard.reading.text;

import dev.pitboard.motorsport.Circuit;
import dev.pitboard.reading.Known;
import dev.pitboard.reading.Question;
import dev.pitboard.reading.Subject;
import dev.pitboard.reading.text.Found.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** From printed times to instants: by the zone of the circuit, by a label, or not at all. */
final class Instants {
    /** What is known of a start; {@code zone} is null where only an offset is known. */
    record Start(@Nullable ZoneId zone, @Nullable Instant instant) {
        static final Start UNKNOWN = new Start(null, null);
    }

    private final Known known;
    private final @Nullable Circuit circuit;
    private final TreeMap<Integer, List<ZoneLabel>> labels;
    private final boolean severalZones;
    private final List<Question> questions = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();

    /**
     * @param labels zone labels that are not beside a time, by line
     * @param severalZones whether some times are printed in more than one zone, so that two labels are two zones
     */
    Instants(Known known, @Nullable Circuit circuit, Map<Integer, List<ZoneLabel>> labels, boolean severalZones) {
        this.severalZones = severalZones;
        this.known = known;
        this.circuit = circuit;
        this.labels = new TreeMap<>(labels);
    }

    List<Question> questions() {
        return questions;
    }

    /** The zone of wall-clock times without a label, as far as it is known. */
    private @Nullable ZoneId home() {
        return known.zone() != null ? known.zone() : circuit == null ? null : circuit.zone();
    }

    Start of(int line, LocalDate date, Moment moment) {
        LocalDateTime local =
                date.plusDays(moment.start() / 1440).atTime(moment.start() / 60 % 24, moment.start() % 60);
        Start start = byLabel(line, local, label(line, moment));
        Instant check = null;
        for (Moment other : moment.elsewhere()) {
            Instant there = elsewhere(local, other);
            check = check == null ? there : check;
            Instant here = start.instant();
            if (there != null && here != null && !there.equals(here) && asked.add("other" + line)) {
                ask(line, Subject.ZONE, "The times in two zones on this line are not the same moment. Which is right?");
            }
        }
        if (start.instant() == null && check != null) {
            return new Start(start.zone(), check);
        }
        return start;
    }

    /** Asks for the zone of a time of which even the day is not known. */
    void withoutDate(int line, Moment moment) {
        ZoneLabel label = label(line, moment);
        boolean said = label != null && !(label instanceof ZoneLabel.Local);
        if (!said && moment.elsewhere().isEmpty() && known.zone() == null && (label == null || circuit == null)) {
            Circuit at = circuit;
            once(
                    line,
                    "zone",
                    at == null
                            ? "The text names no zone and no circuit that is known. In which zone are its times?"
                            : "The text names no zone. Are its times local times at " + at.name() + "?");
        }
    }

    /** The label beside the time, or else the nearest above it, or else the first below. */
    private @Nullable ZoneLabel label(int line, Moment moment) {
        if (moment.zone() != null) {
            return moment.zone();
        }
        if (!moment.elsewhere().isEmpty()) {
            return null;
        }
        Map.Entry<Integer, List<ZoneLabel>> entry = labels.floorEntry(line);
        entry = entry != null ? entry : labels.ceilingEntry(line);
        if (entry == null) {
            return null;
        }
        List<ZoneLabel> all = entry.getValue();
        if (severalZones) {
            return all.getFirst();
        }
        return all.stream()
                .filter(l -> !(l instanceof ZoneLabel.Local))
                .findFirst()
                .orElse(all.getFirst());
    }

    private Start byLabel(int line, LocalDateTime local, @Nullable ZoneLabel label) {
        ZoneId home = home();
        return switch (label) {
            case null -> unlabelled(line, local, home);
            case ZoneLabel.Local _ -> local(line, local, home);
            case ZoneLabel.Iana iana -> inZone(line, local, iana.zone());
            case ZoneLabel.Fixed fixed -> fixed(line, local, fixed.written(), fixed.offset(), home, true);
            case ZoneLabel.Named named -> named(line, local, named, home);
        };
    }

    private Start unlabelled(int line, LocalDateTime local, @Nullable ZoneId home) {
        if (home == null) {
            once(line, "zone", "The text names no zone and no circuit that is known. In which zone are its times?");
            return Start.UNKNOWN;
        }
        if (known.zone() == null && circuit != null) {
            once(
                    line,
                    "zone",
                    "The text names no zone; its times are read as local time at " + circuit.name() + " (" + home
                            + "). Is that right?");
        }
        return inZone(line, local, home);
    }

    private Start local(int line, LocalDateTime local, @Nullable ZoneId home) {
        if (home == null) {
            once(line, "zone", "The times are local, but the text names no circuit that is known. Which zone is it?");
            return Start.UNKNOWN;
        }
        return inZone(line, local, home);
    }

    private Start named(int line, LocalDateTime local, ZoneLabel.Named label, @Nullable ZoneId home) {
        ZoneOffset offset = label.offset(local);
        if (home != null
                && label.inForce(local)
                && home.getRules().getValidOffsets(local).contains(offset)) {
            return new Start(home, local.toInstant(offset));
        }
        if (!label.inForce(local)) {
            boolean sameRules = home != null
                    && home.getRules()
                            .getStandardOffset(local.toInstant(ZoneOffset.UTC))
                            .equals(label.rules().getRules().getStandardOffset(local.toInstant(ZoneOffset.UTC)));
            ZoneId rules = sameRules && home != null ? home : label.rules();
            once(
                    line,
                    label.written(),
                    label.written() + " is not in force on " + local.toLocalDate()
                            + ". The times are read as the clock in " + rules + " that day. Is that right?");
            Start start = inZone(line, local, rules);
            return home == null ? new Start(null, start.instant()) : start;
        }
        return fixed(line, local, label.written(), offset, home, false);
    }

    private Start fixed(
            int line,
            LocalDateTime local,
            String written,
            ZoneOffset offset,
            @Nullable ZoneId home,
            boolean alwaysInForce) {
        if (home != null && home.getRules().getValidOffsets(local).contains(offset)) {
            return new Start(home, local.toInstant(offset));
        }
        if (home == null) {
            once(
                    line,
                    "circuit",
                    "The times are in " + written + ", but the text names no circuit that is known. Which zone is it?");
        } else {
            once(
                    line,
                    written,
                    "The times are in " + written + ", which is not the time in " + home
                            + (alwaysInForce ? "" : " on " + local.toLocalDate()) + ". Is that right?");
        }
        return new Start(null, local.toInstant(offset));
    }

    private @Nullable Instant elsewhere(LocalDateTime main, Moment other) {
        ZoneLabel label = other.zone();
        LocalDateTime local = main.toLocalDate().atTime(other.start() / 60 % 24, other.start() % 60);
        ZoneOffset offset = switch (label) {
            case null -> null;
            case ZoneLabel.Local _ -> home() == null ? null : home().getRules().getOffset(local);
            case ZoneLabel.Iana iana -> iana.zone().getRules().getOffset(local);
            case ZoneLabel.Fixed fixed -> fixed.offset();
            case ZoneLabel.Named named ->
                named.inForce(local)
                        ? named.offset(local)
                        : named.rules().getRules().getOffset(local);
        };
        if (offset == null) {
            return null;
        }
        // The day may be another one there: the nearest to the day at home, by what can be known about home.
        ZoneId home = home();
        Instant here = home == null
                ? main.toInstant(ZoneOffset.UTC)
                : main.atZone(home).toInstant();
        Instant there = local.toInstant(offset);
        while (there.isAfter(here.plusSeconds(12 * 3600))) {
            there = there.minusSeconds(24 * 3600);
        }
        while (there.isBefore(here.minusSeconds(12 * 3600))) {
            there = there.plusSeconds(24 * 3600);
        }
        return there;
    }

    private Start inZone(int line, LocalDateTime local, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            ask(
                    line,
                    Subject.TIME,
                    local + " does not exist in " + zone + ": the clocks go forward then. Which time is it?");
            return new Start(zone, null);
        }
        if (offsets.size() > 1) {
            ask(
                    line,
                    Subject.TIME,
                    local + " comes twice in " + zone
                            + ": the clocks go back then. Before or after? It is read as before.");
        }
        return new Start(zone, local.toInstant(offsets.getFirst()));
    }

    private void once(int line, String key, String text) {
        if (asked.add(key)) {
            ask(line, Subject.ZONE, text);
        }
    }

    private void ask(int line, Subject about, String text) {
        questions.add(new Question(line, about, text));
    }
}

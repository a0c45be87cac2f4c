package dev.pitboard.reminder;

import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.card.Tone;
import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.motorsport.Timetable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A posted reminder brought up to date: what is true now, and what it said. See {@link ReminderCard#edited}. */
final class EditedCard {
    private final Timetable today;
    private final Instant now;
    private final List<Said> all;

    private EditedCard(List<Announcement> announcements, Instant now, Timetable today) {
        this.today = today;
        this.now = now;
        this.all = announcements.stream()
                .map(this::said)
                .sorted(Comparator.comparing(Said::order).thenComparing(s -> s.what.start()))
                .toList();
    }

    /** What a reminder said of one start, and how that stands now. */
    private record Said(Announcement what, @Nullable Fixture fixture, Standing now) {
        Instant order() {
            Instant at = now.instant();
            return at == null ? what.at() : at;
        }

        boolean isSo() {
            return what.at().equals(now.instant());
        }

        /** As a reminder says it, where it has an instant. */
        Optional<ReminderCard.Item> item() {
            Instant at = now.instant();
            return at == null || fixture == null
                    ? Optional.empty()
                    : Optional.of(new ReminderCard.Item(new Announcement(what.start(), what.lead(), at), fixture));
        }
    }

    private Said said(Announcement what) {
        return new Said(what, today.findFixture(what.start().session()).orElse(null), Standing.of(today, what.start()));
    }

    static Card of(List<Announcement> announcements, Instant now, Timetable today) {
        return new EditedCard(announcements, now, today).card();
    }

    private Card card() {
        boolean asSaid = all.stream().allMatch(Said::isSo);
        Card.Builder card = Card.titled(
                asSaid ? Tone.LIVE : Tone.WARNING,
                News.title(all.stream().map(this::news).toList()));
        if (all.size() == 1) {
            facts(card, all.getFirst());
        } else {
            card.rows(all.stream().map(this::row).toList());
            all.stream()
                    .flatMap(s -> Optional.ofNullable(s.fixture).stream())
                    .map(Details::where)
                    .distinct()
                    .forEach(w -> card.fact("Where", w));
        }
        List<Fixture> fixtures = all.stream()
                .flatMap(s -> Optional.ofNullable(s.fixture).stream())
                .toList();
        if (!fixtures.isEmpty()) {
            card.quiet(Details.sources(fixtures, now));
        }
        return ReminderCard.buttons(card, fixtures).build();
    }

    private News news(Said said) {
        Line what = said.isSo()
                ? ReminderCard.starts(said.what.at(), now, false)
                : Standing.news(new Standing.At(said.what.at(), true), said.now, zone(said));
        return new News(name(said), where(said), what);
    }

    private static ZoneId zone(Said said) {
        return said.fixture == null
                ? ZoneOffset.UTC
                : said.fixture.round().circuit().zone();
    }

    /** Of what is gone only its id is known: "race-1" was Race 1. */
    private static String name(Said said) {
        if (said.fixture != null) {
            return said.what.start().nameIn(said.fixture);
        }
        String word = said.what.start().session().session().replace('-', ' ');
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private String where(Said said) {
        SessionId id = said.what.start().session();
        return today.findSeries(id.series()).map(Series::name).orElse(id.series()) + ", "
                + today.findRound(id.roundId()).map(Round::name).orElse(id.round());
    }

    private void facts(Card.Builder card, Said said) {
        ReminderCard.Item item = said.item().orElse(null);
        Line before = said.isSo()
                ? Line.empty()
                : Line.empty()
                        .moment(said.what.at(), MomentStyle.WEEKDAY_DATE_TIME)
                        .text(" when this was posted");
        if (item != null) {
            ReminderCard.facts(card, item, before);
            return;
        }
        card.fact("Now", said.now.words()).fact("Before", before);
        if (said.fixture != null) {
            said.fixture.session().notes().forEach(n -> card.fact("Note", n));
            card.fact("Where", Details.where(said.fixture));
        }
    }

    private Block.Row row(Said said) {
        Block.Row row = said.item()
                .map(ReminderCard::row)
                .orElseGet(() -> new Block.Row(
                        Line.of(said.now.words()), Line.strongly(name(said)).text(" · " + where(said))));
        if (said.isSo()) {
            return row;
        }
        List<Line> details = new ArrayList<>();
        details.add(Line.of("said ").moment(said.what.at(), MomentStyle.DATE_TIME));
        details.addAll(row.details());
        return new Block.Row(row.lead(), row.main(), details);
    }
}

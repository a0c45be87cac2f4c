package dev.pitboard.revision.command;

import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Tone;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.command.Signature.Access;
import dev.pitboard.command.Signature.Audience;
import dev.pitboard.command.Signature.Work;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.revision.Stewards;
import java.util.List;
import java.util.function.Supplier;

/** {@code /stewards}: who may change what. */
final class StewardsCommand implements ChatCommand {
    private static final Signature SIGNATURE = new Signature(
            List.of("stewards"),
            "Who may change the timetable",
            List.of(),
            Access.EVERYONE,
            Audience.PRIVATE,
            Work.SLOW);

    private final Supplier<Timetable> timetables;
    private final Stewards stewards;

    StewardsCommand(Supplier<Timetable> timetables, Stewards stewards) {
        this.timetables = timetables;
        this.stewards = stewards;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Card run(Request request) {
        List<Stewards.Steward> named = stewards.list();
        Card.Builder card = Card.titled(Tone.INFO, "Who may change the timetable");
        card.paragraph(
                named.isEmpty() ? "Nobody but whoever runs this bot." : "These stewards, and whoever runs this bot:");
        card.rows(named.stream().map(this::row).toList());
        return card.quiet(Line.of("Whoever runs this bot names stewards with ")
                        .code("./pitboard steward add")
                        .text("; your id here is ")
                        .code(Rights.person(request))
                        .text("."))
                .build();
    }

    private Block.Row row(Stewards.Steward steward) {
        String id = steward.series();
        String what = id == null
                ? "every series"
                : timetables.get().findSeries(id).map(Series::name).orElse(id);
        return new Block.Row(Line.empty(), Line.empty().code(steward.person()).text(" · " + what));
    }
}

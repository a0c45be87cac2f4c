package dev.pitboard.importing.command;

import dev.pitboard.card.Card;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.Attachment;
import dev.pitboard.command.Caller;
import dev.pitboard.command.CommandLine;
import dev.pitboard.command.Request;
import dev.pitboard.command.Router;
import dev.pitboard.command.UserError;
import dev.pitboard.guide.GuideCases.Case;
import dev.pitboard.importing.Desk;
import dev.pitboard.importing.ImportPreview;
import dev.pitboard.revision.Stewards.Steward;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The answers of the commands of imports in the states that matter, for the golden tests of every platform. */
public final class ImportCases {
    private static final String MOVED = Desk.RELEASE.replace("16:50 Race 1", "17:10 Race 1");

    private record Person(String id, boolean mayManage) implements Caller {}

    private ImportCases() {}

    /** All cases, for {@code @MethodSource("dev.pitboard.importing.command.ImportCases#all")}. */
    public static List<Case> all() {
        return List.of(
                fresh("import-read", (desk, platform) -> answer(desk, platform, "import read", Desk.RELEASE)),
                fresh("import-read-nothing", (desk, platform) -> answer(desk, platform, "import read", null)),
                fresh(
                        "import-read-no-timetable",
                        (desk, platform) -> answer(desk, platform, "import read", "It rains.")),
                later("import-read-moved", (desk, platform) -> answer(desk, platform, "import read", MOVED)),
                later("import-read-same", (desk, platform) -> answer(desk, platform, "import read", Desk.RELEASE)),
                later("import-show-questions", (desk, platform) -> {
                    desk.moveByHand("race-2", Duration.ofMinutes(10));
                    desk.read(MOVED.replace("11:20 Free Practice 1 (60 min) – LIVETIMING\n", ""));
                    return answer(desk, platform, "import show id=2", null);
                }),
                fresh("import-answer", (desk, platform) -> {
                    desk.read(Desk.RELEASE);
                    return answer(desk, platform, "import answer id=1 key=series-gt4-european-series value=new", null);
                }),
                fresh("import-answer-mistake", (desk, platform) -> {
                    desk.read(Desk.RELEASE);
                    return answer(desk, platform, "import answer id=1 key=series-gt4-european-series value=F9", null);
                }),
                later("import-approve", (desk, platform) -> approved(desk, platform, true)),
                later("import-approve-no-steward", (desk, platform) -> approved(desk, platform, false)),
                later("import-approve-not-seen", (desk, platform) -> {
                    desk.read(MOVED);
                    return answer(desk, platform, "import approve id=2 seen=00000000", null);
                }),
                fresh("import-drop", (desk, platform) -> {
                    desk.read(Desk.RELEASE);
                    return answer(desk, platform, "import drop id=1", null);
                }),
                later("import-list", (desk, platform) -> {
                    desk.read(MOVED);
                    desk.read(Desk.RELEASE);
                    return answer(desk, platform, "import list", null);
                }),
                fresh("import-list-nothing", (desk, platform) -> answer(desk, platform, "import list", null)));
    }

    private static Case fresh(String name, BiFunction<Desk, Platform, Card> answer) {
        return new Case(name, Desk.EVE, platform -> answer.apply(new Desk(), platform));
    }

    private static Case later(String name, BiFunction<Desk, Platform, Card> answer) {
        return new Case(name, Desk.EVE, platform -> {
            Desk desk = Desk.withBarcelona();
            desk.wanted();
            return answer.apply(desk, platform);
        });
    }

    private static Card approved(Desk desk, Platform platform, boolean steward) {
        ImportPreview preview = desk.read(MOVED);
        if (steward) {
            desk.stewards.add(new Steward("discord:1", "gt4-european-series"));
            desk.stewards.add(new Steward("telegram:1", null));
        }
        return answer(desk, platform, "import approve id=2 seen=" + preview.fingerprint(), null);
    }

    private static Card answer(Desk desk, Platform platform, String line, @Nullable String file) {
        if (!platform.equals(Platform.DISCORD)) {
            // Imports of these cases were begun on Discord; stewards see them everywhere.
            desk.stewards.add(new Steward(platform.word() + ":1", "another-series"));
        }
        Router router = new Router(ImportCommands.of(desk.imports, desk.stewards));
        try {
            CommandLine read = router.parse(line, platform);
            return router.answer(new Request(
                            new Person("1", true),
                            ChatRef.of(platform, "100"),
                            "4711",
                            read.path(),
                            read.arguments(),
                            file == null ? null : Attachment.of("release.txt", file),
                            desk.now))
                    .card();
        } catch (UserError mistake) {
            return Router.mistake(mistake).card();
        }
    }
}

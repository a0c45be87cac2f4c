package dev.pitboard.subscription.command;

import dev.pitboard.card.Card;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.CommandLine;
import dev.pitboard.command.Router;
import dev.pitboard.command.UserError;
import dev.pitboard.guide.GuideCases;
import dev.pitboard.guide.GuideCases.Case;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The answers of the reminders commands in the states that matter, for the golden tests of every platform. */
public final class RemindersCases {
    private static final Instant EVE = Instant.parse("2023-09-28T18:00:00Z");

    private RemindersCases() {}

    /** All cases, for {@code @MethodSource("dev.pitboard.subscription.command.RemindersCases#all")}. */
    public static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        cases.add(asked("reminders-on", "reminders on"));
        cases.add(asked("reminders-on-changed", "reminders on 30m races", "reminders on"));
        cases.add(asked("reminders-on-mistake", "reminders on soon"));
        cases.add(missing("reminders-on-missing-right", "reminders on"));
        cases.add(asked("reminders-off", "reminders off", "reminders on"));
        cases.add(asked("reminders-off-already", "reminders off"));
        cases.add(asked("reminders-list", "reminders list", "reminders on"));
        cases.add(asked("reminders-list-nothing", "reminders list"));
        cases.add(asked("reminders-upcoming", "reminders upcoming", "reminders on"));
        cases.add(asked("reminders-upcoming-nothing", "reminders upcoming"));
        cases.add(asked("reminders-test", "reminders test", "reminders on"));
        cases.add(asked("reminders-forget", "reminders forget", "reminders on"));
        cases.add(asked("reminders-forget-confirmed", "reminders forget yes", "reminders on"));
        cases.add(visitor("reminders-not-a-manager", "reminders on"));
        return cases;
    }

    private static Case asked(String name, String line, String... before) {
        return new Case(name, EVE, platform -> answer(scene(platform), line, before));
    }

    private static Case missing(String name, String line) {
        return new Case(name, EVE, platform -> {
            Scene scene = scene(platform);
            scene.missing = List.of("I may not post here: give me the right to send messages.");
            return answer(scene, line);
        });
    }

    private static Case visitor(String name, String line) {
        return new Case(name, EVE, platform -> {
            Scene scene = scene(platform);
            scene.manager = false;
            return answer(scene, line);
        });
    }

    private static Scene scene(Platform platform) {
        Scene scene = new Scene();
        scene.timetable = GuideCases.shipped();
        scene.now = EVE;
        scene.chat = ChatRef.of(platform, "100");
        return scene;
    }

    private static Card answer(Scene scene, String line, String... before) {
        for (String earlier : before) {
            scene.type(earlier);
        }
        try {
            CommandLine read = scene.router().parse(line, scene.chat.platform());
            return scene.router()
                    .answer(scene.request(read.path(), read.arguments()))
                    .card();
        } catch (UserError mistake) {
            return Router.mistake(mistake).card();
        }
    }
}

package dev.pitboard.revision.command;

import dev.pitboard.card.Card;
import dev.pitboard.chat.Platform;
import dev.pitboard.guide.GuideCases.Case;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The answers of the commands for changes by hand in the states that matter, for the golden tests of every platform. */
public final class ByHandCases {
    private static final Instant NOON = Scene.at("2023-09-30T12:00");

    private ByHandCases() {}

    /** All cases, for {@code @MethodSource("dev.pitboard.revision.command.ByHandCases#all")}. */
    public static List<Case> all() {
        return List.of(
                asked("session-move", "session move race-1 17:10"),
                pressed("session-move-done", "session move race-1 17:10", "Move"),
                asked("session-move-past", "session move race-1 5:10"),
                asked("session-move-ambiguous", "session move race +20m"),
                asked("session-delay", "session delay race-1 15m"),
                asked("session-delay-all-after", "session delay qualifying 20m --all-after"),
                pressed("session-delay-open", "session delay race-1 reason=fog", "Delay"),
                asked("session-cancel", "session cancel race-1"),
                asked("session-postpone", "session postpone race-2"),
                asked("session-restore", "session restore race-1", "session cancel race-1 confirm=1"),
                asked("session-note", "session note race-1 wet race declared"),
                asked("silence", "silence 30m"),
                asked("silence-open", "silence"),
                asked("resume", "resume", "silence"),
                asked("resume-nothing", "resume"),
                asked("history", "history", "session move race-1 17:10 reason=fog confirm=1"),
                asked("undo", "undo 5", "session move race-1 17:10 confirm=1"),
                asked("stewards", "stewards"),
                with(
                        "stewards-not-one",
                        scene -> scene.stewards.list().forEach(scene.stewards::remove),
                        s -> s.card("session cancel race-1")));
    }

    private static Case asked(String name, String line, String... before) {
        return with(name, scene -> List.of(before).forEach(scene::card), scene -> scene.card(line));
    }

    private static Case pressed(String name, String line, String button) {
        return with(name, _ -> {}, scene -> scene.press(button, scene.card(line)));
    }

    private static Case with(String name, Consumer<Scene> before, Function<Scene, Card> answer) {
        return new Case(name, NOON, platform -> {
            Scene scene = new Scene();
            scene.platform = platform;
            scene.host = platform == Platform.TERMINAL && !name.endsWith("-not-one");
            before.accept(scene);
            return answer.apply(scene);
        });
    }
}

package dev.pitboard.discord;

import dev.pitboard.card.Action;
import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Tone;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.ChatCommand.Choice;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Router;
import dev.pitboard.command.Signature;
import dev.pitboard.command.Signature.Access;
import dev.pitboard.command.Signature.Audience;
import dev.pitboard.command.Signature.Work;
import dev.pitboard.command.UserError;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** Small commands of every sort: public and private, quick and slow, long, wrong and broken. */
final class FakeCommands {
    /** What reached the commands, in order. */
    final List<Request> requests = new CopyOnWriteArrayList<>();
    /** Slow commands wait for this. */
    volatile CountDownLatch gate = new CountDownLatch(0);

    Router router() {
        return new Router(all());
    }

    List<ChatCommand> all() {
        Parameter search = Parameter.search("search", "What to look for");
        Parameter round = Parameter.words("round", "Which round", _ -> true, true);
        Parameter before = Parameter.words("before", "How long before", w -> w.matches("\\d.*"), false);
        Parameter terminal = new Parameter(
                "width", "Not for Discord", Parameter.Type.TEXT, Set.of(Platform.TERMINAL), _ -> false, false, false);
        List<ChatCommand> all = new ArrayList<>();
        all.add(new FakeCommand(
                Signature.guide("next-session", "What is on next", round, terminal), this::nextSession));
        all.add(new FakeCommand(Signature.guide("timetable", "The weekend", round), this::timetable));
        all.add(new FakeCommand(Signature.guide("drivers", "Entries", search), this::drivers, FakeCommands::names));
        all.add(new FakeCommand(signature("track", Access.EVERYONE, Audience.PUBLIC, Work.SLOW, search), this::track));
        all.add(new FakeCommand(
                signature(
                        "reminders on",
                        Access.MANAGERS,
                        Audience.PRIVATE,
                        Work.SLOW,
                        before,
                        Parameter.role("role", "Whom to ping")),
                this::remindersOn));
        all.add(new FakeCommand(
                signature("reminders list", Access.EVERYONE, Audience.PRIVATE, Work.MEMORY), this::remindersList));
        all.add(new FakeCommand(Signature.guide("points", "Broken"), r -> {
            throw new IllegalStateException("broken for " + r.caller().id());
        }));
        return all;
    }

    static Signature signature(String path, Access access, Audience audience, Work work, Parameter... parameters) {
        return new Signature(
                List.of(path.split(" ", -1)), "About " + path, List.of(parameters), access, audience, work);
    }

    private Card nextSession(Request request) {
        requests.add(request);
        return Card.titled(Tone.LIVE, "Race 1")
                .fact("Where", "Circuit de Barcelona-Catalunya")
                .run("Timetable", "timetable round=barcelona")
                .run("Remind me", "reminders on")
                .run("List", "reminders list")
                .run("Tomorrow", "tomorrow")
                .run("Long", "drivers search=\"" + "x".repeat(200) + "\"")
                .action(new Action.Open("Live TV", URI.create("https://example.org/tv")))
                .build();
    }

    private Card timetable(Request request) {
        requests.add(request);
        if (request.argument("round").filter("nowhere"::equals).isPresent()) {
            throw new UserError("There is no round nowhere.");
        }
        List<Block.Row> rows = IntStream.rangeClosed(1, 200)
                .mapToObj(i -> new Block.Row(Line.of(i + "."), Line.of("Session " + i + " of a very long weekend")))
                .toList();
        return Card.titled(Tone.INFO, "Barcelona").rows(rows).build();
    }

    private Card drivers(Request request) {
        requests.add(request);
        String wanted = request.argument("search").orElse("");
        if (wanted.equals("bakman")) {
            throw new UserError(
                    Line.of("Nobody is called bakman."), List.of(new Action.Run("Bäckman", "drivers search=backman")));
        }
        return Card.titled(Tone.INFO, "Drivers like " + wanted).build();
    }

    private static List<Choice> names(Request soFar, String typed) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(typed + " L".repeat(150), "long label"));
        choices.add(new Choice("too long a value", "v".repeat(101)));
        IntStream.range(0, 40).forEach(i -> choices.add(new Choice("Driver " + i, "driver-" + i)));
        return choices;
    }

    private Card track(Request request) {
        requests.add(request);
        pass();
        if (request.argument("search").isPresent()) {
            throw new UserError("There is no such track.");
        }
        return Card.titled(Tone.INFO, "Barcelona").paragraph("4655 m").build();
    }

    private Card remindersOn(Request request) {
        requests.add(request);
        return Card.titled(Tone.DONE, "Reminders are on").build();
    }

    private Card remindersList(Request request) {
        requests.add(request);
        pass();
        return Card.titled(Tone.INFO, "Your reminders").build();
    }

    private void pass() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

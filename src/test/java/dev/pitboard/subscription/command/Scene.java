package dev.pitboard.subscription.command;

import dev.pitboard.card.Action;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.Answer;
import dev.pitboard.command.Caller;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.CommandLine;
import dev.pitboard.command.Request;
import dev.pitboard.command.Router;
import dev.pitboard.command.UserError;
import dev.pitboard.delivery.Edit;
import dev.pitboard.delivery.InMemoryStore;
import dev.pitboard.delivery.Messenger;
import dev.pitboard.delivery.Outcome;
import dev.pitboard.delivery.Post;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reminder.CardText;
import dev.pitboard.reminder.Weekend;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A chat at the eve of the Barcelona weekend, in which commands are typed, chosen and pressed through the real router. */
final class Scene {
    static final String SPACE = "4711";
    static final ChatRef DISCORD = ChatRef.of(Platform.DISCORD, "100");
    static final ChatRef TELEGRAM = ChatRef.of(Platform.TELEGRAM, "-200");
    static final ChatRef TERMINAL = ChatRef.of(Platform.TERMINAL, "here");

    final InMemoryStore subscriptions = new InMemoryStore();
    final List<Post> posts = new ArrayList<>();
    private final Router router;
    Timetable timetable = Weekend.barcelona().timetable();
    Instant now = Instant.parse("2023-09-28T18:00:00Z");
    ChatRef chat = DISCORD;
    boolean manager = true;
    List<String> missing = List.of();

    @Nullable
    String askedForRole;

    Outcome outcome = new Outcome.Sent("1", null);
    int changes;

    Scene() {
        List<ChatCommand> commands = List.of(
                new RemindersOn(() -> timetable, subscriptions, FakeMessenger::new, () -> changes++),
                new RemindersOff(() -> timetable, subscriptions, () -> changes++),
                new RemindersList(() -> timetable, subscriptions),
                new RemindersUpcoming(() -> timetable, subscriptions),
                new RemindersHistory(() -> timetable, subscriptions, subscriptions),
                new RemindersTest(() -> timetable, subscriptions, FakeMessenger::new),
                new RemindersForget(() -> timetable, subscriptions, () -> changes++));
        this.router = new Router(commands);
    }

    /** Adds a second series with a qualifying that starts together with Race 1. */
    Scene withSecondSeries() {
        timetable = Weekend.barcelona()
                .timetable(Weekend.of("gtwc/2023/barcelona", "GT World Challenge", "Barcelona", Weekend.MADRID)
                        .session("qualifying", SessionKind.QUALIFYING, "Qualifying", "2023-09-30T16:50", 30));
        return this;
    }

    Router router() {
        return router;
    }

    /** The answer to a typed line, or to a button with it. */
    String type(String line) {
        try {
            CommandLine read = router().parse(line, chat.platform());
            return choose(read.path(), read.arguments());
        } catch (UserError mistake) {
            return CardText.of(Router.mistake(mistake).card());
        }
    }

    /** The answer to a command chosen on Discord, with its options filled in. */
    String choose(String word, Map<String, String> options) {
        return choose(List.of("reminders", word), options);
    }

    Answer answer(String word) {
        return router().answer(request(List.of("reminders", word), Map.of()));
    }

    Request request(List<String> path, Map<String, String> options) {
        return new Request(new Person(manager), chat, SPACE, path, options, now);
    }

    /** Presses the button with that label on the answer to a line. */
    String press(String label, String line) {
        CommandLine read = router().parse(line, chat.platform());
        return router().answer(request(read.path(), read.arguments())).card().actions().stream()
                .filter(a -> a.label().equals(label) && a instanceof Action.Run)
                .map(a -> type(((Action.Run) a).commandLine()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label));
    }

    private String choose(List<String> path, Map<String, String> options) {
        return CardText.of(router().answer(request(path, options)).card());
    }

    private record Person(boolean mayManage) implements Caller {
        @Override
        public String id() {
            return "7";
        }
    }

    private final class FakeMessenger implements Messenger {
        private final Platform platform;

        FakeMessenger(Platform platform) {
            this.platform = platform;
        }

        @Override
        public Platform platform() {
            return platform;
        }

        @Override
        public Outcome edit(Edit edit) {
            throw new AssertionError("nothing is edited");
        }

        @Override
        public Outcome send(Post post) {
            posts.add(post);
            return outcome;
        }

        @Override
        public List<String> missingToPost(ChatRef where, @Nullable String role) {
            askedForRole = role;
            return missing;
        }
    }
}

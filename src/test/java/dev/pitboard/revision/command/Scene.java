package dev.pitboard.revision.command;

import dev.pitboard.card.Action;
import dev.pitboard.card.Card;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.Answer;
import dev.pitboard.command.Caller;
import dev.pitboard.command.CommandLine;
import dev.pitboard.command.Request;
import dev.pitboard.command.Router;
import dev.pitboard.command.UserError;
import dev.pitboard.guide.GuideCases;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.motorsport.Timetables;
import dev.pitboard.notice.NoticeRules;
import dev.pitboard.reminder.CardText;
import dev.pitboard.revision.InMemoryRevisions;
import dev.pitboard.revision.InMemorySilences;
import dev.pitboard.revision.InMemoryStewards;
import dev.pitboard.revision.RaceControl;
import dev.pitboard.revision.Stewards.Steward;
import dev.pitboard.subscription.Demand;
import dev.pitboard.subscription.LeadTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Saturday noon at Barcelona 2023: Race 1 is at 16:50, twelve Discord channels and three Telegram chats want reminders. */
final class Scene {
    static final String SERIES = "gt4-european";
    static final String RACE_1 = "gt4-european/2023/barcelona/race-1";

    final InMemoryRevisions revisions = new InMemoryRevisions();
    final InMemoryStewards stewards = new InMemoryStewards();
    final InMemorySilences silences = new InMemorySilences();
    final Timetables timetables = new Timetables(Timetable.empty());
    List<Demand.Wish> wishes = List.of(
            wish(Platform.DISCORD, Set.of(SessionKind.values()), 12),
            wish(Platform.TELEGRAM, Set.of(SessionKind.values()), 3));
    Instant now = at("2023-09-30T12:00");
    Platform platform = Platform.DISCORD;
    boolean host;
    int changes;
    final RaceControl control =
            new RaceControl(revisions, timetables, () -> new Demand(wishes), NoticeRules.USUAL, () -> now);
    private final Router router =
            new Router(ByHand.commands(timetables, control, revisions, stewards, silences, () -> changes++));

    Scene() {
        this(GuideCases.shipped());
    }

    Scene(Timetable files) {
        control.filesRead(files, Set.of());
        stewards.add(new Steward("discord:7", SERIES));
        stewards.add(new Steward("telegram:7", SERIES));
    }

    static Demand.Wish wish(Platform platform, Set<SessionKind> kinds, long chats) {
        return new Demand.Wish(platform, SERIES, kinds, List.of(LeadTime.ofMinutes(60), LeadTime.ofMinutes(10)), chats);
    }

    /** On the clock at Barcelona. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Madrid")).toInstant();
    }

    Router router() {
        return router;
    }

    Session session(String id) {
        return timetables.get().findFixture(SessionId.parse(id)).orElseThrow().session();
    }

    /** The answer to a typed line, or to a button with it. */
    Card card(String line) {
        try {
            CommandLine read = router.parse(line, platform);
            return choose(read.path(), read.arguments()).card();
        } catch (UserError mistake) {
            return Router.mistake(mistake).card();
        }
    }

    Answer choose(List<String> path, Map<String, String> arguments) {
        Caller caller = new Person(host);
        return router.answer(new Request(caller, ChatRef.of(platform, "1"), "1", path, arguments, now));
    }

    String type(String line) {
        return CardText.of(card(line));
    }

    /** Presses the button with that label on a card. */
    Card press(String label, Card card) {
        return card.actions().stream()
                .filter(a -> a.label().equals(label) && a instanceof Action.Run)
                .map(a -> card(((Action.Run) a).commandLine()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label + " on " + CardText.of(card)));
    }

    private record Person(boolean isHost) implements Caller {
        @Override
        public String id() {
            return "7";
        }

        @Override
        public boolean mayManage() {
            return false;
        }
    }
}

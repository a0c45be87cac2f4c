package dev.pitboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Presentation;
import dev.pitboard.card.Span;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.command.Spelling;
import dev.pitboard.delivery.HandAlarmClock;
import dev.pitboard.delivery.InMemoryStore;
import dev.pitboard.delivery.RecordedNews;
import dev.pitboard.discord.DiscordBot;
import dev.pitboard.discord.DiscordSetup;
import dev.pitboard.guide.GuideCases;
import dev.pitboard.importing.command.ImportCases;
import dev.pitboard.loopback.discord.LoopbackDiscord;
import dev.pitboard.loopback.telegram.CommandScope;
import dev.pitboard.loopback.telegram.LoopbackTelegram;
import dev.pitboard.motorsport.Timetables;
import dev.pitboard.notice.NoticeRules;
import dev.pitboard.revision.InMemoryProposals;
import dev.pitboard.revision.InMemoryRevisions;
import dev.pitboard.revision.InMemorySilences;
import dev.pitboard.revision.InMemoryStewards;
import dev.pitboard.revision.command.ByHandCases;
import dev.pitboard.subscription.command.RemindersCases;
import dev.pitboard.telegram.BotToken;
import dev.pitboard.telegram.TelegramConnection;
import dev.pitboard.telegram.TelegramSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody can add a command and forget half of it: it is in help, registered, in the reference, and golden-tested everywhere. */
final class CatalogueTest {
    private static final Instant NOW = Instant.parse("2023-09-27T12:00:00Z");

    /** Discord's type of an option that is a subcommand. */
    private static final int SUBCOMMAND = 1;

    private final InMemoryStore store = new InMemoryStore();
    private final HandAlarmClock clock = new HandAlarmClock(NOW);
    private final Presentation presentation = new Presentation(false, ZoneId.of("Europe/Madrid"), clock);
    private final Pitboard pitboard = new Pitboard(
            new Timetables(GuideCases.shipped()),
            new Stores(
                    store,
                    store,
                    store,
                    new InMemoryRevisions(),
                    new InMemoryProposals(),
                    new InMemoryStewards(),
                    new InMemorySilences()),
            NoticeRules.USUAL,
            clock,
            presentation,
            InstantSource.system(),
            Watchers.NONE);
    private final List<Signature> signatures = pitboard.router().signatures();

    @AfterEach
    void close() {
        pitboard.close();
    }

    @ParameterizedTest
    @EnumSource
    void helpListsEveryCommand(Platform platform) {
        Card help = pitboard.router()
                .answer(new Request(
                        new TerminalCaller(), ChatRef.of(platform, "1"), "1", List.of("help"), Map.of(), NOW))
                .card();
        Set<String> listed = new HashSet<>();
        for (Block block : help.blocks()) {
            if (block instanceof Block.Rows(List<Block.Row> rows)) {
                rows.forEach(row -> listed.add(text(row.main().spans().getFirst())));
            }
        }
        assertEquals(
                signatures.stream().map(s -> Spelling.of(s.name(), platform)).collect(Collectors.toSet()), listed);
    }

    @Test
    void namesAndDescriptionsAreWhatThePlatformsTake() {
        assertEquals(
                signatures.size(),
                signatures.stream().map(Signature::name).distinct().count());
        for (Signature one : signatures) {
            assertTrue(one.path().size() <= 2, one.name());
            one.path()
                    .forEach(word ->
                            assertTrue(word.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") && word.length() <= 32, word));
            describes(one.name(), one.description());
            for (Parameter parameter : one.parameters()) {
                assertTrue(parameter.name().matches("[a-z]{1,32}"), one.name() + " " + parameter.name());
                describes(one.name() + " " + parameter.name(), parameter.description());
            }
        }
    }

    private static void describes(String what, String description) {
        assertTrue(!description.isBlank() && description.length() <= 100, what + ": " + description);
        assertTrue(!description.endsWith("."), what + ": descriptions are no sentences");
    }

    /** The loopback refuses what Discord refuses. */
    @Test
    void discordTakesEveryCommand() {
        try (LoopbackDiscord discord = LoopbackDiscord.start();
                DiscordBot bot = new DiscordBot(new DiscordSetup(
                        discord::token,
                        discord.apiUrl(),
                        pitboard.router(),
                        presentation,
                        () -> pitboard.help().greeting(Platform.DISCORD),
                        new RecordedNews(),
                        InstantSource.system(),
                        Duration.ofSeconds(60),
                        5_000))) {
            bot.start();
            discord.recorder().awaitCommands();
            assertEquals(signatures.stream().map(Signature::name).collect(Collectors.toSet()), registered(discord));
            for (JsonNode command : discord.recorder().commands()) {
                boolean ofStewards = signatures.stream()
                        .anyMatch(s -> s.access() == Signature.Access.STEWARDS
                                && s.path()
                                        .getFirst()
                                        .equals(command.path("name").asText()));
                assertTrue(
                        !ofStewards
                                || command.path("default_member_permissions").isNull(),
                        command + " would be hidden from stewards");
            }
        }
    }

    private static Set<String> registered(LoopbackDiscord discord) {
        Set<String> names = new HashSet<>();
        for (JsonNode command : discord.recorder().commands()) {
            String word = command.path("name").asText();
            List<JsonNode> subcommands = command.path("options")
                    .valueStream()
                    .filter(option -> option.path("type").asInt() == SUBCOMMAND)
                    .toList();
            if (subcommands.isEmpty()) {
                names.add(word);
            }
            subcommands.forEach(sub -> names.add(word + " " + sub.path("name").asText()));
        }
        return names;
    }

    /** The loopback refuses what Telegram refuses. */
    @Test
    void telegramTakesEveryCommand() {
        try (LoopbackTelegram telegram = LoopbackTelegram.start();
                TelegramConnection connection = new TelegramConnection(
                        new TelegramSettings(new BotToken(telegram.token()), telegram.apiUrl()),
                        pitboard.router(),
                        presentation,
                        () -> pitboard.help().greeting(Platform.TELEGRAM),
                        new RecordedNews(),
                        InstantSource.system())) {
            connection.start();
            telegram.recorder().awaitPoll();
            assertEquals(List.of(), telegram.recorder().mistakes());
            Set<String> words = signatures.stream()
                    .map(s -> s.path().getFirst().replace('-', '_'))
                    .collect(Collectors.toSet());
            for (String scope : List.of("all_private_chats", "all_group_chats")) {
                Map<String, String> menu = telegram.recorder().commands().get(CommandScope.of(scope));
                assertEquals(words, menu == null ? Set.of() : menu.keySet(), scope);
            }
        }
    }

    @Test
    void everyCommandHasGoldenCasesThatEveryPlatformKeeps() throws IOException {
        List<String> cases = Stream.of(GuideCases.all(), RemindersCases.all(), ByHandCases.all(), ImportCases.all())
                .flatMap(List::stream)
                .map(GuideCases.Case::name)
                .toList();
        assertEquals(cases.size(), Set.copyOf(cases).size(), "two cases with one name");
        for (Signature one : signatures) {
            String prefix = one.name().replace(' ', '-');
            assertTrue(
                    cases.stream().anyMatch(c -> c.equals(prefix) || c.startsWith(prefix + "-")),
                    one.name() + " has no golden case");
        }
        for (Platform platform : Platform.values()) {
            Path folder = Path.of("src", "test", "resources", "golden", platform.word());
            for (String one : cases) {
                assertTrue(Files.exists(folder.resolve(one + ".txt")), platform + " has no golden file for " + one);
            }
        }
    }

    @Test
    void theReferenceIsUpToDate() throws IOException {
        Path file = Path.of("docs", "commands.md");
        String reference = CommandReference.of(signatures);
        if ("record".equals(System.getProperty("golden"))) {
            Files.writeString(file, reference);
        }
        assertEquals(Files.readString(file), reference, "-Dgolden=record writes it anew");
    }

    private static String text(Span span) {
        return switch (span) {
            case Span.Role(String id) -> id;
            case Span.Text(String text) -> text;
            case Span.Strong(String text) -> text;
            case Span.Code(String text) -> text;
            case Span.Link(String label, var _) -> label;
            case Span.Moment _, Span.TrackTime _ -> "";
        };
    }
}

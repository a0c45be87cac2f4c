package dev.pitboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.card.Card;
import dev.pitboard.card.Presentation;
import dev.pitboard.card.Tone;
import dev.pitboard.command.Router;
import dev.pitboard.delivery.RecordedNews;
import dev.pitboard.discord.DiscordBot;
import dev.pitboard.discord.DiscordSetup;
import dev.pitboard.importing.Desk;
import dev.pitboard.importing.command.ImportCommands;
import dev.pitboard.loopback.discord.FakeChannel;
import dev.pitboard.loopback.discord.FakeGuild;
import dev.pitboard.loopback.discord.FakeUser;
import dev.pitboard.loopback.discord.LoopbackDiscord;
import dev.pitboard.loopback.discord.Permissions;
import dev.pitboard.loopback.discord.PostedMessage;
import dev.pitboard.loopback.telegram.LoopbackTelegram;
import dev.pitboard.loopback.telegram.Person;
import dev.pitboard.revision.Stewards.Steward;
import dev.pitboard.telegram.BotToken;
import dev.pitboard.telegram.TelegramConnection;
import dev.pitboard.telegram.TelegramSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files and long texts on their way from people to the import, through the real clients. */
final class ImportLoopbackTest {
    private static final byte[] RELEASE = Desk.RELEASE.getBytes(StandardCharsets.UTF_8);
    private static final byte[] LARGE = new byte[5 << 20];

    private final Desk desk = new Desk();
    private final Router router = new Router(ImportCommands.of(desk.imports, desk.stewards));
    private final Presentation presentation = new Presentation(false, ZoneOffset.UTC, () -> desk.now);

    private static Card hello() {
        return Card.titled(Tone.INFO, "Hello").build();
    }

    @Test
    void anAttachmentOfDiscordIsReadAnsweredAndApproved() {
        try (LoopbackDiscord discord = LoopbackDiscord.start();
                DiscordBot bot = new DiscordBot(new DiscordSetup(
                        discord::token,
                        discord.apiUrl(),
                        router,
                        presentation,
                        ImportLoopbackTest::hello,
                        new RecordedNews(),
                        InstantSource.system(),
                        Duration.ofSeconds(60),
                        100))) {
            FakeGuild guild = discord.world().guild("GT4 fans");
            FakeChannel channel = guild.text("general");
            FakeUser boss = discord.world().user("Boss");
            guild.member(boss, Permissions.MANAGE_GUILD);
            bot.start();
            discord.recorder().awaitCommands();

            PostedMessage preview = discord.slash(
                            boss, channel, "import read", Map.of("file", discord.file("release.txt", RELEASE)))
                    .answer();
            assertTrue(preview.text().contains("5 new, 1 question"), preview.text());
            assertTrue(preview.isEphemeral());
            PostedMessage answered = discord.press(
                            boss, preview, preview.button("1: new").customId())
                    .answer();
            PostedMessage refused = discord.press(
                            boss, answered, answered.button("Approve").customId())
                    .answer();
            assertTrue(refused.text().contains("./pitboard steward add discord:" + boss.id()), refused.text());
            desk.stewards.add(new Steward("discord:" + boss.id(), null));
            PostedMessage approved = discord.press(
                            boss, answered, answered.button("Approve").customId())
                    .answer();
            assertTrue(approved.text().contains("in force"), approved.text());
            assertEquals(5, desk.season().rounds().getFirst().sessions().size());

            PostedMessage large = discord.slash(
                            boss, channel, "import read", Map.of("file", discord.file("large.txt", LARGE)))
                    .answer();
            assertTrue(large.text().contains("larger than 4 MiB"), large.text());
        }
    }

    @Test
    void documentsAndTextsOfTelegramAreRead() {
        try (LoopbackTelegram telegram = LoopbackTelegram.start();
                TelegramConnection connection = new TelegramConnection(
                        new TelegramSettings(new BotToken(telegram.token()), telegram.apiUrl()),
                        router,
                        presentation,
                        ImportLoopbackTest::hello,
                        new RecordedNews(),
                        InstantSource.system())) {
            connection.start();
            telegram.recorder().awaitPoll();
            Person ana = telegram.world().person("Ana");
            long chat = telegram.world().privateChat(ana);

            telegram.events().sends(ana, chat, "release.txt", RELEASE, "/import");
            awaitText(telegram, chat, "Import 1: 5 new", "Read from release.txt");

            int document = telegram.events().sends(ana, chat, "release.txt", RELEASE, "");
            telegram.events().answers(ana, chat, document, "/import");
            awaitText(telegram, chat, "Import 2: 5 new", "Read from release.txt");

            telegram.events().says(ana, chat, "/import " + Desk.RELEASE);
            awaitText(telegram, chat, "Import 3: 5 new", "Read from pasted text");

            int text = telegram.events().says(ana, chat, Desk.RELEASE);
            telegram.events().answers(ana, chat, text, "/import");
            awaitText(telegram, chat, "Import 4: 5 new", "Read from the message");

            telegram.events().sends(ana, chat, "large.txt", LARGE, "/import");
            awaitText(telegram, chat, "larger than 4 MiB", "large.txt");
            assertTrue(
                    telegram.recorder().mistakes().isEmpty(),
                    telegram.recorder().mistakes()::toString);
        }
    }

    private static void awaitText(LoopbackTelegram telegram, long chat, String... parts) {
        telegram.recorder().awaitMessage(chat, m -> Arrays.stream(parts).allMatch(m.text()::contains));
    }
}

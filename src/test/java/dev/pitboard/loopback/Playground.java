package dev.pitboard.loopback;

import dev.pitboard.loopback.discord.FakeChannel;
import dev.pitboard.loopback.discord.FakeGuild;
import dev.pitboard.loopback.discord.FakeRole;
import dev.pitboard.loopback.discord.FakeUser;
import dev.pitboard.loopback.discord.LoopbackDiscord;
import dev.pitboard.loopback.discord.Permissions;
import dev.pitboard.loopback.discord.PostedMessage;
import dev.pitboard.loopback.telegram.LoopbackTelegram;
import dev.pitboard.loopback.telegram.Person;
import dev.pitboard.loopback.telegram.SentMessage;
import dev.pitboard.loopback.telegram.Standing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Starts a loopback Discord and Telegram with a server, a role, a group and a private chat, writes how to reach them to the
 * file named in the first argument (to be sourced by a shell), and plays people: {@code d <slash command> [option=value …]},
 * {@code t <text>} in the group, {@code p <text>} in private, {@code m} for all messages, {@code quit}.
 */
public final class Playground {
    private final LoopbackDiscord discord = LoopbackDiscord.start();
    private final LoopbackTelegram telegram = LoopbackTelegram.start();
    private final FakeGuild server = discord.world().guild("GT4 fans");
    private final FakeChannel channel = server.text("race-day");
    private final FakeRole role = server.role("Race fans", true);
    private final FakeUser manager = discord.world().user("Maja");
    private final Person admin = telegram.world().person("Jonas");
    private final long group = telegram.world().supergroup("Paddock");
    private final long direct = telegram.world().privateChat(admin);
    private int shownOnDiscord;
    private final Map<Long, Integer> shownOnTelegram = new HashMap<>();

    private Playground() {
        server.member(manager, Permissions.MANAGE_GUILD);
        telegram.world().member(group, admin, Standing.ADMINISTRATOR);
    }

    public static void main(String[] args) throws IOException {
        Playground playground = new Playground();
        Files.writeString(Path.of(args[0]), playground.environment());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && !line.equals("quit"); line = lines.readLine()) {
                playground.play(line);
            }
        }
        System.exit(0);
    }

    private String environment() {
        return String.join(
                "\n",
                "export DISCORD_API_URL=" + discord.apiUrl(),
                "export DISCORD_TOKEN='" + discord.token() + "'",
                "export TELEGRAM_API_URL=" + telegram.apiUrl(),
                "export TELEGRAM_TOKEN='" + telegram.token() + "'",
                "");
    }

    private void play(String line) {
        String rest = line.length() > 2 ? line.substring(2) : "";
        try {
            switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                case 'd' -> slash(rest);
                case 't' -> telegram.events().says(admin, group, rest);
                case 'p' -> telegram.events().says(admin, direct, rest);
                case 'm' -> showMessages();
                default -> System.out.println("d <slash command>, t <group text>, p <private text>, m, quit");
            }
        } catch (RuntimeException | AssertionError refused) {
            System.out.println("refused: " + refused.getMessage());
        }
    }

    private void slash(String line) {
        Map<String, Object> options = new HashMap<>();
        StringBuilder path = new StringBuilder();
        for (String word : List.of(line.split(" ", -1))) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                String name = word.substring(0, equals);
                options.put(
                        name,
                        name.equals("role") ? role : word.substring(equals + 1).replace('+', ' '));
            } else {
                path.append(path.isEmpty() ? "" : " ").append(word);
            }
        }
        print(
                "Discord answer",
                discord.slash(manager, channel, path.toString(), options).answer());
    }

    private void showMessages() {
        List<PostedMessage> posts = discord.recorder().messages(channel);
        posts.stream().skip(shownOnDiscord).forEach(post -> print("Discord post", post));
        shownOnDiscord = posts.size();
        for (long chat : List.of(group, direct)) {
            List<SentMessage> sent = telegram.recorder().messages(chat);
            sent.stream().skip(shownOnTelegram.getOrDefault(chat, 0)).forEach(this::print);
            shownOnTelegram.put(chat, sent.size());
        }
        System.out.println("refusals on Discord: " + discord.recorder().invalidRequests() + ", mistakes on Telegram: "
                + telegram.recorder().mistakes());
    }

    private static void print(String what, PostedMessage post) {
        System.out.println(
                "--- " + what + (post.isEphemeral() ? " (only for you)" : "") + " pings " + post.pingedRoles());
        System.out.println(post.text());
        System.out.println(
                post.buttons().stream().map(b -> "[" + b.label() + "]").collect(Collectors.joining(" ")));
    }

    private void print(SentMessage message) {
        System.out.println("--- Telegram " + message.at());
        System.out.println(message.html());
        System.out.println(
                message.buttons().stream().map(b -> "[" + b.text() + "]").collect(Collectors.joining(" ")));
    }
}

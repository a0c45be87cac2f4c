package dev.pitboard.loopback.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connecting, losing the connection and coming back, with the real JDA and with a bare websocket. */
final class GatewayTest {
    private final LoopbackDiscord discord = LoopbackDiscord.start();
    private final FakeUser fan = discord.world().user("Fan");

    @AfterEach
    void close() {
        discord.close();
    }

    @Test
    void jdaResumesAndHearsWhatItMissed() {
        FakeChannel channel = discord.world().guild("GT4 fans").text("general");
        try (RealJda jda = ready()) {
            discord.gateway().disconnect(4000);
            PendingInteraction missed = discord.slash(fan, channel, "ping", Map.of());

            assertEquals("pong", missed.answer().content());
            assertEquals(1, discord.gateway().resumes());
            assertEquals(1, discord.gateway().identifies().size());
            discord.await("JDA connected", () -> jda.api().getStatus() == JDA.Status.CONNECTED);
        }
    }

    @Test
    void jdaComesBackAfterAnOutage() {
        FakeChannel channel = discord.world().guild("GT4 fans").text("general");
        try (RealJda jda = ready()) {
            discord.faults().outage(true);
            assertFalse(discord.gateway().connected());
            discord.await(
                    "JDA tried in vain",
                    () -> discord.recorder().requests().stream()
                            .anyMatch(request -> request.path().equals("/resume") && request.status() == 503));
            assertEquals(0, discord.gateway().resumes());

            discord.faults().outage(false);
            discord.gateway().awaitConnected();

            assertEquals("pong", discord.slash(fan, channel, "ping").answer().content());
            discord.await("JDA connected", () -> jda.api().getStatus() == JDA.Status.CONNECTED);
        }
    }

    @Test
    void restIsOutDuringAnOutage() {
        try (RawClient client = new RawClient(discord)) {
            discord.faults().outage(true);
            assertEquals(503, client.get("users/@me").status());
            discord.faults().outage(false);
            assertEquals(200, client.get("users/@me").status());
        }
    }

    @Test
    void jdaStopsAtABadToken() {
        assertThrows(
                InvalidTokenException.class,
                () -> RealJda.signIn(discord, "bad").close());
        assertTrue(discord.recorder().count(401) > 0);
        assertEquals(0, discord.gateway().identifies().size());
    }

    @Test
    void jdaDoesNotReconnectAfterARevokedToken() {
        try (RealJda jda = ready()) {
            JDA api = jda.api();
            discord.gateway().disconnect(4004);

            discord.await("JDA shut down", () -> api.getStatus() == JDA.Status.SHUTDOWN);
            assertEquals(1, discord.gateway().identifies().size());
        }
    }

    @Test
    void serversByTheHundred() {
        for (int i = 0; i < 400; i++) {
            FakeGuild guild = discord.world().guild("guild " + i);
            guild.text("general").thread("round");
            guild.role("racers", true);
        }
        try (RealJda jda = RealJda.connect(discord)) {
            assertEquals(400, jda.api().getGuilds().size());
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "4001 | {'op':77}",
                "4002 | no JSON",
                "4003 | {'op':3,'d':{}}",
                "4004 | {'op':2,'d':{'token':'bad','intents':1}}",
                "4010 | {'op':2,'d':{'token':'TOKEN','intents':1,'shard':[2,2]}}",
                "4013 | {'op':2,'d':{'token':'TOKEN','intents':-5}}",
                "4014 | {'op':2,'d':{'token':'TOKEN','intents':32769}}",
                "4004 | {'op':6,'d':{'token':'bad','session_id':'x','seq':1}}",
            })
    void refuses(int code, String payload) {
        try (RawGateway gateway = new RawGateway(gatewayUrl())) {
            if (code == 4001) {
                gateway.identify(discord.token(), 1);
            }
            gateway.send(payload.replace("TOKEN", discord.token()));

            assertEquals(code, gateway.awaitClose());
        }
    }

    @Test
    void refusesASecondIdentifyAndHugePayloads() {
        try (RawGateway twice = new RawGateway(gatewayUrl());
                RawGateway huge = new RawGateway(gatewayUrl())) {
            twice.identify(discord.token(), 1);
            twice.identify(discord.token(), 1);
            huge.send("{'op':1,'d':'" + "x".repeat(4096) + "'}");

            assertEquals(4005, twice.awaitClose());
            assertEquals(4002, huge.awaitClose());
        }
    }

    @Test
    void aSessionThatWasLeftCannotBeResumed() {
        String session;
        try (RawGateway gateway = new RawGateway(gatewayUrl())) {
            gateway.identify(discord.token(), 1);
            session = gateway.awaitDispatch("READY").path("session_id").asText();
            gateway.leave(1000);
            gateway.awaitClose();
        }
        discord.gateway().awaitDisconnected();
        try (RawGateway gateway = new RawGateway(gatewayUrl())) {
            gateway.send("{'op':6,'d':{'token':'" + discord.token() + "','session_id':'" + session + "','seq':1}}");

            assertFalse(gateway.await(message -> message.path("op").asInt() == 9)
                    .path("d")
                    .asBoolean());
        }
    }

    @Test
    void withoutItsIntentNothingIsSaidOfGuilds() {
        FakeGuild guild = discord.world().guild("GT4 fans");
        try (RawGateway gateway = new RawGateway(gatewayUrl())) {
            gateway.identify(discord.token(), 0);
            gateway.awaitDispatch("READY");
            guild.text("new");
            gateway.send("{'op':1,'d':null}");
            gateway.await(message -> message.path("op").asInt() == 11);

            assertFalse(gateway.has("CHANNEL_CREATE"));
        }
    }

    private RealJda ready() {
        RealJda jda = RealJda.connect(discord);
        jda.on((_, event) -> {
            if (event instanceof SlashCommandInteractionEvent slash) {
                slash.reply("pong").queue();
            }
        });
        jda.api()
                .updateCommands()
                .addCommands(Commands.slash("ping", "Answers pong"))
                .complete();
        return jda;
    }

    private String gatewayUrl() {
        try (RawClient client = new RawClient(discord)) {
            return client.get("gateway/bot").body().path("url").asText();
        }
    }
}

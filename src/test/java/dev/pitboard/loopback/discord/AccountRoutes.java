package dev.pitboard.loopback.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The bot's own account, the gateway's address and looking up channels, guilds and people. */
final class AccountRoutes {
    private final World world;
    private final Gateway gateway;
    private final String gatewayUrl;

    AccountRoutes(World world, Gateway gateway, String gatewayUrl) {
        this.world = world;
        this.gateway = gateway;
        this.gatewayUrl = gatewayUrl;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "users/@me", _ -> Answer.ok(Wire.self(world.bot()))),
                Route.of("POST", "users/@me/channels", this::openDirect),
                Route.of("GET", "users/{}", this::user),
                Route.of("GET", "applications/@me", _ -> application()),
                Route.of("GET", "oauth2/applications/@me", _ -> application()),
                Route.byToken("GET", "gateway", _ -> Answer.ok(Wire.object().put("url", gatewayUrl))),
                Route.of("GET", "gateway/bot", _ -> gatewayBot()),
                Route.of("GET", "channels/{}", this::channel),
                Route.of("POST", "channels/{}/typing", this::typing),
                Route.of("GET", "guilds/{}", this::guild));
    }

    private Answer application() {
        ObjectNode json = Wire.object()
                .put("id", world.applicationId())
                .put("name", world.bot().name())
                .put("description", "")
                .put("bot_public", true)
                .put("bot_require_code_grant", false)
                .put("verify_key", "00")
                .put("flags", 0)
                .put("approximate_guild_count", joined());
        json.putNull("icon").putNull("team");
        json.set("bot", Wire.user(world.bot()));
        json.set("owner", Wire.user(new FakeUser("1000000000000000001", "Owner", "en-US", false)));
        json.putArray("tags");
        json.putArray("redirect_uris");
        return Answer.ok(json);
    }

    private long joined() {
        return world.guilds().stream().filter(FakeGuild::joined).count();
    }

    private Answer gatewayBot() {
        ObjectNode json = Wire.object().put("url", gatewayUrl).put("shards", (int) (joined() / 1000) + 1);
        json.putObject("session_start_limit")
                .put("total", 1000)
                .put("remaining", gateway.sessionStartsLeft())
                .put("reset_after", 86_400_000)
                .put("max_concurrency", 1);
        return Answer.ok(json);
    }

    private Answer openDirect(Call call) {
        FakeUser user = world.userById(call.body().path("recipient_id").asText());
        if (user == null) {
            throw new Refusal(404, 10013, "Unknown User");
        }
        if (user.bot()) {
            throw new Refusal(400, 50007, "Cannot send messages to this user");
        }
        return Answer.ok(Wire.channel(world.directMessages(user)));
    }

    private Answer user(Call call) {
        FakeUser user = world.userById(call.name(0));
        if (user == null) {
            throw new Refusal(404, 10013, "Unknown User");
        }
        return Answer.ok(Wire.user(user));
    }

    private Answer channel(Call call) {
        return Answer.ok(world.channel(call.name(0)).json());
    }

    private Answer typing(Call call) {
        MessageRoutes.mayPost(world.channel(call.name(0)));
        return Answer.empty();
    }

    private Answer guild(Call call) {
        FakeGuild guild = world.guildById(call.name(0));
        if (guild == null || !guild.joined()) {
            throw new Refusal(404, 10004, "Unknown Guild");
        }
        return Answer.ok(Wire.guild(guild));
    }
}

package dev.pitboard.telegram;

import com.pengrad.telegrambot.model.BotCommand;
import com.pengrad.telegrambot.model.User;
import com.pengrad.telegrambot.model.botcommandscope.BotCommandScope;
import com.pengrad.telegrambot.model.botcommandscope.BotCommandScopeAllGroupChats;
import com.pengrad.telegrambot.model.botcommandscope.BotCommandScopeAllPrivateChats;
import com.pengrad.telegrambot.request.DeleteWebhook;
import com.pengrad.telegrambot.request.GetMe;
import com.pengrad.telegrambot.request.GetMyCommands;
import com.pengrad.telegrambot.request.GetWebhookInfo;
import com.pengrad.telegrambot.request.SetMyCommands;
import com.pengrad.telegrambot.response.BaseResponse;
import com.pengrad.telegrambot.response.GetMeResponse;
import com.pengrad.telegrambot.response.GetMyCommandsResponse;
import com.pengrad.telegrambot.response.GetWebhookInfoResponse;
import dev.pitboard.command.Signature;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is settled with Telegram before the first poll: who we are, that no webhook takes our updates, and the command menu. */
final class Introduction {
    private static final Logger log = LoggerFactory.getLogger(Introduction.class);

    private final BotClient client;
    private final List<BotCommand> menu;
    private volatile @Nullable User self;

    Introduction(BotClient client, List<Signature> signatures) {
        this.client = client;
        this.menu = menu(signatures);
    }

    /** Who we are, once Telegram has said so. */
    @Nullable
    User self() {
        return self;
    }

    /** Settles it all, or gives back what failed; may be tried again. */
    @Nullable
    Reply<?> settle() {
        Reply<GetMeResponse> me = client.call(new GetMe());
        if (!(me instanceof Reply.Done<GetMeResponse>(GetMeResponse response))) {
            return me;
        }
        self = response.user();
        Reply<?> failed = endWebhook();
        if (failed == null) {
            failed = register(new BotCommandScopeAllPrivateChats());
        }
        return failed != null ? failed : register(new BotCommandScopeAllGroupChats());
    }

    private @Nullable Reply<?> endWebhook() {
        Reply<GetWebhookInfoResponse> info = client.call(new GetWebhookInfo());
        if (!(info instanceof Reply.Done<GetWebhookInfoResponse>(GetWebhookInfoResponse response))) {
            return info;
        }
        String url = response.webhookInfo().url();
        if (url == null || url.isEmpty()) {
            return null;
        }
        log.warn("A webhook was set for this bot, so that it could not be polled; it is removed");
        Reply<BaseResponse> gone = client.call(new DeleteWebhook());
        return gone instanceof Reply.Done<BaseResponse> ? null : gone;
    }

    private @Nullable Reply<?> register(BotCommandScope scope) {
        Reply<GetMyCommandsResponse> there = client.call(new GetMyCommands().scope(scope));
        if (!(there instanceof Reply.Done<GetMyCommandsResponse>(GetMyCommandsResponse response))) {
            return there;
        }
        if (menu.equals(Arrays.asList(response.commands()))) {
            return null;
        }
        Reply<BaseResponse> set = client.call(new SetMyCommands(menu.toArray(BotCommand[]::new)).scope(scope));
        if (set instanceof Reply.Refused<BaseResponse> refused && refused.code() == 400) {
            log.error("Telegram does not take the command menu: {}", refused.description());
            return null;
        }
        return set instanceof Reply.Done<BaseResponse> ? null : set;
    }

    private static List<BotCommand> menu(List<Signature> signatures) {
        Map<String, String> menu = new LinkedHashMap<>();
        for (Signature signature : signatures) {
            String word = CommandNames.inMenu(signature.path().getFirst());
            if (signature.path().size() == 1) {
                menu.put(word, signature.description());
            } else {
                String last = signature.path().getLast();
                menu.merge(word, "Add: " + last, (before, _) -> before + ", " + last);
            }
        }
        return menu.entrySet().stream()
                .limit(Limits.COMMANDS)
                .map(entry -> new BotCommand(entry.getKey(), shortened(entry.getValue())))
                .toList();
    }

    private static String shortened(String description) {
        return description.length() <= Limits.DESCRIPTION
                ? description
                : description.substring(0, Limits.DESCRIPTION - 1) + "…";
    }
}

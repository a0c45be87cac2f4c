package dev.pitboard.telegram;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.utility.BotUtils;
import java.io.IOException;
import java.util.Set;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes out of answers what the library might not be able to read. One such update would hold up all others for ever; a
 * message of ours that comes back unreadable would look as if it may not have arrived, and would be sent again.
 */
final class ReadableAnswers implements Interceptor {
    private static final Logger log = LoggerFactory.getLogger(ReadableAnswers.class);

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String method = chain.request().url().pathSegments().getLast();
        if ((!method.equals("getUpdates") && !method.equals("sendMessage")) || response.code() != 200) {
            return response;
        }
        ResponseBody body = response.body();
        return response.newBuilder()
                .body(ResponseBody.create(readable(body.string()), body.contentType()))
                .build();
    }

    private static String readable(String body) {
        try {
            JsonElement answer = JsonParser.parseString(body);
            return answer instanceof JsonObject object && simplified(object) ? answer.toString() : body;
        } catch (JsonParseException e) {
            // The library will say so too.
            return body;
        }
    }

    /** Whether anything was changed. */
    private static boolean simplified(JsonObject answer) {
        return switch (answer.get("result")) {
            case JsonArray updates -> emptyUnreadable(updates);
            case JsonObject message -> message.keySet().retainAll(Set.of("message_id"));
            case null, default -> false;
        };
    }

    private static boolean emptyUnreadable(JsonArray updates) {
        boolean changed = false;
        for (int i = 0; i < updates.size(); i++) {
            if (!readable(updates.get(i))) {
                updates.set(i, emptied(updates.get(i).getAsJsonObject()));
                changed = true;
            }
        }
        return changed;
    }

    private static boolean readable(JsonElement update) {
        try {
            return !update.isJsonObject() || BotUtils.GSON.fromJson(update, Update.class) != null;
        } catch (RuntimeException e) {
            log.error(
                    "update {} can't be read and is left out: {}",
                    update.getAsJsonObject().get("update_id"),
                    e.getClass().getSimpleName());
            return false;
        }
    }

    private static JsonObject emptied(JsonObject update) {
        var empty = new JsonObject();
        empty.add("update_id", update.get("update_id"));
        return empty;
    }
}

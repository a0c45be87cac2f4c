package dev.pitboard.telegram;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.utility.BotUtils;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Empties updates that the library can't read, such as a new kind it knows wrongly: one of them would hold up all others for ever. */
final class ReadableUpdates implements Interceptor {
    private static final Logger log = LoggerFactory.getLogger(ReadableUpdates.class);

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (!chain.request().url().pathSegments().getLast().equals("getUpdates") || response.code() != 200) {
            return response;
        }
        ResponseBody body = response.body();
        String readable = readable(body.string());
        return response.newBuilder()
                .body(ResponseBody.create(readable, body.contentType()))
                .build();
    }

    private static String readable(String body) {
        try {
            JsonElement answer = JsonParser.parseString(body);
            if (!answer.isJsonObject() || !(answer.getAsJsonObject().get("result") instanceof JsonArray updates)) {
                return body;
            }
            boolean changed = false;
            for (int i = 0; i < updates.size(); i++) {
                if (!readable(updates.get(i))) {
                    updates.set(i, emptied(updates.get(i).getAsJsonObject()));
                    changed = true;
                }
            }
            return changed ? answer.toString() : body;
        } catch (JsonParseException e) {
            // The library will say so too.
            return body;
        }
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

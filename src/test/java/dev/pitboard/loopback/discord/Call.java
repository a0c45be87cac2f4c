package dev.pitboard.loopback.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import okhttp3.HttpUrl;

/** One request on its way to the code that answers it: what its path names, its query and its JSON. */
record Call(List<String> names, HttpUrl url, JsonNode body) {
    String name(int index) {
        return names.get(index);
    }

    /** What the query says under this name; empty for nothing. */
    String query(String name) {
        String given = url.queryParameter(name);
        return given == null ? "" : given;
    }

    int limit(int usual) {
        String given = url.queryParameter("limit");
        try {
            return given == null ? usual : Integer.parseInt(given);
        } catch (NumberFormatException _) {
            throw Refusal.form("limit", "Value is not int.");
        }
    }
}

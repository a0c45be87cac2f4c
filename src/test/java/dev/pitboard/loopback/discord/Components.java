package dev.pitboard.loopback.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The numbers of the component types and a walk through a tree of them. */
final class Components {
    static final int ROW = 1;
    static final int BUTTON = 2;
    static final int STRING_SELECT = 3;
    static final int USER_SELECT = 5;
    static final int CHANNEL_SELECT = 8;
    static final int SECTION = 9;
    static final int TEXT_DISPLAY = 10;
    static final int THUMBNAIL = 11;
    static final int GALLERY = 12;
    static final int FILE = 13;
    static final int SEPARATOR = 14;
    static final int CONTAINER = 17;

    private Components() {}

    static int type(JsonNode component) {
        return component.path("type").asInt(0);
    }

    static boolean isSelect(int type) {
        return type == STRING_SELECT || (type >= USER_SELECT && type <= CHANNEL_SELECT);
    }

    static boolean isV2(int type) {
        return type >= SECTION;
    }

    /** Every component, nested ones and accessories too, parents first. */
    static List<JsonNode> all(Iterable<JsonNode> top) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode component : top) {
            found.add(component);
            found.addAll(all(component.path("components")));
            if (component.has("accessory")) {
                found.addAll(all(List.of(component.path("accessory"))));
            }
        }
        return found;
    }

    static List<JsonNode> all(Iterable<JsonNode> top, int type) {
        return all(top).stream().filter(component -> type(component) == type).toList();
    }
}

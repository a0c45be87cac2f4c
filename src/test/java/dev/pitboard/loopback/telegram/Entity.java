package dev.pitboard.loopback.telegram;

import java.util.Map;

/**
 * A formatted part of a message.
 *
 * @param type as on the wire: bold, italic, code, pre, text_link, date_time, ...
 * @param offset in UTF-16 units
 * @param length in UTF-16 units
 * @param details the other fields as on the wire: url, language, unix_time, date_time_format, custom_emoji_id
 */
public record Entity(String type, int offset, int length, Map<String, String> details) {
    public Entity {
        details = Map.copyOf(details);
    }
}

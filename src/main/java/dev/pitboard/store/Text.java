package dev.pitboard.store;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.subscription.LeadTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How lists, chats and words stand in the tables. A list is {@code ,a,b,}, so that one LIKE finds a member. */
final class Text {
    private Text() {}

    static String kinds(Set<SessionKind> kinds) {
        return kinds.stream().sorted().map(SessionKind::word).collect(Collectors.joining(",", ",", ","));
    }

    static Set<SessionKind> kinds(String text) {
        EnumSet<SessionKind> kinds = EnumSet.noneOf(SessionKind.class);
        items(text).forEach(word -> kinds.add(SessionKind.valueOf(word.toUpperCase(Locale.ROOT))));
        return kinds;
    }

    static String leads(List<LeadTime> leads) {
        return leads.stream().map(l -> "" + minutes(l)).collect(Collectors.joining(",", ",", ","));
    }

    static List<LeadTime> leads(String text) {
        return items(text)
                .map(minutes -> LeadTime.ofMinutes(Long.parseLong(minutes)))
                .toList();
    }

    static int minutes(LeadTime lead) {
        return (int) lead.before().toMinutes();
    }

    /** The pattern that finds a list with that member. */
    static String having(String member) {
        return "%," + member + ",%";
    }

    private static Stream<String> items(String text) {
        return Arrays.stream(text.split(",", -1)).filter(item -> !item.isEmpty());
    }

    static ChatRef chat(String platform, String chat, String topic) {
        return new ChatRef(Platform.valueOf(platform.toUpperCase(Locale.ROOT)), chat, topic.isEmpty() ? null : topic);
    }

    /** A topic as it stands in a unique key, where null would not do. */
    static String topic(@Nullable String topic) {
        return topic == null ? "" : topic;
    }
}

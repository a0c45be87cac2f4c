package dev.pitboard.subscription.command;

import dev.pitboard.command.ChatCommand.Choice;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.UserError;
import dev.pitboard.subscription.LeadTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How long before the start, as people write it: {@code 1h, 10m}. */
final class LeadsArgument {
    static final String NAME = "before";

    private static final List<String> USUAL =
            List.of("1h,10m", "10m", "30m", "1h", "0", "10m,0", "1d,1h,10m", "1d", "2d", "7d");

    private LeadsArgument() {}

    static Parameter parameter() {
        return Parameter.words(
                NAME,
                "How long before the start, such as 1h,10m; 0 is the start itself; at most six. Default: 1h,10m",
                LeadTime::looksLikeOne,
                true);
    }

    /** As {@link LeadTime#parseAll} reads it, for a command line. */
    static String text(List<LeadTime> leads) {
        return leads.stream().map(LeadTime::text).collect(Collectors.joining(","));
    }

    /** What was typed, as it is understood, and the usual ones that begin like it. */
    static List<Choice> complete(String typed) {
        String begun = typed.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
        List<Choice> choices = new ArrayList<>();
        understood(typed).forEach(text -> choices.add(new Choice(text, text)));
        USUAL.stream()
                .filter(u -> u.startsWith(begun)
                        && choices.stream().noneMatch(c -> c.value().equals(u)))
                .forEach(u -> choices.add(new Choice(u, u)));
        return choices;
    }

    private static List<String> understood(String typed) {
        try {
            return typed.isBlank() ? List.of() : List.of(text(LeadTime.parseAll(typed)));
        } catch (UserError notYetComplete) {
            return List.of();
        }
    }
}

package dev.pitboard.motorsport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a series gives points. */
public record Points(List<Rule> rules) {
    public Points {
        rules = List.copyOf(rules);
    }

    /**
     * One rule.
     *
     * @param scale points for first place, second place and so on; empty where the rule is text only
     * @param confirmed false where no source states it for this series
     */
    public record Rule(
            String name,
            String text,
            List<Integer> scale,
            boolean confirmed,
            @Nullable Source source) {
        public Rule {
            scale = List.copyOf(scale);
        }
    }
}

package dev.pitboard.config;

import java.util.List;

/** Settings that can't be used: every problem, each a sentence that names the variable and what to do. */
public final class ConfigurationError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public ConfigurationError(List<String> problems) {
        super(String.join(" ", problems));
        this.problems = List.copyOf(problems);
    }

    public ConfigurationError(String problem) {
        this(List.of(problem));
    }

    public List<String> problems() {
        return problems;
    }
}

package dev.pitboard.reading.text;

import java.util.List;

/** A line with its tokens. */
record Scanned(int number, Text text, List<Token> tokens) {
    Clause clause() {
        return new Clause(text, tokens);
    }
}

package dev.pitboard.reading.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every text of the corpus, and of another folder with {@code -Dpitboard.corpus=DIR}. */
final class CorpusTest {
    private static final List<Corpus.Score> SCORES = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> reads() {
        String other = System.getProperty("pitboard.corpus", "");
        Stream<Path> texts = Corpus.texts(Path.of("src/test/resources/reading")).stream();
        Stream<Path> more = other.isEmpty() ? Stream.empty() : Corpus.texts(Path.of(other)).stream();
        return Stream.concat(texts, more)
                .map(text -> DynamicTest.dynamicTest(String.valueOf(text.getFileName()), () -> {
                    Corpus.Score score = Corpus.score(text);
                    SCORES.add(score);
                    assertEquals(
                            List.of(),
                            score.missed(),
                            () -> "missed; read instead " + score.wrong() + ", asked "
                                    + score.draft().questions());
                    assertEquals(List.of(), score.wrong(), "read, but not there");
                    if (score.asks() != null) {
                        assertEquals(score.asks(), score.asked(), "what is asked about");
                    }
                }));
    }

    @AfterAll
    static void report() {
        int there = SCORES.stream().mapToInt(Corpus.Score::there).sum();
        int found = SCORES.stream().mapToInt(Corpus.Score::found).sum();
        int wrong = SCORES.stream().mapToInt(s -> s.wrong().size()).sum();
        System.out.println("corpus: " + SCORES.size() + " texts, found " + found + " of " + there + " sessions, "
                + wrong + " false");
    }
}

package dev.pitboard.reading.json;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.text.Phrasebook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the keys of a series' sessions mean: its own {@code config.json}, and the words that come with the program.
 *
 * @param series null where nothing says which
 * @param minutes by session key
 */
record SeriesConfig(@Nullable String series, Map<String, Integer> minutes) {
    /**
     * What a key stands for.
     *
     * @param kind null where it is not known
     */
    record Meaning(
            String name,
            @Nullable SessionKind kind,
            @Nullable Integer minutes) {}

    private static final Pattern NUMBERED = Pattern.compile("(.*?)\\s?(\\d+)");
    private static final Map<String, String> WORDS = words();

    SeriesConfig {
        minutes = Map.copyOf(minutes);
    }

    /** @param config the file as JSON, or null where there is none */
    static SeriesConfig of(@Nullable Json config) {
        Map<String, Integer> minutes = new HashMap<>();
        if (config != null && config.get("sessionLengths") instanceof Json.Fields lengths) {
            for (String key : lengths.keys().keySet()) {
                Double length = lengths.number(key);
                if (length != null && length > 0 && length <= 2880) {
                    minutes.put(key, length.intValue());
                }
            }
        }
        String site = config == null ? "" : config.text("siteKey");
        return new SeriesConfig(site.isEmpty() ? null : WORDS.getOrDefault("series." + site, site), minutes);
    }

    Meaning meaning(String key, Phrasebook phrases) {
        Matcher numbered = NUMBERED.matcher(key);
        boolean more = numbered.matches();
        String word = WORDS.getOrDefault(key, more ? WORDS.getOrDefault(numbered.group(1), "") : "");
        if (word.isEmpty()) {
            String spaced = key.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").replace('_', ' ');
            return new Meaning(spaced, phrases.read(spaced).kind(), minutes.get(key));
        }
        String[] kindAndName = word.split(" ", 2);
        String number = more && !WORDS.containsKey(key) ? " " + numbered.group(2) : "";
        return new Meaning(
                kindAndName[1] + number,
                SessionKind.valueOf(kindAndName[0].toUpperCase(Locale.ROOT)),
                minutes.get(key));
    }

    private static Map<String, String> words() {
        InputStream in = Objects.requireNonNull(SeriesConfig.class.getResourceAsStream("/reading/sportstimes.keys"));
        Map<String, String> words = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] parts = line.split("\\s*=\\s*", 2);
                        words.put(parts[0], parts[1].strip());
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}

package dev.pitboard.seasons;

import dev.pitboard.motorsport.Link;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.Source;
import dev.pitboard.motorsport.Status;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks of single values that every file has; a null that was reported before stays null without another word. */
final class Words {
    private static final int LONGEST_NAME = 100;
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,24}");
    private static final List<String> COUNTRIES = Arrays.asList(Locale.getISOCountries());

    private Words() {}

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** A stable id, unique among {@code seen}, which it joins; the map's values are the lines of first use. */
    static @Nullable String id(@Nullable String id, Map<String, Integer> seen, At at) {
        if (id == null) {
            return null;
        }
        if (!isId(id)) {
            at.error("\"" + Shape.abridged(id) + "\" is not an id: 1 to 24 of a-z, 0-9 and -", slug(id));
            return null;
        }
        Integer first = seen.putIfAbsent(id, at.line());
        if (first != null) {
            at.error("the id \"" + id + "\" is already used on line " + first);
            return null;
        }
        return id;
    }

    /** The id a name would have; null where nothing is left of it. */
    static @Nullable String slug(String name) {
        String slug = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return isId(slug) ? slug : null;
    }

    /** A name that has to fit on a button or in a heading. */
    static @Nullable String name(@Nullable String name, At at) {
        if (name != null && name.codePointCount(0, name.length()) > LONGEST_NAME) {
            at.error("is longer than " + LONGEST_NAME + " characters");
            return null;
        }
        if (name != null && name.indexOf('\n') >= 0) {
            at.error("must stay on one line");
            return null;
        }
        return name;
    }

    static <T> List<T> list(@Nullable List<@Nullable T> items) {
        return items == null
                ? List.of()
                : items.stream().filter(Objects::nonNull).map(Words::known).toList();
    }

    private static <T> T known(@Nullable T item) {
        return Objects.requireNonNull(item);
    }

    static List<String> names(@Nullable List<@Nullable String> names, At at) {
        Map<String, Integer> seen = new HashMap<>();
        List<String> good = new ArrayList<>();
        for (int i = 0; names != null && i < names.size(); i++) {
            String name = name(names.get(i), at.index(i));
            if (name != null && seen.putIfAbsent(name, i) != null) {
                at.index(i).error("\"" + name + "\" is in this list twice");
            } else if (name != null) {
                good.add(name);
            }
        }
        return good;
    }

    static @Nullable SessionKind kind(@Nullable String word, At at) {
        return constant(word, Arrays.asList(SessionKind.values()), SessionKind::word, "a kind of session", at);
    }

    /** The status, scheduled where none is written. */
    static Status status(@Nullable String word, At at) {
        Status status = constant(word, Arrays.asList(Status.values()), Status::word, "a status", at);
        return status == null ? Status.SCHEDULED : status;
    }

    private static <T> @Nullable T constant(
            @Nullable String word, List<T> all, Function<T, String> words, String what, At at) {
        if (word == null) {
            return null;
        }
        for (T one : all) {
            if (words.apply(one).equals(word)) {
                return one;
            }
        }
        List<String> known = all.stream().map(words).toList();
        unknown(word, what, known, at);
        return null;
    }

    /** Says that {@code word} is not among the known ones, with the likeliest or, when they are few, all of them. */
    static void unknown(String word, String what, Collection<String> known, At at) {
        String guess = Guess.of(word, known);
        String others = guess == null && !known.isEmpty() && known.size() <= 40
                ? "; known are " + known.stream().sorted().collect(Collectors.joining(", "))
                : "";
        at.error("\"" + Shape.abridged(word) + "\" is not " + what + others, guess);
    }

    static @Nullable String country(@Nullable String country, At at) {
        if (country != null && !COUNTRIES.contains(country)) {
            String upper = country.toUpperCase(Locale.ROOT);
            at.error(
                    "\"" + Shape.abridged(country) + "\" is not a country code (ISO 3166-1, two capitals, such as SE)",
                    COUNTRIES.contains(upper) ? upper : byName(country));
            return null;
        }
        return country;
    }

    private static @Nullable String byName(String name) {
        return COUNTRIES.stream()
                .filter(code ->
                        Locale.of("", code).getDisplayCountry(Locale.ENGLISH).equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    static @Nullable URI uri(@Nullable String text, At at) {
        if (text == null) {
            return null;
        }
        try {
            URI uri = new URI(text);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException _) {
            // Said below, like every other address that can't be opened.
        }
        at.error("\"" + Shape.abridged(text) + "\" is not a web address such as https://example.org/live");
        return null;
    }

    static @Nullable Source source(@Nullable SourceFile file, At at) {
        if (file == null) {
            return null;
        }
        String name = name(file.name(), at.key("name"));
        URI url = uri(file.url(), at.key("url"));
        Instant instant = file.checked() == null ? null : instant(file.checked());
        var checked = file.checked() == null || instant != null ? null : Days.day(file.checked(), at.key("checked"));
        return name == null ? null : new Source(name, url, checked, instant);
    }

    /** The instant in a text such as {@code 2023-09-27T12:00:00Z}, or null where it is something else. */
    private static @Nullable Instant instant(String text) {
        if (!text.endsWith("Z")) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }

    static List<Source> sources(@Nullable List<@Nullable SourceFile> files, At at) {
        List<Source> sources = new ArrayList<>();
        for (int i = 0; files != null && i < files.size(); i++) {
            Source source = source(files.get(i), at.index(i));
            if (source != null) {
                sources.add(source);
            }
        }
        return sources;
    }

    static List<Link> links(@Nullable List<@Nullable LinkFile> files, At at) {
        List<Link> links = new ArrayList<>();
        for (int i = 0; files != null && i < files.size(); i++) {
            LinkFile file = files.get(i);
            if (file != null) {
                String label = name(file.label(), at.index(i).key("label"));
                URI url = uri(file.url(), at.index(i).key("url"));
                if (label != null) {
                    links.add(new Link(label, url));
                }
            }
        }
        return links;
    }

    static @Nullable Integer within(@Nullable Integer value, int least, int most, String what, At at) {
        if (value != null && (value < least || value > most)) {
            at.error(value + " is not " + what + " (" + least + " to " + most + ")");
            return null;
        }
        return value;
    }
}

package dev.pitboard.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.pitboard.motorsport.Change;
import dev.pitboard.motorsport.RoundId;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.motorsport.SessionTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Seasons and changes as JSON, exactly: what is read equals what was written. Its names are those of the glossary; what has no
 * value or no members is left out. Names that are not known are passed over, so that a later version may add some.
 */
final class Documents {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            .withConfigOverride(List.class, list -> {
                list.setInclude(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, null));
                list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
            })
            .addMixIn(SessionTime.class, AnyTime.class)
            .addMixIn(Change.class, AnyChange.class)
            .addModule(words())
            .build();

    private static final TypeReference<Series> SERIES = new TypeReference<>() {};
    private static final TypeReference<Season> SEASON = new TypeReference<>() {};
    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private Documents() {}

    /** Which time it is stands in the document. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "known")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = SessionTime.Exact.class, name = "start"),
        @JsonSubTypes.Type(value = SessionTime.DateOnly.class, name = "day"),
        @JsonSubTypes.Type(value = SessionTime.ToBeConfirmed.class, name = "nothing")
    })
    private interface AnyTime {}

    /** And of what a change is. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "of")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Change.OfSeason.class, name = "season"),
        @JsonSubTypes.Type(value = Change.OfRound.class, name = "round"),
        @JsonSubTypes.Type(value = Change.OfSession.class, name = "session")
    })
    private interface AnyChange {}

    /** A value that is one word in a document. */
    private static final class Word<T> extends FromStringDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> parse;

        Word(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        protected T _deserialize(String word, DeserializationContext context) {
            return parse.apply(word);
        }
    }

    private static SimpleModule words() {
        SimpleModule module = new SimpleModule("words");
        word(module, Instant.class, Instant::parse);
        word(module, LocalDate.class, LocalDate::parse);
        word(module, Duration.class, Duration::parse);
        word(module, ZoneId.class, ZoneId::of);
        word(module, RoundId.class, RoundId::parse);
        word(module, SessionId.class, SessionId::parse);
        return module;
    }

    private static <T> void word(SimpleModule module, Class<T> type, Function<String, T> parse) {
        module.addSerializer(type, ToStringSerializer.instance);
        module.addDeserializer(type, new Word<>(type, parse));
    }

    static String of(Series series) {
        return text(new Series(
                series.id(),
                series.name(),
                series.aliases(),
                series.kinds(),
                series.links(),
                series.format(),
                series.points(),
                series.source(),
                List.of()));
    }

    static String of(Season season) {
        return text(season);
    }

    static String of(List<Change> changes) {
        try {
            return JSON.writerFor(CHANGES).writeValueAsString(changes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("changes that can't be written", e);
        }
    }

    static String of(Map<String, String> answers) {
        return text(answers);
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document that can't be written", e);
        }
    }

    static Series series(String text) {
        return read(text, SERIES);
    }

    static Season season(String text) {
        return read(text, SEASON);
    }

    static List<Change> changes(String text) {
        return read(text, CHANGES);
    }

    static Map<String, String> answers(String text) {
        return read(text, ANSWERS);
    }

    private static <T> T read(String text, TypeReference<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document of the database that can't be read", e);
        }
    }
}

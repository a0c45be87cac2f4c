package dev.pitboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.config.Configuration;
import dev.pitboard.config.Setting;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What the container files name must exist and agree, since nothing here can run them. */
final class ContainerFilesTest {
    private static final Set<String> DRIVERS_AND_PROVIDERS = Set.of("postgresql", "flyway-database-postgresql");
    /** Reached by reflection only: Gson's way to make objects, and SASL for the mechanisms that naming asks for. */
    private static final Set<String> BY_REFLECTION = Set.of("jdk.unsupported", "java.security.sasl");

    private final List<Instruction> dockerfile = instructions();
    private final List<Instruction> image =
            dockerfile.subList(dockerfile.indexOf(only("FROM debian:stable-slim")), dockerfile.size());
    private final Map<String, Object> compose = compose();
    private final Map<String, Object> bot = map(map(compose, "services"), "pitboard");
    private final Map<String, Object> database = map(map(compose, "services"), "database");

    private record Instruction(String verb, String rest) {
        /** The parts of a JSON list, as ENTRYPOINT and its like have it in their exec form. */
        List<String> exec() {
            Object parts = new Load(LoadSettings.builder().build()).loadFromString(rest.replaceFirst("^.*?CMD ", ""));
            assertTrue(parts instanceof List<?>, verb + " is not in exec form, so signals would go to a shell");
            return ((List<?>) parts).stream().map(String::valueOf).toList();
        }

        List<String> words() {
            return List.of(rest.split("\\s+"));
        }
    }

    @Test
    void everyVariableIsASetting() {
        Map<String, String> variables = environment(bot);
        variables.keySet().forEach(ContainerFilesTest::assertIsSetting);
        Map<String, String> inImage = imageVariables();
        assertEquals("C.UTF-8", inImage.remove("LANG"), "else Java prints question marks");
        inImage.keySet().forEach(ContainerFilesTest::assertIsSetting);
        inImage.forEach((name, value) -> assertEquals(value, variables.getOrDefault(name, value), name));
    }

    @Test
    void theSettingsAreAccepted() throws IOException {
        Map<String, String> variables = new HashMap<>(imageVariables());
        variables.putAll(environment(bot));
        Path secret = Files.createTempFile("secret", "");
        variables.replaceAll((name, value) -> name.endsWith("_FILE") ? secret.toString() : value);
        Files.writeString(secret, "MTE.a.b\n");
        variables.remove("TELEGRAM_TOKEN_FILE");
        Configuration configuration = Configuration.from(variables);
        Files.delete(secret);
        assertEquals("jdbc:postgresql://database:5432/pitboard", configuration.databaseUrl());
        assertEquals("0.0.0.0", configuration.httpHost());
    }

    @Test
    void secretsAreDeclaredAndMounted() {
        for (Map<String, Object> service : List.of(bot, database)) {
            Set<String> named = environment(service).entrySet().stream()
                    .filter(entry -> entry.getKey().endsWith("_FILE"))
                    .map(entry -> afterPrefix("/run/secrets/", entry.getValue()))
                    .collect(Collectors.toSet());
            assertEquals(Set.copyOf(strings(service, "secrets")), named);
        }
        Map<String, Object> declared = map(compose, "secrets");
        assertEquals(Set.copyOf(strings(bot, "secrets")), declared.keySet());
        String ignored = read(".gitignore");
        String header = read("docker-compose.yml");
        declared.keySet().forEach(name -> {
            String file = string(map(declared, name), "file");
            assertEquals("./secrets/" + name, file);
            assertTrue(header.contains("> secrets/" + name + "\n"), "the header must say how to write " + file);
        });
        assertTrue(ignored.lines().anyMatch("/secrets/"::equals));
        for (Setting setting : Setting.values()) {
            assertFalse(setting.secret() && environment(bot).containsKey(setting.name()), setting + " as plain text");
        }
    }

    @Test
    void bothDatabaseEndsAgree() {
        Map<String, String> theirs = environment(database);
        Map<String, String> ours = environment(bot);
        assertEquals("jdbc:postgresql://database:5432/" + theirs.get("POSTGRES_DB"), ours.get("PITBOARD_DATABASE_URL"));
        assertEquals(theirs.get("POSTGRES_USER"), ours.get("PITBOARD_DATABASE_USER"));
        assertEquals(theirs.get("POSTGRES_PASSWORD_FILE"), ours.get("PITBOARD_DATABASE_PASSWORD_FILE"));
        assertEquals(
                List.of(
                        "CMD-SHELL",
                        "pg_isready -U " + theirs.get("POSTGRES_USER") + " -d " + theirs.get("POSTGRES_DB")),
                strings(map(database, "healthcheck"), "test"));
        assertEquals("service_healthy", string(map(map(bot, "depends_on"), "database"), "condition"));
    }

    @Test
    void volumesAreDeclaredAndWhereTheDataIs() {
        String data = imageVariables().get("PITBOARD_DATA");
        assertEquals(
                Set.of("pitboard-data", "database-data"),
                map(compose, "volumes").keySet());
        assertEquals(
                List.of("./config:" + imageVariables().get("PITBOARD_CONFIG") + ":ro", "pitboard-data:" + data),
                strings(bot, "volumes"));
        // From 18 on the image keeps its data in a folder per version below this one.
        assertEquals("postgres:18", string(database, "image"));
        assertEquals(List.of("database-data:/var/lib/postgresql"), strings(database, "volumes"));
        assertEquals(List.of(data), only(image, "VOLUME").exec());
        assertTrue(run(image).contains("install -d -o pitboard -g pitboard -m 0750 " + data), "owned by its user");
    }

    @Test
    void theUserIsTheSameEverywhereAndNotRoot() {
        String user = only(image, "USER").rest();
        Matcher ids = Pattern.compile("(\\d+):(\\d+)").matcher(user);
        assertTrue(ids.matches(), user);
        assertNotEquals("0", ids.group(1));
        assertEquals(user, string(bot, "user"));
        assertTrue(run(image).contains("groupadd --gid " + ids.group(2) + " pitboard"));
        assertTrue(run(image).contains("useradd --uid " + ids.group(1) + " --gid pitboard "));
        assertTrue(read("docker-compose.yml").contains("chown " + ids.group(1) + " secrets/*"), "in the header");
    }

    @Test
    void nothingElseCanBeWrittenOrReached() {
        assertEquals(true, bot.get("read_only"));
        assertEquals(1, strings(bot, "tmpfs").size());
        assertTrue(strings(bot, "tmpfs").getFirst().matches("/tmp:rw,exec,.*"), "SQLite's library is unpacked there");
        assertTrue(only(image, "ENTRYPOINT").exec().contains("-Djava.io.tmpdir=/tmp"));
        assertEquals(List.of("ALL"), strings(bot, "cap_drop"));
        assertEquals(List.of("no-new-privileges:true"), strings(bot, "security_opt"));
        String port = imageVariables().get("PITBOARD_HTTP_PORT");
        assertEquals(port, only(image, "EXPOSE").rest());
        assertEquals(List.of("127.0.0.1:" + port + ":" + port), strings(bot, "ports"));
        assertFalse(database.containsKey("ports"), "the database is for the bot only");
    }

    @Test
    void thereIsTimeToStop() {
        assertEquals("SIGTERM", only(image, "STOPSIGNAL").rest());
        Duration grace = Duration.parse("PT" + string(bot, "stop_grace_period"));
        assertTrue(grace.compareTo(Duration.ofSeconds(10)) >= 0, grace + " is less than a clean stop may take");
    }

    @Test
    void whatIsCopiedExistsAndNothingElseIsSent() {
        List<String> ignore = read(".dockerignore").lines().toList();
        assertEquals("*", ignore.getFirst());
        Set<String> sent =
                ignore.stream().skip(1).map(line -> afterPrefix("!", line)).collect(Collectors.toSet());
        Set<String> copied = new HashSet<>();
        for (Instruction copy : all(dockerfile, "COPY")) {
            if (!copy.rest().startsWith("--from=")) {
                copied.add(copy.words().getFirst());
            }
        }
        sent.forEach(path -> assertTrue(Files.exists(Path.of(path)), path + " doesn't exist"));
        copied.forEach(path -> assertTrue(Files.exists(Path.of(path)), path + " doesn't exist"));
        assertEquals(
                copied,
                sent.stream().map(path -> path.replace("src/main", "src")).collect(Collectors.toSet()));
        assertEquals("config", copiedTo("/config"));
    }

    @Test
    void whatTheBuildMakesIsWhereItIsLookedFor() {
        String pom = read("pom.xml");
        assertTrue(pom.contains("<finalName>pitboard</finalName>"));
        assertTrue(pom.contains("<outputDirectory>${project.build.directory}/lib</outputDirectory>"));
        assertTrue(pom.contains("<classpathPrefix>lib/</classpathPrefix>"));
        assertTrue(pom.contains("<id>quick</id>"));
        assertTrue(run(dockerfile).contains("-Pquick -DskipTests package"));
        assertEquals("/build", only(dockerfile, "WORKDIR").rest());
        assertEquals("/build/target/pitboard.jar", copiedTo("/opt/pitboard/pitboard.jar"));
        assertEquals("/build/target/lib", copiedTo("/opt/pitboard/lib"));
        assertEquals("/runtime", copiedTo("/opt/java"));
        assertTrue(run(dockerfile).contains("--output /runtime"));
    }

    @Test
    void startsTheProgramAndTheProbe() throws Exception {
        List<String> start = only(image, "ENTRYPOINT").exec();
        assertEquals("/opt/java/bin/java", start.getFirst());
        assertEquals(List.of("-jar", "/opt/pitboard/pitboard.jar"), start.subList(start.size() - 2, start.size()));
        String main = find("<mainClass>(.*?)</mainClass>", read("pom.xml"));
        assertNotNull(Class.forName(main).getMethod("main", String[].class));
        assertEquals(List.of("run"), only(image, "CMD").exec());

        List<String> probe = only(image, "HEALTHCHECK").exec();
        assertEquals(start.getFirst(), probe.getFirst());
        assertEquals(start.getLast(), probe.get(probe.indexOf("-cp") + 1));
        assertNotNull(Class.forName(probe.getLast()).getMethod("main", String[].class));
        assertEquals(".", string(bot, "build"));
        assertFalse(bot.containsKey("healthcheck"), "the image has one");
    }

    @Test
    void theRuntimeHasEveryModuleThatIsNeeded() {
        Set<String> needed = new TreeSet<>(BY_REFLECTION);
        needed.addAll(List.of(jdeps().split(",")));
        assertTrue(needed.contains("java.sql"), "jdeps saw too little: " + needed);
        Set<String> listed =
                Set.of(find("--add-modules (\\S+)", run(dockerfile)).split(","));
        listed.forEach(name -> assertTrue(system().find(name).isPresent(), "no module " + name));
        needed.removeAll(withWhatTheyRequire(listed));
        assertEquals(Set.of(), needed, "missing in the list of jlink");
    }

    private static void assertIsSetting(String name) {
        assertTrue(
                Stream.of(Setting.values())
                        .anyMatch(s -> s.name().equals(name) || (s.secret() && name.equals(s.name() + "_FILE"))),
                name + " is no setting");
    }

    /** The modules that our classes lead to, and those libraries that only a service file leads to. */
    private static String jdeps() {
        String[] path = System.getProperty("java.class.path").split(Pattern.quote(java.io.File.pathSeparator));
        List<String> arguments = new ArrayList<>(
                List.of("--multi-release", "base", "--print-module-deps", "--ignore-missing-deps", "--class-path"));
        arguments.add(String.join(java.io.File.pathSeparator, path));
        arguments.add("target/classes");
        List<String> drivers = Arrays.stream(path)
                .filter(entry -> DRIVERS_AND_PROVIDERS.contains(
                        Path.of(entry).getFileName().toString().replaceFirst("-[0-9].*", "")))
                .toList();
        assertEquals(DRIVERS_AND_PROVIDERS.size(), drivers.size());
        arguments.addAll(drivers);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
        assertEquals(0, code, out + err.toString());
        return out.toString().lines().toList().getLast().strip();
    }

    private static ModuleFinder system() {
        return ModuleFinder.ofSystem();
    }

    private static Set<String> withWhatTheyRequire(Set<String> roots) {
        return java.lang.module.Configuration.empty().resolve(system(), ModuleFinder.of(), roots).modules().stream()
                .map(module -> module.reference())
                .map(ModuleReference::descriptor)
                .map(descriptor -> descriptor.name())
                .collect(Collectors.toSet());
    }

    private String copiedTo(String target) {
        return all(image, "COPY").stream()
                .map(copy -> new Instruction("COPY", copy.rest().replaceFirst("^--from=build ", "")).words())
                .filter(words -> words.getLast().equals(target))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is copied to " + target))
                .getFirst();
    }

    private Map<String, String> imageVariables() {
        return only(image, "ENV").words().stream()
                .map(word -> word.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static List<Instruction> instructions() {
        String text = read("Dockerfile").replaceAll("(?m)^#.*\\R", "").replaceAll("\\\\\\R\\s*", "");
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split(" ", 2))
                .map(parts -> new Instruction(parts[0], parts[1]))
                .toList();
    }

    private Instruction only(String line) {
        return dockerfile.stream()
                .filter(instruction -> line.equals(instruction.verb() + " " + instruction.rest()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line " + line));
    }

    private static Instruction only(List<Instruction> part, String verb) {
        List<Instruction> found = all(part, verb);
        assertEquals(1, found.size(), verb);
        return found.getFirst();
    }

    private static List<Instruction> all(List<Instruction> part, String verb) {
        return part.stream()
                .filter(instruction -> instruction.verb().equals(verb))
                .toList();
    }

    private static String run(List<Instruction> part) {
        return all(part, "RUN").stream().map(Instruction::rest).collect(Collectors.joining("\n"));
    }

    private static Map<String, Object> compose() {
        return cast(new Load(LoadSettings.builder().build()).loadFromString(read("docker-compose.yml")));
    }

    private static Map<String, String> environment(Map<String, Object> service) {
        Map<String, String> variables = new HashMap<>();
        map(service, "environment").forEach((name, value) -> variables.put(name, String.valueOf(value)));
        return variables;
    }

    private static Map<String, Object> map(Map<String, Object> within, String key) {
        return cast(within.get(key));
    }

    private static List<String> strings(Map<String, Object> within, String key) {
        return ((List<?>) Objects.requireNonNull(within.get(key), key))
                .stream().map(String::valueOf).toList();
    }

    private static String string(Map<String, Object> within, String key) {
        return String.valueOf(Objects.requireNonNull(within.get(key), key));
    }

    private static Map<String, Object> cast(@Nullable Object value) {
        Map<String, Object> named = new HashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(value)).forEach((key, each) -> named.put(String.valueOf(key), each));
        return named;
    }

    private static String afterPrefix(String prefix, String text) {
        assertTrue(text.startsWith(prefix), text + " doesn't start with " + prefix);
        return text.substring(prefix.length());
    }

    private static String find(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertTrue(matcher.find(), pattern);
        return matcher.group(1);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new AssertionError(file, unreadable);
        }
    }
}

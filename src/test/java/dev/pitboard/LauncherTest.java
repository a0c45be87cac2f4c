package dev.pitboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script in a folder of its own, with a {@code java} and an {@code mvn} that only write down their call. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a POSIX shell script")
final class LauncherTest {
    private static final String BUILT =
            "mvn --batch-mode --no-transfer-progress -Pquick -Dmaven.test.skip=true package";

    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    private Path temp;

    private Path project;
    private Path bin;
    private Path calls;

    private record Run(int code, String out, String err) {}

    @BeforeEach
    void copyTheScript() throws IOException {
        project = Files.createDirectories(temp.resolve("a project"));
        bin = Files.createDirectories(temp.resolve("bin"));
        calls = temp.resolve("calls");
        Files.copy(Path.of("pitboard"), project.resolve("pitboard"));
        executable(project.resolve("pitboard"));
        Files.createDirectories(project.resolve("src/main"));
        Files.createDirectories(project.resolve(".mvn"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        jdk("new jdk", "25.0.3", "exit ${STUB_EXIT:-0}");
        environment.put("JAVA_HOME", temp.resolve("new jdk").toString());
        environment.put("CALLS", calls.toString());
        for (String tool : List.of("sh", "sed", "find", "head", "grep", "mkdir", "touch", "readlink", "dirname")) {
            Files.createSymbolicLink(bin.resolve(tool), whereIs(tool));
        }
        maven("mkdir -p target && touch target/pitboard.jar");
    }

    @Test
    void buildsOnceThenStartsWithoutMaven() throws Exception {
        Run first = pitboard("--version");
        assertEquals(0, first.code(), first.err());
        assertTrue(first.err().contains("building"), first.err());
        assertEquals(List.of(BUILT, "java --version"), called());

        Files.delete(bin.resolve("mvn"));
        Run second = pitboard("--version");
        assertEquals(new Run(0, "", ""), second);
        assertEquals(List.of(BUILT, "java --version", "java --version"), called());
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        pitboard("check");
        Path source = Files.writeString(project.resolve("src/main/New.java"), "");
        Files.setLastModifiedTime(source, later(project.resolve("target/pitboard.jar")));
        pitboard("check");
        assertEquals(List.of(BUILT, "java check", BUILT, "java check"), called());
    }

    @Test
    void passesArgumentsAndTheExitCodeOn() throws Exception {
        environment.put("STUB_EXIT", "65");
        Run run = pitboard("check", "a file.yaml", "", "it's \"$HOME\" *");
        assertEquals(65, run.code());
        assertEquals("java check|a file.yaml||it's \"$HOME\" *", called().getLast());
    }

    @Test
    void worksThroughASymbolicLinkFromElsewhere() throws Exception {
        Path link = Files.createSymbolicLink(temp.resolve("link"), project.resolve("pitboard"));
        assertEquals(0, run(link, "next").code());
        assertEquals(List.of(BUILT, "java next"), called());
        assertTrue(Files.exists(project.resolve("target/pitboard.jar")));
    }

    @Test
    void saysInOneSentenceThatMavenIsMissing() throws Exception {
        Files.delete(bin.resolve("mvn"));
        Run run = pitboard("demo");
        assertEquals(78, run.code());
        assertEquals(
                "pitboard: Maven is needed to build; install it (package maven) so that 'mvn' is on the PATH.\n",
                run.err());
        assertEquals(78, pitboard("test").code());
        assertFalse(Files.exists(calls));
    }

    @Test
    void passesOverAnOldJdkAndOneWithoutACompiler() throws Exception {
        jdk("old jdk", "17.0.12", "exit 3");
        environment.put("JAVA_HOME", temp.resolve("old jdk").toString());
        Files.createSymbolicLink(bin.resolve("javac"), temp.resolve("new jdk/bin/javac"));
        assertEquals(0, pitboard("next").code());

        jdk("runtime only", "25.0.3", "exit 3");
        Files.delete(temp.resolve("runtime only/bin/javac"));
        environment.put("JAVA_HOME", temp.resolve("runtime only").toString());
        assertEquals(0, pitboard("next").code());
    }

    @Test
    void showsTheErrorsOfABuildThatFails() throws Exception {
        maven("echo '[INFO] on the way'; echo '[ERROR] Some.java:[3,4] no such thing'; exit 1");
        Run run = pitboard("demo");
        assertEquals(70, run.code());
        assertTrue(run.err().contains("[ERROR] Some.java:[3,4] no such thing\n"), run.err());
        assertFalse(run.err().contains("on the way"), run.err());
        assertTrue(run.err().contains(project.toRealPath() + "/target/build.log"), run.err());
    }

    @Test
    void testRunsEveryCheckAndShowsWhatMavenSays() throws Exception {
        maven("echo \"on $JAVA_HOME\"; echo '[INFO] Tests run: 5, Failures: 0'; exit ${MAVEN_EXIT:-0}");
        Run good = pitboard("test");
        assertEquals(new Run(0, "on " + temp.resolve("new jdk") + "\n[INFO] Tests run: 5, Failures: 0\n", ""), good);
        environment.put("MAVEN_EXIT", "7");
        assertEquals(1, pitboard("test").code());
        assertEquals("mvn --batch-mode --no-transfer-progress verify", called().getLast());
        assertEquals(64, pitboard("test", "RouterTest").code());
    }

    @Test
    void benchAndSoakCompileTheTestsAndStartAmongThem() throws Exception {
        maven("mkdir -p target && printf a.jar:b.jar >target/test-classpath.txt");
        jdk("new jdk", "25.0.3", "pwd; exit ${STUB_EXIT:-0}");
        environment.put("STUB_EXIT", "3");
        assertEquals(
                new Run(3, project.toRealPath() + "\n", "pitboard: building ...\n"),
                pitboard("bench", "--only", "a part"));
        assertTrue(called().getFirst().startsWith("mvn --batch-mode --no-transfer-progress -Pquick test-compile "));
        assertEquals("java dev.pitboard.bench.Bench|--only|a part", called().getLast());

        environment.put("STUB_EXIT", "1");
        assertEquals(1, pitboard("soak").code());
        assertEquals("java dev.pitboard.bench.Soak", called().getLast());

        jdk("new jdk", "25.0.3", "echo \"$given\"");
        String given = pitboard("bench").out();
        assertTrue(given.contains("-cp target/test-classes:target/classes:a.jar:b.jar dev.pitboard"), given);
    }

    @Test
    void asksJavaForUnicodeUnlessAnotherCharacterSetIsNamed() throws Exception {
        jdk("new jdk", "25.0.3", "echo \"${LC_ALL:-none} $given\"");
        assertTrue(pitboard("next").out().matches("(?s)C\\.UTF-8 .*-Dstdout\\.encoding=UTF-8.*"));
        environment.put("LANG", "de_DE.UTF-8");
        assertTrue(pitboard("next").out().matches("(?s)none .*-Dstdout\\.encoding=UTF-8.*"));
        environment.put("LANG", "de_DE.ISO-8859-1");
        assertFalse(pitboard("next").out().contains("encoding"));
    }

    private Run pitboard(String... args) throws IOException, InterruptedException {
        return run(project.resolve("pitboard"), args);
    }

    private Run run(Path script, String... args) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(script.toString()));
        line.addAll(Arrays.asList(args));
        Path out = temp.resolve("out");
        Path err = temp.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(temp.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("PATH", bin.toString());
        Process process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the script hangs");
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** What was called, in order; of java only what follows the jar or the class path, parts set off by bars. */
    private List<String> called() throws IOException {
        return Files.readAllLines(calls);
    }

    private void maven(String then) throws IOException {
        Files.deleteIfExists(bin.resolve("mvn"));
        executable(Files.writeString(bin.resolve("mvn"), "#!/bin/sh\necho \"mvn $*\" >>\"$CALLS\"\n" + then + "\n"));
    }

    private void jdk(String name, String version, String then) throws IOException {
        Path home = temp.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        executable(Files.writeString(home.resolve("bin/javac"), "#!/bin/sh\nexit 9\n"));
        executable(Files.writeString(
                home.resolve("bin/java"),
                "#!/bin/sh\ngiven=\"$*\"\nwhile [ \"$1\" != -jar ] && [ \"$1\" != -cp ]; do shift; done\nshift 2\nIFS='|'\necho \"java $*\" >>\"$CALLS\"\n"
                        + then + "\n"));
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static FileTime later(Path file) throws IOException {
        return FileTime.from(Files.getLastModifiedTime(file).toInstant().plus(Duration.ofSeconds(5)));
    }

    private static Path whereIs(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}

package dev.pitboard.crash;

import dev.pitboard.loopback.discord.LoopbackDiscord;
import dev.pitboard.loopback.telegram.LoopbackTelegram;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** How the program is started: from a jar, with the classes it loads archived beforehand, which halves the work of a start. */
final class Launch {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> OPTIONS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "--enable-native-access=ALL-UNNAMED");

    private final String classPath;
    private final Path archive;

    private Launch(String classPath, Path archive) {
        this.classPath = classPath;
        this.archive = archive;
    }

    /** Makes the jar, and the archive with one start of the program. */
    static Launch prepared(Path folder) throws IOException, InterruptedException {
        Path jar = folder.resolve("pitboard.jar");
        List<String> libraries = new ArrayList<>(List.of(jar.toString()));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                if (entry.endsWith(".jar")) {
                    libraries.add(entry);
                } else if (!entry.contains("test-classes")) {
                    pack(Path.of(entry), out);
                }
            }
        }
        Launch launch = new Launch(String.join(File.pathSeparator, libraries), folder.resolve("pitboard.jsa"));
        launch.archive(folder.resolve("archiving"));
        return launch;
    }

    /** With an entry for each folder: migrations are looked for in one. */
    private static void pack(Path classes, JarOutputStream out) throws IOException {
        try (var files = Files.walk(classes)) {
            for (Path file : files.filter(f -> !f.equals(classes)).toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                boolean isFolder = Files.isDirectory(file);
                out.putNextEntry(new ZipEntry(isFolder ? name + "/" : name));
                if (!isFolder) {
                    Files.copy(file, out);
                }
                out.closeEntry();
            }
        }
    }

    private void archive(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.deleteIfExists(archive);
        try (LoopbackDiscord discord = LoopbackDiscord.start();
                LoopbackTelegram telegram = LoopbackTelegram.start()) {
            Map<String, String> environment = environment(discord, telegram, Path.of("config"), folder);
            Path log = folder.resolve("log.txt");
            Process process = process(environment, log, "-XX:ArchiveClassesAtExit=" + archive);
            Instant deadline = Instant.now().plus(PATIENCE);
            while (discord.recorder().registrations() == 0
                    && process.isAlive()
                    && Instant.now().isBefore(deadline)) {
                Thread.sleep(Duration.ofMillis(200));
            }
            process.destroy();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException("the program does not start: " + Files.readString(log));
            }
        }
    }

    /** The settings of the program but for its database. */
    static Map<String, String> environment(LoopbackDiscord discord, LoopbackTelegram telegram, Path config, Path data) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", System.getenv().getOrDefault("PATH", ""));
        environment.put("DISCORD_TOKEN", discord.token());
        environment.put("DISCORD_API_URL", discord.apiUrl());
        environment.put("TELEGRAM_TOKEN", telegram.token());
        environment.put("TELEGRAM_API_URL", telegram.apiUrl());
        environment.put("PITBOARD_CONFIG", config.toAbsolutePath().toString());
        environment.put("PITBOARD_DATA", data.toString());
        environment.put("PITBOARD_HTTP_PORT", "0");
        environment.put("PITBOARD_ZONE", "Europe/Rome");
        return environment;
    }

    /**
     * Starts the program.
     *
     * @param environment all of it: nothing of the machine's comes in
     */
    Process process(Map<String, String> environment, Path log) throws IOException {
        return process(environment, log, Files.exists(archive) ? "-XX:SharedArchiveFile=" + archive : "-Xshare:auto");
    }

    private Process process(Map<String, String> environment, Path log, String option) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-Xlog:disable", option));
        command.addAll(List.of("-cp", classPath, "dev.pitboard.Main", "run"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }
}

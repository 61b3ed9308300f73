package io.poolagent.it.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Project;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the one jar holds. */
class AgentJarIT {
    private static final long TWELVE_MEGABYTES = 12L << 20;
    private static final int JAVA_8 = 52;
    private static final int JAVA_9 = 53;
    private static final Pattern ALLOWED =
            Pattern.compile("META-INF/.*|io/|io/poolagent/|io/poolagent/entry/.*|core9?/.*");
    /** System properties and the like by which applications configure their own HikariCP, slf4j and Prometheus client. */
    private static final Pattern ORIGINAL_PROPERTY =
            Pattern.compile("(hikaricp\\.|com\\.zaxxer\\.hikari\\.[a-z]|slf4j\\.|org\\.slf4j\\.simpleLogger"
                    + "|io\\.prometheus|IO_PROMETHEUS|prometheus\\.|PROMETHEUS_CONFIG).*");

    private static final Map<String, byte[]> ENTRIES = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        try (JarFile jar = new JarFile(Project.AGENT.toFile())) {
            for (ZipEntry entry : jar.stream().toList()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    ENTRIES.put(entry.getName(), in.readAllBytes());
                }
            }
        }
    }

    @Test
    void nothingButWhatBelongsThere() throws IOException {
        assertEquals(
                List.of(),
                ENTRIES.keySet().stream()
                        .filter(name -> !ALLOWED.matcher(name).matches())
                        .toList());
        assertTrue(classes("io/poolagent/entry/").size() >= 3, "classes of the entry");
        assertTrue(classes("core/io/poolagent/core/").size() > 50, "classes of the core");
        assertTrue(classes("core/com/zaxxer/hikari/util/").size() > 3, "HikariCP's bag");
        assertTrue(classes("core/io/micrometer/prometheusmetrics/").size() > 3, "Micrometer's registry");
        for (String name : classes("core/")) {
            assertFalse(
                    constants(name).texts().contains("java/util/logging/Logger")
                            && !name.startsWith("core/io/poolagent/"),
                    name);
        }
    }

    @Test
    void isSmallerThanTwelveMegabytes() throws IOException {
        assertTrue(Files.size(Project.AGENT) < TWELVE_MEGABYTES, "size of " + Project.AGENT);
    }

    @Test
    void manifestNamesTheEntry() throws IOException {
        try (JarFile jar = new JarFile(Project.AGENT.toFile())) {
            Manifest manifest = jar.getManifest();
            assertEquals(
                    "io.poolagent.entry.Agent", manifest.getMainAttributes().getValue("Premain-Class"));
            assertEquals(
                    "io.poolagent.entry.Agent", manifest.getMainAttributes().getValue("Agent-Class"));
            assertEquals("io.poolagent.entry.Main", manifest.getMainAttributes().getValue("Main-Class"));
            assertEquals("true", manifest.getMainAttributes().getValue("Can-Retransform-Classes"));
        }
    }

    @Test
    void carriesTheLicencesOfWhatItBundles() {
        String notice = text("META-INF/NOTICE");
        for (String library : new String[] {"HikariCP", "ASM", "SLF4J", "Micrometer", "Prometheus"}) {
            assertTrue(notice.contains(library), () -> library + " in the notice");
        }
        String licences = String.join(
                "\n",
                ENTRIES.keySet().stream()
                        .filter(name -> name.startsWith("META-INF/licenses/") && !name.endsWith("/"))
                        .map(name -> text(name).replaceAll("\\s+", " "))
                        .toList());
        assertTrue(licences.contains("Apache License"), "HikariCP's licence");
        assertTrue(licences.contains("Redistribution and use in source and binary forms"), "ASM's licence");
        assertTrue(licences.contains("Permission is hereby granted, free of charge"), "slf4j's licence");
    }

    @Test
    void runsOnJava8() throws IOException {
        for (String name : classes("")) {
            int most = name.startsWith("core9/") ? JAVA_9 : JAVA_8;
            assertTrue(constants(name).major() <= most, () -> "class file version of " + name);
        }
    }

    @Test
    void bundledLibrariesReadNoPropertyOfTheApplications() throws IOException {
        int renamed = 0;
        for (String name : classes("core/")) {
            for (String text : constants(name).texts()) {
                boolean isClass = ENTRIES.containsKey("core/" + text.replace('.', '/') + ".class");
                assertFalse(
                        ORIGINAL_PROPERTY.matcher(text).matches() && !isClass && text.indexOf(' ') < 0,
                        () -> text + " in " + name);
                renamed += text.endsWith("hikari.useWeakReferences") || text.endsWith("slf4j.provider") ? 1 : 0;
            }
        }
        assertTrue(renamed >= 2, "the properties are there under other names");
    }

    /** What is loaded by the application's own loader, before its main, starts nothing. */
    @Test
    void entryTouchesNothingThatStartsSomething() throws IOException {
        Predicate<String> forbidden = text -> text.startsWith("java/util/logging/")
                || text.startsWith("java/nio/file/")
                || text.startsWith("java/lang/management/")
                || text.startsWith("javax/management/")
                || text.startsWith("java/sql/")
                || text.startsWith("javax/sql/");
        for (String name : classes("io/poolagent/entry/")) {
            Constants constants = constants(name);
            assertEquals(List.of(), constants.texts().stream().filter(forbidden).toList(), name);
            assertFalse(constants.lambdas(), () -> "lambdas in " + name);
        }
    }

    private static List<String> classes(String prefix) {
        return ENTRIES.keySet().stream()
                .filter(name -> name.startsWith(prefix) && name.endsWith(".class"))
                .toList();
    }

    private static Constants constants(String name) throws IOException {
        return Constants.of(ENTRIES.get(name));
    }

    /** With single blanks. */
    private static String text(String name) {
        return new String(ENTRIES.get(name), StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    }
}

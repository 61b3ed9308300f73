package io.poolagent.it.foreign;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** Copies libraries to other packages, as build tools do that put them into somebody's jar. */
final class Relocation {
    private final Map<String, String> packages;

    /** @param packages the new package of each old one, with slashes */
    Relocation(Map<String, String> packages) {
        this.packages = packages;
    }

    /** One jar of what is in these jars and folders, under its new names. Texts in classes and service files follow. */
    Path of(Collection<Path> jars, Path folder) throws IOException {
        Path copy = folder.resolve("relocated.jar");
        Set<String> written = new HashSet<>();
        try (OutputStream file = Files.newOutputStream(copy);
                JarOutputStream out = new JarOutputStream(file)) {
            for (Path each : jars) {
                if (Files.isDirectory(each)) {
                    copy(each, out, written);
                } else {
                    try (FileSystem jar = FileSystems.newFileSystem(each)) {
                        copy(jar.getPath("/"), out, written);
                    }
                }
            }
        }
        return copy;
    }

    private void copy(Path root, JarOutputStream out, Set<String> written) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String name = renamed(root.relativize(file).toString().replace('\\', '/'));
            boolean wanted = !name.endsWith("module-info.class")
                    && !name.startsWith("META-INF/versions/")
                    && !name.equals("META-INF/MANIFEST.MF");
            if (wanted && written.add(name)) {
                out.putNextEntry(new JarEntry(name));
                out.write(renamed(name, Files.readAllBytes(file)));
                out.closeEntry();
            }
        }
    }

    private byte[] renamed(String name, byte[] content) {
        if (name.endsWith(".class")) {
            ClassWriter writer = new ClassWriter(0);
            new ClassReader(content).accept(new ClassRemapper(writer, new Names()), 0);
            return writer.toByteArray();
        }
        boolean service = name.startsWith("META-INF/services/");
        return service
                ? renamed(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)
                : content;
    }

    private String renamed(String text) {
        if (text.startsWith("[L")) {
            return "[L" + renamed(text.substring(2));
        }
        for (Map.Entry<String, String> each : packages.entrySet()) {
            String from = each.getKey();
            if (text.startsWith(from + "/")) {
                return each.getValue() + text.substring(from.length());
            }
            if (text.startsWith(from.replace('/', '.') + ".")) {
                return each.getValue().replace('/', '.') + text.substring(from.length());
            }
        }
        return text;
    }

    private final class Names extends Remapper {
        Names() {
            super(Opcodes.ASM9);
        }

        @Override
        public String map(String name) {
            return renamed(name);
        }

        @Override
        public Object mapValue(Object value) {
            return value instanceof String text ? renamed(text) : super.mapValue(value);
        }
    }
}

package io.poolagent.it.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** Copies a library to another package, as build tools do that put it into somebody's jar. */
final class Relocation {
    private Relocation() {}

    static Path of(Path jar, String from, String to, Path folder) throws IOException {
        Path copy = folder.resolve("relocated.jar");
        try (JarFile in = new JarFile(jar.toFile());
                OutputStream file = Files.newOutputStream(copy);
                JarOutputStream out = new JarOutputStream(file)) {
            for (Enumeration<JarEntry> all = in.entries(); all.hasMoreElements(); ) {
                JarEntry entry = all.nextElement();
                if (entry.getName().startsWith(from) && entry.getName().endsWith(".class")) {
                    out.putNextEntry(new JarEntry(entry.getName().replace(from, to)));
                    try (InputStream bytes = in.getInputStream(entry)) {
                        out.write(renamed(bytes.readAllBytes(), from, to));
                    }
                    out.closeEntry();
                }
            }
        }
        return copy;
    }

    private static byte[] renamed(byte[] file, String from, String to) {
        ClassWriter writer = new ClassWriter(0);
        Remapper names = new Remapper(org.objectweb.asm.Opcodes.ASM9) {
            @Override
            public String map(String name) {
                return name.startsWith(from) ? name.replace(from, to) : name;
            }
        };
        new ClassReader(file).accept(new ClassRemapper(writer, names), 0);
        return writer.toByteArray();
    }
}

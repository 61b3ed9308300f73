package io.poolagent.entry;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.security.AllPermission;
import java.security.CodeSource;
import java.security.Permissions;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Loads the core and the libraries it ships from below {@code core/} of the agent's jar. Its parent is the platform
 * loader (the bootstrap loader on Java 8), so that no class of the application's is ever taken for one of the agent's,
 * and no class of the agent's is seen by the application.
 */
final class IsolatedLoader extends ClassLoader {
    private static final String PREFIX = "core/";

    static {
        registerAsParallelCapable();
    }

    private final JarFile jar;
    private final String base;
    private final ProtectionDomain domain;

    IsolatedLoader(File file) throws IOException {
        super(platformLoader());
        this.jar = new JarFile(file, false);
        URL url = file.toURI().toURL();
        this.base = "jar:" + url + "!/" + PREFIX;
        Permissions all = new Permissions();
        all.add(new AllPermission());
        this.domain = new ProtectionDomain(new CodeSource(url, (Certificate[]) null), all);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        JarEntry entry = jar.getJarEntry(PREFIX + name.replace('.', '/') + ".class");
        if (entry == null) {
            throw new ClassNotFoundException(name);
        }
        try {
            byte[] bytes = read(entry);
            return defineClass(name, bytes, 0, bytes.length, domain);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    protected @Nullable URL findResource(String name) {
        if (jar.getJarEntry(PREFIX + name) == null) {
            return null;
        }
        try {
            return new URL(base + name);
        } catch (MalformedURLException e) {
            return null;
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL url = findResource(name);
        return url == null
                ? Collections.<URL>emptyEnumeration()
                : Collections.enumeration(Collections.singletonList(url));
    }

    private byte[] read(JarEntry entry) throws IOException {
        byte[] bytes = new byte[(int) entry.getSize()];
        InputStream in = jar.getInputStream(entry);
        try {
            int done = 0;
            while (done < bytes.length) {
                int count = in.read(bytes, done, bytes.length - done);
                if (count < 0) {
                    throw new IOException("truncated entry " + entry.getName());
                }
                done += count;
            }
        } finally {
            in.close();
        }
        return bytes;
    }

    private static @Nullable ClassLoader platformLoader() {
        try {
            return (ClassLoader)
                    ClassLoader.class.getMethod("getPlatformClassLoader").invoke(null);
        } catch (ReflectiveOperationException e) {
            return null; // Java 8: everything of the platform that the core uses is on the bootstrap loader
        }
    }
}

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
 * Loads the core and the libraries it ships from below {@code core/} of the agent's jar, and on Java 9 and up from below
 * {@code core9/} first. Its parent is the platform
 * loader (the bootstrap loader on Java 8), so that no class of the application's is ever taken for one of the agent's,
 * and no class of the agent's is seen by the application.
 */
final class IsolatedLoader extends ClassLoader {
    private static final String PREFIX = "core/";
    private static final String PREFIX_9 = "core9/";
    private static final boolean JAVA_8 =
            System.getProperty("java.specification.version", "").startsWith("1.");

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
        Permissions all = null;
        if (System.getSecurityManager() != null) {
            all = new Permissions();
            all.add(new AllPermission());
        }
        this.domain = new ProtectionDomain(new CodeSource(url, (Certificate[]) null), all);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String path = name.replace('.', '/') + ".class";
        JarEntry entry = JAVA_8 ? null : jar.getJarEntry(PREFIX_9 + path);
        if (entry == null) {
            entry = jar.getJarEntry(PREFIX + path);
        }
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

    /** Straight from the jar: the way by a URL costs milliseconds at start-up. */
    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        JarEntry entry = jar.getJarEntry(PREFIX + name);
        try {
            return entry == null ? super.getResourceAsStream(name) : jar.getInputStream(entry);
        } catch (IOException e) {
            return null;
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

    /** The loader below the bootstrap loader: the platform loader, or on Java 8 the extension loader. */
    private static @Nullable ClassLoader platformLoader() {
        ClassLoader loader = IsolatedLoader.class.getClassLoader();
        while (loader != null && loader.getParent() != null) {
            loader = loader.getParent();
        }
        return JAVA_8 ? null : loader;
    }
}

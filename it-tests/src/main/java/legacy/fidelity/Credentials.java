package legacy.fidelity;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import legacy.Session;

/** Logins whose secret is not in URL or properties, or not as it seems: a wrong one never succeeds. */
public final class Credentials implements Topic {
    private static final ThreadLocal<String> PASSWORD = new ThreadLocal<>();

    @Override
    public void list(Cases cases) {
        cases.add("properties that are objects", Credentials::objects);
        cases.add("properties that decide by themselves", Credentials::deciding);
        cases.add("password in the URL and in the properties", Credentials::twoPasswords);
        cases.add("user in the URL and in the properties", Credentials::twoUsers);
        if (cases.product() == Product.POSTGRES) {
            cases.add("plugin that knows the password", Credentials::postgresPlugin);
            cases.add("password file", Credentials::passwordFile);
        }
        if (cases.product() == Product.MARIADB) {
            cases.add("password in a system property", Credentials::mariaDbProperty);
        }
        if (cases.product() == Product.MYSQL) {
            cases.add("properties that are transformed", Credentials::transformed);
        }
    }

    private static void attempt(Bench bench, String what, String url, Properties info) {
        bench.ask(what, () -> {
            try (Connection connection = DriverManager.getConnection(url, info)) {
                return Session.first(connection, bench.product.one());
            }
        });
    }

    private static void objects(Bench bench) {
        for (Object password : new Object[] {bench.account.password, 12345, new String[] {"wrong"}}) {
            Properties info = bench.account.properties();
            info.put("password", password);
            for (int i = 0; i < 2; i++) {
                attempt(bench, password.getClass().getSimpleName(), bench.account.url, info);
            }
        }
        Properties info = bench.account.properties();
        info.put("socketTimeout", 30);
        info.put(7, new Object[0]);
        attempt(bench, "odd entries", bench.account.url, info);
        attempt(bench, "odd entries again", bench.account.url, info);
    }

    /** Old programs keep secrets out of properties in this way. */
    private static final class Deciding extends Properties {
        private static final long serialVersionUID = 1;

        private final String secret;

        Deciding(Bench bench, String secret) {
            putAll(bench.account.properties());
            this.secret = secret;
        }

        @Override
        public String getProperty(String key) {
            return key.equals("password") ? secret : super.getProperty(key);
        }
    }

    private static void deciding(Bench bench) {
        for (String secret : new String[] {bench.account.password, "wrong", bench.account.password, "wrong"}) {
            attempt(bench, "secret", bench.account.url, new Deciding(bench, secret));
        }
    }

    private static void twoPasswords(Bench bench) {
        String inUrl = bench.account.plus("password", "wrong").url;
        String right = bench.account.plus("password", bench.account.password).url;
        Properties wrong = bench.account.properties();
        wrong.setProperty("password", "wrong");
        for (int i = 0; i < 2; i++) {
            attempt(bench, "right in the properties", inUrl, bench.account.properties());
            attempt(bench, "right in the URL", right, wrong);
            attempt(bench, "right in both", right, bench.account.properties());
        }
    }

    private static void twoUsers(Bench bench) {
        String other = bench.account.plus("user", bench.administrator.user).url;
        for (int i = 0; i < 2; i++) {
            attempt(bench, "another in the URL", other, bench.account.properties());
        }
    }

    private static void postgresPlugin(Bench bench) {
        Properties info = new Properties();
        info.setProperty("user", bench.account.user);
        info.setProperty("authenticationPluginClassName", ThreadPassword.class.getName());
        for (String password : new String[] {bench.account.password, "wrong", bench.account.password, "wrong"}) {
            PASSWORD.set(password);
            attempt(bench, "plugin", bench.account.url, info);
        }
    }

    /** What the plugin is asked. */
    static String passwordOfThread() {
        return PASSWORD.get();
    }

    private static void passwordFile(Bench bench) throws Exception {
        java.nio.file.Path file = java.nio.file.Files.createTempFile("fidelity-", ".pgpass");
        file.toFile().setReadable(false, false);
        file.toFile().setReadable(true, true);
        file.toFile().setWritable(false, false);
        file.toFile().setWritable(true, true);
        String before = System.getProperty("org.postgresql.pgpassfile");
        System.setProperty("org.postgresql.pgpassfile", file.toString());
        try {
            Properties info = new Properties();
            info.setProperty("user", bench.account.user);
            for (String password : new String[] {bench.account.password, "wrong", bench.account.password}) {
                java.nio.file.Files.write(
                        file, ("*:*:*:*:" + password + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
                attempt(bench, "file", bench.account.url, info);
            }
        } finally {
            if (before == null) {
                System.clearProperty("org.postgresql.pgpassfile");
            } else {
                System.setProperty("org.postgresql.pgpassfile", before);
            }
            java.nio.file.Files.delete(file);
        }
    }

    private static void mariaDbProperty(Bench bench) throws SQLException {
        String url = bench.account
                .plus("credentialType", "PROPERTY")
                .plus("userKey", "fidelity.user")
                .plus("pwdKey", "fidelity.password")
                .url;
        System.setProperty("fidelity.user", bench.account.user);
        for (String password : new String[] {bench.account.password, "wrong", bench.account.password, "wrong"}) {
            System.setProperty("fidelity.password", password);
            attempt(bench, "property", url, new Properties());
        }
        System.clearProperty("fidelity.user");
        System.clearProperty("fidelity.password");
    }

    private static void transformed(Bench bench) {
        Properties info = bench.account.properties();
        info.setProperty("propertiesTransform", PasswordTransform.class.getName());
        for (String password : new String[] {bench.account.password, "wrong", bench.account.password, "wrong"}) {
            PASSWORD.set(password);
            attempt(bench, "transformed", bench.account.url, info);
        }
    }
}

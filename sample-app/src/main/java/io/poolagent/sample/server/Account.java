package io.poolagent.sample.server;

import java.security.SecureRandom;
import java.util.Locale;

/** A URL with the user and the password for it. */
final class Account {

    private static final SecureRandom RANDOM = new SecureRandom();

    final String url;
    final String user;
    final String password;

    Account(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** An account with a password that nobody has used before. */
    static Account fresh(String url, String user) {
        return new Account(url, user, newPassword());
    }

    /** Letters and digits only: it goes into SQL, property files and URLs unquoted. */
    static String newPassword() {
        return String.format(Locale.ROOT, "%016x%016x", RANDOM.nextLong(), RANDOM.nextLong());
    }
}

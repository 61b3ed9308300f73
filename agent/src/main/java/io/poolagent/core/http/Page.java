package io.poolagent.core.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page of figures: one file of the agent's jar, with a policy that lets nothing run or load but what is in it. It
 * holds no data; its script asks the other paths, and the reader for a token where one is needed.
 */
final class Page {
    private static final String FILE = "io/poolagent/core/http/page.html";

    private Page() {}

    static Answer answer() throws IOException, NoSuchAlgorithmException {
        return answer(200);
    }

    /** For who sent no token, or a wrong one: a browser can send none before it has the page. */
    static Answer locked() throws IOException, NoSuchAlgorithmException {
        return answer(401).with("WWW-Authenticate", Gate.CHALLENGE);
    }

    private static Answer answer(int status) throws IOException, NoSuchAlgorithmException {
        String text = read();
        String policy = "default-src 'none'; script-src " + hash(text, "script") + "; style-src " + hash(text, "style")
                + "; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return Answer.text(status, "text/html; charset=utf-8", text)
                .with("Content-Security-Policy", policy)
                .with("Referrer-Policy", "no-referrer")
                .with("X-Frame-Options", "DENY");
    }

    private static String read() throws IOException {
        try (InputStream in = Page.class.getClassLoader().getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IOException("the agent's jar lacks " + FILE);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] part = new byte[8_192];
            for (int count = in.read(part); count >= 0; count = in.read(part)) {
                bytes.write(part, 0, count);
            }
            return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
        }
    }

    /** What the one element of a name has inside, as a policy names it. */
    static String hash(String text, String element) throws NoSuchAlgorithmException {
        int from = text.indexOf("<" + element + ">") + element.length() + 2;
        String inside = text.substring(from, text.indexOf("</" + element + ">", from));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(inside.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }
}

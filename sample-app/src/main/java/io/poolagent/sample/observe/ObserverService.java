package io.poolagent.sample.observe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** Lets other local JVMs, one after the other, ask an observer: a line with a word, a line with three numbers. */
public final class ObserverService implements AutoCloseable {

    private final ServerObserver observer;
    private final ServerSocket listener;

    /**
     * Starts answering.
     *
     * @param observer the one who knows; the caller closes it
     * @throws IOException when there is no port to listen on
     */
    public ObserverService(ServerObserver observer) throws IOException {
        this.observer = observer;
        listener = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        Thread thread = new Thread(this::serve, "observer-service");
        thread.setDaemon(true);
        thread.start();
    }

    /** Where it listens on the loopback address. */
    public int port() {
        return listener.getLocalPort();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket asker = listener.accept()) {
                answer(asker);
            } catch (IOException e) {
                // The asker has gone, or this service was closed.
            }
        }
    }

    private void answer(Socket asker) throws IOException {
        BufferedReader questions =
                new BufferedReader(new InputStreamReader(asker.getInputStream(), StandardCharsets.US_ASCII));
        PrintWriter answers =
                new PrintWriter(new OutputStreamWriter(asker.getOutputStream(), StandardCharsets.US_ASCII), true);
        for (String question = questions.readLine(); question != null; question = questions.readLine()) {
            answers.println(format(answerTo(question)));
        }
    }

    private Observation answerTo(String question) {
        try {
            if (question.equals("begin")) {
                observer.begin();
                return Observation.NOTHING;
            }
            return observer.end();
        } catch (SQLException e) {
            System.err.println(e.getMessage());
            return Observation.NOTHING;
        }
    }

    private static String format(Observation seen) {
        return seen.opened() + " " + seen.peak() + " " + seen.open();
    }

    static Observation parse(String answer) throws IOException {
        String[] numbers = answer.split(" ", -1);
        if (numbers.length != 3) {
            throw new IOException("'" + answer + "' is not an answer");
        }
        return new Observation(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}

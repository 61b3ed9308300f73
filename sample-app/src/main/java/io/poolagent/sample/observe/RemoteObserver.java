package io.poolagent.sample.observe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** Asks an {@link ObserverService} in another JVM, so that this one has no connections but the application's. */
public final class RemoteObserver implements ServerObserver {

    private final Socket socket;
    private final BufferedReader answers;
    private final PrintWriter questions;

    /**
     * Reaches the service.
     *
     * @param port where it listens on the loopback address
     * @throws SQLException when nobody answers there
     */
    public RemoteObserver(int port) throws SQLException {
        try {
            socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
            answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            questions =
                    new PrintWriter(new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII), true);
        } catch (IOException e) {
            throw new SQLException("Nobody answers at the observer's port " + port + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void begin() throws SQLException {
        ask("begin");
    }

    @Override
    public Observation end() throws SQLException {
        return ask("end");
    }

    private Observation ask(String question) throws SQLException {
        questions.println(question);
        try {
            String answer = answers.readLine();
            if (answer == null) {
                throw new SQLException("The observer has gone.");
            }
            return ObserverService.parse(answer);
        } catch (IOException e) {
            throw new SQLException("The observer does not answer: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is not needed any more.
        }
    }
}

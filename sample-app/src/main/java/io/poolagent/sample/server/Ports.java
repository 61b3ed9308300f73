package io.poolagent.sample.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** TCP ports on the loopback address, the only one that servers here listen on. */
final class Ports {

    /** The loopback address as it stands in URLs. */
    static final String HOST = "127.0.0.1";

    private Ports() {}

    /** {@link #HOST} for those that want an object. */
    static InetAddress address() throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    /** A port that nobody listens on at this moment. */
    static int free() throws ServerStartException {
        try (ServerSocket socket = new ServerSocket(0, 1, address())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ServerStartException("There is no free port on " + HOST + ": " + e.getMessage(), e);
        }
    }
}

package legacy.standin.tds;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import legacy.standin.Product;

/** Listens on a free port of this machine's own and gives each connection a thread. */
final class TdsServer {
    private final ServerSocket socket;
    private final Product product;

    private TdsServer(Product product) throws IOException {
        this.product = product;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    static TdsServer start(Product product) throws IOException {
        TdsServer server = new TdsServer(product);
        product.server().isRemote();
        thread(server::accept);
        return server;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                client.setTcpNoDelay(true);
                thread(() -> serve(client));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(Socket client) {
        try (Socket closed = client;
                TdsSession session =
                        new TdsSession(product, new Packets(client.getInputStream(), client.getOutputStream()))) {
            session.serve();
        } catch (IOException e) {
            if (!"Connection reset".equals(e.getMessage()) && !"Broken pipe".equals(e.getMessage())) {
                System.err.println("server: " + e);
            }
        }
    }

    private static void thread(Runnable body) {
        Thread thread = new Thread(body, "tds");
        thread.setDaemon(true);
        thread.start();
    }
}

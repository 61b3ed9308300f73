package legacy.net;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import legacy.Account;

/**
 * A TCP port in front of a server: counts connects, and can be slow, silent or closed. Its threads are daemons. Any
 * thread may call any method.
 */
public final class Relay implements Closeable {
    private static final Pattern ADDRESS = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

    private final ServerSocket listening;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Socket> forgotten = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();

    private volatile boolean refusing;
    private volatile boolean silent;
    private volatile long delayMillis;

    private Relay(int target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(0, 100, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        start("relay", this::accept);
    }

    /** In front of the server that a URL names. */
    public static Relay to(Account account) throws IOException {
        Matcher matcher = ADDRESS.matcher(account.url);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no address in " + account.url);
        }
        return new Relay(Integer.parseInt(matcher.group(1)));
    }

    /** In front of nobody: connects are accepted, counted and closed. */
    public static Relay toNobody() throws IOException {
        Relay relay = new Relay(0);
        relay.refusing = true;
        return relay;
    }

    /** The same account, by way of this relay. */
    public Account in(Account account) {
        return new Account(in(account.url), account.user, account.password);
    }

    /** The same URL, by way of this relay. */
    public String in(String url) {
        return ADDRESS.matcher(url).replaceFirst("127.0.0.1:" + port());
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** How many connects there were. */
    public int connects() {
        return accepted.get();
    }

    /** Each connect takes so much longer. */
    public void delay(long millis) {
        delayMillis = millis;
    }

    /** From here on connects are accepted and closed; with true, open connections end too. */
    public void refuse(boolean dropOpen) throws IOException {
        refusing = true;
        if (dropOpen) {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    /** As at the beginning. */
    public void forward() {
        refusing = false;
    }

    /** Nothing passes any more, and nobody is told. */
    public void silence() {
        silent = true;
    }

    /** Nothing passes any more between those that are connected, and nobody is told; new ones are. */
    public void forget() {
        forgotten.addAll(open);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        refuse(true);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                accepted.incrementAndGet();
                start("relay-connect", () -> {
                    if (refusing) {
                        hangUp(client);
                    } else {
                        connect(client);
                    }
                });
            } catch (IOException e) {
                return;
            }
        }
    }

    /** Says goodbye first and closes when the other side did, so that each driver always sees the same. */
    private void hangUp(Socket client) {
        try {
            client.shutdownOutput();
            InputStream in = client.getInputStream();
            client.setSoTimeout(2_000);
            while (in.read() >= 0) {}
        } catch (IOException e) {
            // the other side ended in a less friendly way
        }
        end(client);
    }

    private void connect(Socket client) {
        try {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(delayMillis);
            for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            Socket server = new Socket(listening.getInetAddress(), target);
            open.add(client);
            open.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            start("relay-up", () -> copy(client, server));
            start("relay-down", () -> copy(server, client));
        } catch (IOException e) {
            end(client);
        }
    }

    private void copy(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (!silent && !forgotten.contains(from)) {
                    out.write(buffer, 0, count);
                }
            }
        } catch (IOException e) {
            // one side ended: so does the other
        }
        end(from);
        end(to);
    }

    private void end(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone
        }
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}

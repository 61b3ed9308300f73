package io.poolagent.core.http;

import io.poolagent.core.http.Client.Waits;
import io.poolagent.core.jvm.AgentThreads;
import io.poolagent.core.report.Log;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Serves HTTP/1.1 in one thread that never waits for a client: so slow ones cost a little memory and nobody's time. There
 * are so many clients at most, and the one that has been waited for longest goes for a new one. Bodies of requests are
 * not read. The JDK's own server gives a thread to each client that has begun to send, and its lists keep connections
 * whose client breaks off within a body.
 */
final class Server implements Runnable {
    /** Not so many at once that one that was let in is sent away before it was read. */
    private static final int ACCEPTS = 64;

    private static final long LOOK_MILLIS = 100;
    private static final int BACKLOG = 128;

    private final Front front;
    private final long headNanos;
    private final long answerNanos;
    private final long idleNanos;
    private final ServerSocketChannel listening;
    private final Selector selector;
    private final SelectionKey accepting;
    private final ByteBuffer space = ByteBuffer.allocate(Client.MOST_BYTES);
    private final Clients clients = new Clients();
    private final Queue<Runnable> made = new ConcurrentLinkedQueue<>();
    private long lookedNanos;

    /**
     * Has the address, and serves nobody yet.
     *
     * @param headMillis how long a request may take to come
     * @param answerMillis how long from then on until the answer has gone
     * @param idleMillis how long a client may ask for nothing
     */
    Server(InetSocketAddress address, Front front, long headMillis, long answerMillis, long idleMillis)
            throws IOException {
        this.front = front;
        this.headNanos = TimeUnit.MILLISECONDS.toNanos(headMillis);
        this.answerNanos = TimeUnit.MILLISECONDS.toNanos(answerMillis);
        this.idleNanos = TimeUnit.MILLISECONDS.toNanos(idleMillis);
        this.listening = ServerSocketChannel.open();
        try {
            listening.bind(address, BACKLOG);
            listening.configureBlocking(false);
            this.selector = Selector.open();
            this.accepting = listening.register(selector, SelectionKey.OP_ACCEPT);
        } catch (IOException | RuntimeException e) {
            listening.close();
            throw e;
        }
    }

    /** Begins to serve, for as long as the JVM lives. */
    void start() {
        AgentThreads.start("pool-agent-http-dispatcher", this);
    }

    /** The port that it has. */
    int port() {
        return listening.socket().getLocalPort();
    }

    /** How many clients are connected; any thread may ask. */
    int clients() {
        return clients.size();
    }

    /** Ends it. */
    void stop() throws IOException {
        listening.close();
        selector.wakeup();
    }

    @Override
    public void run() {
        while (listening.isOpen()) {
            try {
                serve();
            } catch (Throwable e) { // there is no memory, mostly
                Log.debug("HTTP can not be served now: " + e);
                pause();
            }
        }
        clients.closeAll();
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException ignored) {
            // nobody has a reason to end this thread
        }
    }

    private void serve() throws IOException {
        selector.select(clients.isEmpty() && accepting.interestOps() != 0 ? 0 : LOOK_MILLIS);
        Thread.interrupted(); // channels would close
        if (!listening.isOpen()) {
            return;
        }
        for (Runnable each = made.poll(); each != null; each = made.poll()) {
            each.run();
        }
        for (SelectionKey each : new ArrayList<>(selector.selectedKeys())) {
            selector.selectedKeys().remove(each);
            Client client = (Client) each.attachment();
            if (client == null) {
                accept();
            } else if (each.isValid()) {
                with(client, () -> ready(client));
            }
        }
        long now = System.nanoTime();
        if (now - lookedNanos >= TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)) {
            lookedNanos = now;
            accepting.interestOps(SelectionKey.OP_ACCEPT);
            clients.closeLate(now);
        }
    }

    /** What is done for one client. */
    private interface Step {
        void take() throws IOException;
    }

    /** Whatever happens, the others are served. */
    private void with(Client client, Step step) {
        try {
            step.take();
        } catch (Throwable e) { // it went, mostly
            clients.close(client);
        }
    }

    private void accept() {
        for (int i = 0; i < ACCEPTS; i++) {
            SocketChannel channel;
            try {
                channel = listening.accept();
            } catch (IOException | RuntimeException e) {
                accepting.interestOps(0); // there are no descriptors left, mostly: the next look tries again
                return;
            }
            if (channel == null) {
                return;
            }
            clients.makeRoom();
            accepted(channel);
        }
    }

    private void accepted(SocketChannel channel) {
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true); // head and body are written one by one
            SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
            Client client = new Client(channel, key);
            key.attach(client);
            clients.add(client);
            client.waitFor(Waits.IDLE, idleNanos);
        } catch (IOException | RuntimeException | Error e) {
            Clients.close(channel);
        }
    }

    private void ready(Client client) throws IOException {
        if (client.waits() == Waits.SENDING) {
            if (client.send()) {
                sent(client);
                answerAll(client);
            }
            return;
        }
        space.clear();
        if (!client.read(space)) {
            clients.close(client);
        } else if (client.waits() != Waits.END) {
            answerAll(client);
        }
    }

    /** Answers what requests have come, one after the other, up to one that must wait. */
    private void answerAll(Client client) throws IOException {
        while (client.waits() == Waits.IDLE || client.waits() == Waits.HEAD) {
            int end = client.headEnd();
            if (end < 0) {
                if (client.waits() == Waits.IDLE && client.hasBytes()) {
                    client.waitFor(Waits.HEAD, headNanos);
                }
                return;
            }
            if (end > Client.MOST_BYTES) {
                client.last();
                answer(client, false, Answer.error(431, "the request's head is too large"));
                return;
            }
            Head head = client.takeHead(end);
            client.waitFor(Waits.ANSWER, answerNanos);
            if (head == null) {
                answer(client, false, Answer.error(400, "this is no request of HTTP/1.1"));
                return;
            }
            answer(client, head);
        }
    }

    private void answer(Client client, Head head) throws IOException {
        boolean isHead = head.method.equals("HEAD");
        Answer now = front.now(head);
        if (now != null) {
            answer(client, isHead, now);
            return;
        }
        try {
            client.madeBy(front.later(
                    head,
                    made -> later(() -> with(client, () -> {
                        if (client.waits() == Waits.ANSWER) {
                            answer(client, isHead, made);
                            answerAll(client);
                        }
                    }))));
        } catch (RejectedExecutionException e) {
            answer(
                    client,
                    isHead,
                    Answer.error(503, "too many answers are being made: try again in a second")
                            .with("Retry-After", "1"));
        }
    }

    private void later(Runnable step) {
        made.add(step);
        selector.wakeup();
    }

    private void answer(Client client, boolean isHead, Answer answer) throws IOException {
        if (answer.isRefusal()) {
            client.last();
        }
        ByteBuffer head = ByteBuffer.wrap(answer.head(client.isLast()));
        ByteBuffer body = ByteBuffer.wrap(answer.body());
        client.answer(isHead ? new ByteBuffer[] {head} : new ByteBuffer[] {head, body});
        if (client.send()) {
            sent(client);
            return;
        }
        client.waitFor(Waits.SENDING, answerNanos);
        clients.makeSpace(client);
    }

    private void sent(Client client) throws IOException {
        if (client.isLast()) {
            client.channel.shutdownOutput();
            client.waitFor(Waits.END, headNanos);
        } else {
            client.waitFor(Waits.IDLE, idleNanos);
        }
    }
}

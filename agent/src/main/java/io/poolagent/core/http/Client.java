package io.poolagent.core.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One connection: what has come of its next request, and what has not gone of its last answer. Used by the server's thread. */
final class Client {
    /** So long a head may be. */
    static final int MOST_BYTES = 16_384;

    /** The JDK keeps memory outside of the heap for as much as is sent at once. */
    private static final int MOST_AT_ONCE = 65_536;

    private static final byte[] NONE = {};

    /** What it waits for. */
    enum Waits {
        /** The next request has not begun. */
        IDLE,
        /** It has. */
        HEAD,
        /** The answer is being made. */
        ANSWER,
        /** The client has not taken all of it. */
        SENDING,
        /** It has, and must see the end of it before the connection is closed: what it still sends would end that too soon. */
        END
    }

    final SocketChannel channel;
    private final SelectionKey key;
    private Waits waits = Waits.IDLE;
    private long sinceNanos;
    private long deadline;
    private byte[] bytes = NONE;
    private int length;
    private int looked;
    private boolean isLast;
    private ByteBuffer @Nullable [] answer;
    private @Nullable Future<?> work;

    Client(SocketChannel channel, SelectionKey key) {
        this.channel = channel;
        this.key = key;
    }

    /** From now on it waits for something, for so long at most. */
    void waitFor(Waits what, long nanos) {
        waits = what;
        sinceNanos = System.nanoTime();
        deadline = sinceNanos + nanos;
        key.interestOps(
                what == Waits.ANSWER ? 0 : what == Waits.SENDING ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    Waits waits() {
        return waits;
    }

    long sinceNanos() {
        return sinceNanos;
    }

    boolean isLate(long now) {
        return deadline - now < 0;
    }

    /**
     * Takes what has come.
     *
     * @param space for it, empty
     * @return whether there may be more, which is not so at the end
     */
    boolean read(ByteBuffer space) throws IOException {
        int count = channel.read(space);
        if (count > 0 && waits != Waits.END) {
            space.flip();
            add(space);
        }
        return count >= 0;
    }

    private void add(ByteBuffer more) {
        while (length == 0 && more.hasRemaining() && isEndOfLine(more.get(more.position()))) {
            more.get(); // empty lines before a request do not count
        }
        int count = more.remaining();
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, Math.min(2 * length, MOST_BYTES)));
        }
        more.get(bytes, length, count);
        length += count;
    }

    private static boolean isEndOfLine(byte b) {
        return b == '\r' || b == '\n';
    }

    boolean hasBytes() {
        return length > 0;
    }

    /** Where the next request's head ends; -1 where it has not all come, and more than a head may be for one too long. */
    int headEnd() {
        int end = Head.end(bytes, looked, length);
        looked = length;
        return end < 0 && length > MOST_BYTES ? MOST_BYTES + 1 : end;
    }

    /** Takes the next request's head; null for none that can be understood, behind which nothing can be. */
    @Nullable
    Head takeHead(int end) {
        Head head = Head.read(bytes, end);
        ByteBuffer rest = ByteBuffer.wrap(bytes, end, length - end);
        last();
        isLast = head == null || head.isLast();
        if (!isLast) {
            add(rest);
        }
        return head;
    }

    /** Whether nothing follows the answer. */
    boolean isLast() {
        return isLast;
    }

    /** Nothing follows the answer. */
    void last() {
        isLast = true;
        bytes = NONE;
        length = 0;
        looked = 0;
    }

    void madeBy(Future<?> of) {
        work = of;
    }

    /** It took too long: whoever makes the answer is to stop. */
    void giveUp() {
        if (work != null) {
            work.cancel(true);
        }
    }

    /** What is to be sent. */
    void answer(ByteBuffer... parts) {
        work = null;
        answer = parts;
    }

    /** Sends as much as the client takes now, and says whether that was all. */
    boolean send() throws IOException {
        if (answer != null) {
            for (ByteBuffer each : answer) {
                if (!send(each)) {
                    return false;
                }
            }
            answer = null;
        }
        return true;
    }

    private boolean send(ByteBuffer part) throws IOException {
        int end = part.limit();
        while (part.position() < end) {
            int wanted = Math.min(end, part.position() + MOST_AT_ONCE);
            part.limit(wanted);
            channel.write(part);
            part.limit(end);
            if (part.position() < wanted) {
                return false;
            }
        }
        return true;
    }

    /** How many bytes the client has not taken. */
    long unsent() {
        long left = 0;
        if (answer != null) {
            for (ByteBuffer each : answer) {
                left += each.remaining();
            }
        }
        return left;
    }
}

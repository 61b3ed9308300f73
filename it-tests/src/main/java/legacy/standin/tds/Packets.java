package legacy.standin.tds;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Messages as packets: [MS-TDS] 2.2.3.1. Used by one thread. */
final class Packets {
    static final int BATCH = 1;
    static final int RPC = 3;
    static final int REPLY = 4;
    static final int ATTENTION = 6;
    static final int BULK = 7;
    static final int LOGIN = 16;
    static final int PRELOGIN = 18;

    private static final int HEADER = 8;
    private static final int LARGEST = 4_096;
    private static final int END_OF_MESSAGE = 1;
    private static final int RESET = 8;

    private final DataInputStream in;
    private final DataOutputStream out;
    private int type;
    private boolean resets;

    Packets(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = new DataOutputStream(out);
    }

    /** The next message's content; null at the end. */
    byte[] read() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        resets = false;
        while (true) {
            try {
                type = in.readUnsignedByte();
            } catch (EOFException e) {
                return null;
            }
            int status = in.readUnsignedByte();
            int length = in.readUnsignedShort();
            in.readInt(); // process, number of the packet, window
            resets |= (status & RESET) != 0;
            byte[] content = new byte[length - HEADER];
            in.readFully(content);
            message.write(content, 0, content.length);
            if ((status & END_OF_MESSAGE) != 0) {
                return message.toByteArray();
            }
        }
    }

    /** The kind of the message that was read last. */
    int type() {
        return type;
    }

    /** Whether the message that was read last wants the session reset first. */
    boolean resets() {
        return resets;
    }

    void reply(byte[] content) throws IOException {
        int at = 0;
        int number = 1;
        do {
            int length = Math.min(content.length - at, LARGEST - HEADER);
            boolean last = at + length == content.length;
            out.writeByte(REPLY);
            out.writeByte(last ? END_OF_MESSAGE : 0);
            out.writeShort(length + HEADER);
            out.writeShort(0);
            out.writeByte(number++);
            out.writeByte(0);
            out.write(content, at, length);
            at += length;
        } while (at < content.length);
        out.flush();
    }
}

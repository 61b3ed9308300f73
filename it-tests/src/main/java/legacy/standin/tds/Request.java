package legacy.standin.tds;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the driver sends: [MS-TDS] 2.2.6. Used by one thread. */
final class Request {
    private static final int SP_EXECUTESQL = 10;
    private static final int NVARCHAR = 0xE7;
    private static final int NTEXT = 0x63;
    private static final int INTN = 0x26;

    private final ByteBuffer in;

    Request(byte[] message) {
        in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A batch is a text behind headers. */
    String batch() {
        skipHeaders();
        return text(in.remaining() / 2);
    }

    /** A call of sp_executesql with numbers as parameters, as the text that it comes to; of another, only its name. */
    String call() throws IOException {
        skipHeaders();
        int name = in.getShort() & 0xFFFF;
        int procedure = name == 0xFFFF ? in.getShort() : -1;
        if (procedure != SP_EXECUTESQL) {
            return "EXEC " + (procedure < 0 ? text(name) : String.valueOf(procedure));
        }
        in.getShort();
        String sql = parameter();
        if (in.hasRemaining()) {
            parameter(); // their declaration
        }
        for (int i = 0; in.hasRemaining(); i++) {
            sql = sql.replace("@P" + i, parameter());
        }
        return sql;
    }

    /** The rows of a bulk load, of one column of text: [MS-TDS] 2.2.6.1. */
    List<String> bulk() throws IOException {
        in.position(3 + 4 + 2 + 1 + 2 + 5); // COLMETADATA up to the column's name
        text(in.get() & 0xFF);
        List<String> values = new ArrayList<>();
        while ((in.get() & 0xFF) == 0xD1) {
            values.add(text((in.getShort() & 0xFFFF) / 2));
        }
        return values;
    }

    private void skipHeaders() {
        in.position(in.getInt(in.position()));
    }

    private String parameter() throws IOException {
        text(in.get() & 0xFF); // its name
        in.get();
        int type = in.get() & 0xFF;
        switch (type) {
            case NVARCHAR:
                int most = in.getShort() & 0xFFFF;
                in.position(in.position() + 5);
                if (most == 0xFFFF) {
                    throw new IOException("a text in chunks");
                }
                int length = in.getShort() & 0xFFFF;
                return length == 0xFFFF ? "NULL" : text(length / 2);
            case NTEXT:
                in.position(in.position() + 4 + 5);
                return text(in.getInt() / 2);
            case INTN:
                in.get();
                in.get();
                return String.valueOf(in.getInt());
            default:
                throw new IOException("a parameter of type " + type);
        }
    }

    private String text(int characters) {
        byte[] bytes = new byte[2 * characters];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_16LE);
    }

    /** One of the texts of LOGIN7, whose place stands at an offset: [MS-TDS] 2.2.6.4. */
    private byte[] loginText(int offset) {
        byte[] bytes = new byte[2 * in.getShort(offset + 2)];
        in.position(in.getShort(offset));
        in.get(bytes);
        return bytes;
    }

    String user() {
        return new String(loginText(40), StandardCharsets.UTF_16LE);
    }

    /** It comes with its half bytes swapped and some bits turned, which hides it from nobody. */
    String password() {
        byte[] hidden = loginText(44);
        for (int i = 0; i < hidden.length; i++) {
            int turned = (hidden[i] & 0xFF) ^ 0xA5;
            hidden[i] = (byte) (turned >> 4 | turned << 4);
        }
        return new String(hidden, StandardCharsets.UTF_16LE);
    }
}

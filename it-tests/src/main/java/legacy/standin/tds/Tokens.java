package legacy.standin.tds;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import legacy.standin.ServerError;

/** A reply, token by token: [MS-TDS] 2.2.7. Used by one thread. */
final class Tokens {
    /** Latin1_General_CI_AS. */
    private static final byte[] COLLATION = {0x09, 0x04, (byte) 0xD0, 0x00, 0x34};

    private static final int DATABASE = 1;
    private static final int PACKET_SIZE = 4;
    private static final int SQL_COLLATION = 7;
    private static final int RESET_DONE = 18;
    private static final int NVARCHAR = 0xE7;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    byte[] bytes() {
        return out.toByteArray();
    }

    /** LOGINACK and what goes with it. */
    Tokens loggedIn(String database) {
        change(DATABASE, text8(database), text8("master"));
        change(SQL_COLLATION, prefixed(COLLATION), new byte[] {0});
        change(PACKET_SIZE, text8("4096"), text8("4096"));
        byte[] name = text8("Microsoft SQL Server");
        u1(0xAD).u2(1 + 4 + name.length + 4).u1(1).u1(0x74).u1(0).u1(0).u1(4);
        raw(name).u1(16).u1(0).u1(0x10).u1(0);
        return this;
    }

    /** ENVCHANGE: the session is as after its login. */
    Tokens reset() {
        return change(RESET_DONE, new byte[] {0}, new byte[] {0});
    }

    /** ENVCHANGE: another database is the current one. */
    Tokens database(String now, String before) {
        return change(DATABASE, text8(now), text8(before));
    }

    private Tokens change(int what, byte[] now, byte[] before) {
        return u1(0xE3).u2(1 + now.length + before.length).u1(what).raw(now).raw(before);
    }

    /** ERROR. */
    Tokens error(ServerError error) {
        byte[] message = error.getMessage().getBytes(StandardCharsets.UTF_16LE);
        byte[] server = text8("stand-in");
        u1(0xAA).u2(4 + 1 + 1 + 2 + message.length + server.length + 1 + 4).u4(error.code);
        return u1(1).u1(error.code == 18456 ? 14 : 16)
                .u2(message.length / 2)
                .raw(message)
                .raw(server)
                .u1(0)
                .u4(1);
    }

    /** COLMETADATA for columns of text, all of one name, and a ROW for each value where there is but one column. */
    Tokens rows(int columns, List<String> values) {
        u1(0x81).u2(columns);
        for (int i = 0; i < columns; i++) {
            u4(0).u2(1).u1(NVARCHAR).u2(8_000).raw(COLLATION).raw(text8("a"));
        }
        for (String value : values) {
            u1(0xD1);
            if (value == null) {
                u2(0xFFFF);
            } else {
                byte[] text = value.getBytes(StandardCharsets.UTF_16LE);
                u2(text.length).raw(text);
            }
        }
        return this;
    }

    /** RETURNSTATUS of a procedure. */
    Tokens status() {
        return u1(0x79).u4(0);
    }

    /**
     * DONE, DONEPROC or DONEINPROC.
     *
     * @param count of rows; negative where nothing was counted
     */
    Tokens done(int token, int status, int command, int count) {
        int counted = count < 0 ? 0 : 0x10;
        return u1(token).u2(status | counted).u2(command).u4(Math.max(count, 0)).u4(0);
    }

    private Tokens u1(int value) {
        out.write(value);
        return this;
    }

    private Tokens u2(int value) {
        return u1(value & 0xFF).u1(value >> 8 & 0xFF);
    }

    private Tokens u4(int value) {
        return u2(value & 0xFFFF).u2(value >>> 16);
    }

    private Tokens raw(byte[] bytes) {
        out.write(bytes, 0, bytes.length);
        return this;
    }

    private static byte[] prefixed(byte[] bytes) {
        byte[] all = new byte[bytes.length + 1];
        all[0] = (byte) bytes.length;
        System.arraycopy(bytes, 0, all, 1, bytes.length);
        return all;
    }

    /** A text behind its length in characters. */
    private static byte[] text8(String text) {
        byte[] all = prefixed(text.getBytes(StandardCharsets.UTF_16LE));
        all[0] = (byte) text.length();
        return all;
    }
}

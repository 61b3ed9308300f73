package legacy.standin;

/** The server's refusal, which the driver turns into an exception of its own. */
public final class ServerError extends Exception {
    public final int code;
    public final String state;

    public ServerError(int code, String state, String message) {
        super(message);
        this.code = code;
        this.state = state;
    }
}

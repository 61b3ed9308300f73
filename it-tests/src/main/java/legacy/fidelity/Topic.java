package legacy.fidelity;

/** A group of cases. Has a constructor without arguments. */
public interface Topic {
    /** Names its cases. */
    void list(Cases cases);

    /** What is made once, before the first case; failures are those of the program. */
    default void setUp(Bench bench) throws Exception {}
}

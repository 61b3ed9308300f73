package io.poolagent.it.image;

import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.oracle.OracleContainer;

/** Oracle, where a Docker engine runs. */
@Testcontainers(disabledWithoutDocker = true)
class OracleIT {
    @Container
    private static final OracleContainer CONTAINER = new OracleContainer("gvenzl/oracle-free:slim-faststart");

    @Test
    void isPooled() {
        ImageDatabase.isPooled(CONTAINER, "ojdbc11");
    }

    @Test
    void endsTransactionsAsTheDriverDoes() {
        ImageDatabase.endsTransactionsAsTheDriverDoes(CONTAINER, "image.txt", "ojdbc11");
    }
}

package io.poolagent.it.image;

import org.junit.jupiter.api.Test;
import org.testcontainers.db2.Db2Container;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** DB2, where a Docker engine runs. */
@Testcontainers(disabledWithoutDocker = true)
class Db2IT {
    @Container
    private static final Db2Container CONTAINER = new Db2Container("icr.io/db2_community/db2:12.1.2.0").acceptLicense();

    @Test
    void isPooled() {
        ImageDatabase.isPooled(CONTAINER, "jcc");
    }

    @Test
    void endsTransactionsAsTheDriverDoes() {
        ImageDatabase.endsTransactionsAsTheDriverDoes(CONTAINER, "image.txt", "jcc");
    }
}

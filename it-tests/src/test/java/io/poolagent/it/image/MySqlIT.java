package io.poolagent.it.image;

import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mysql.MySQLContainer;

/** MySQL, where a Docker engine runs. */
@Testcontainers(disabledWithoutDocker = true)
class MySqlIT {
    @Container
    private static final MySQLContainer CONTAINER = new MySQLContainer("mysql:9.5");

    @Test
    void isPooled() {
        ImageDatabase.isPooled(CONTAINER, "mysql-connector-j");
    }

    @Test
    void endsTransactionsAsTheDriverDoes() {
        ImageDatabase.endsTransactionsAsTheDriverDoes(CONTAINER, "image.txt", "mysql-connector-j");
    }
}

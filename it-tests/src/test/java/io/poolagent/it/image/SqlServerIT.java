package io.poolagent.it.image;

import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mssqlserver.MSSQLServerContainer;

/** SQL Server, where a Docker engine runs. */
@Testcontainers(disabledWithoutDocker = true)
class SqlServerIT {
    @Container
    private static final MSSQLServerContainer CONTAINER =
            new MSSQLServerContainer("mcr.microsoft.com/mssql/server:2022-latest").acceptLicense();

    @Test
    void isPooled() {
        ImageDatabase.isPooled(CONTAINER, "mssql-jdbc");
    }

    @Test
    void endsTransactionsAsTheDriverDoes() {
        ImageDatabase.endsTransactionsAsTheDriverDoes(CONTAINER, "image.txt", "mssql-jdbc");
    }
}

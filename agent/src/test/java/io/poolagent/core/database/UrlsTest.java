package io.poolagent.core.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://h/db?user=u&password=s3cret&ssl=true",
                "jdbc:mysql://u:s3cret@h:3306/db",
                "jdbc:mysql://address=(host=h)(user=u)(password=s3cret)/db",
                "jdbc:oracle:thin:u/s3cret@h:1521:sid",
                "jdbc:oracle:thin:u/s3cret@//h:1521/service",
                "jdbc:sqlserver://h;databaseName=x;PASSWORD=s3cret;trustStorePassword=s3cret",
                "jdbc:h2:tcp://h/x;USER=sa;PASSWORD=s3cret",
                "jdbc:db2://h:50000/db:user=u;password=s3cret;",
                "jdbc:derby:x;bootPassword=s3cret"
            })
    void noPasswordIsShown(String url) {
        assertFalse(Urls.masked(url).contains("s3cret"), Urls.masked(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:db2://h:50000/db:password=a s3cret;user=u;",
                "jdbc:db2://h:50000/db:user=u;password=a,s3cret;",
                "jdbc:mysql://address=(host=h)(password=a)s3cret)(user=u)/db",
                "jdbc:oracle:thin:u/\"a@s3cret\"@//h:1521/service",
                "jdbc:mysql://u:a@s3cret@h:3306/db"
            })
    void noPartOfPasswordIsInName(String url) {
        assertFalse(Urls.shortened(url).contains("s3cret"), Urls.shortened(url));
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://h:1/a?x=y,//h:1",
        "jdbc:postgresql://h:1/b,//h:1",
        "jdbc:mysql://u:p@h:3306/db,//h:3306",
        "jdbc:sqlserver://h:1433;databaseName=x,//h:1433",
        "jdbc:h2:./file;A=B,jdbc:h2:."
    })
    void server(String url, String server) {
        assertEquals(server, Urls.server(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:sqlite:x.db",
                "jdbc:h2:mem:",
                "jdbc:h2:mem:x",
                "jdbc:h2:~/file",
                "jdbc:h2:tcp://h:1/mem:x",
                "jdbc:hsqldb:file:x;shutdown=true",
                "jdbc:derby:memory:x;create=true",
                "jdbc:derby:x;shutdown=true",
                "jdbc:mariadb://h/db?pool=true",
                "jdbc:default:connection",
                "jdbc:apache:commons:dbcp:x"
            })
    void neverPooled(String url) {
        assertNotNull(Databases.of(url).neverPooled(url, new Properties()), url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://h/db",
                "jdbc:h2:tcp://h:1/~/x",
                "jdbc:h2:mem:x;DB_CLOSE_DELAY=-1",
                "jdbc:hsqldb:hsql://h/x",
                "jdbc:derby:x;create=true",
                "jdbc:mariadb://h/db?poolName=x",
                "jdbc:nobody:x"
            })
    void pooled(String url) {
        assertNull(Databases.of(url).neverPooled(url, new Properties()), url);
    }

    @Test
    void systemLogins() {
        Properties info = new Properties();
        info.setProperty("internal_logon", "sysdba");
        assertNotNull(Databases.of("jdbc:oracle:thin:@h").neverPooled("jdbc:oracle:thin:@h", info));
    }
}

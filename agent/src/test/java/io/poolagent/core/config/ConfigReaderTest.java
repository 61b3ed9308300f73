package io.poolagent.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {
    private static Config read(String arguments) {
        return ConfigReader.read(arguments, Map.of(), new Properties());
    }

    private static String mistake(String arguments) {
        return assertThrows(BadConfigException.class, () -> read(arguments)).getMessage();
    }

    @Test
    void everyDefaultIsAllowedByItsOwnType() {
        Config config = read(null);
        assertEquals(10, config.number(Options.MAX));
        assertEquals(300_000, config.millis(Options.IDLE_TIMEOUT));
        assertEquals(10 << 20, config.bytes(Options.LOG_FILE_SIZE));
        assertEquals("pool", config.text(Options.MODE));
        assertEquals("built-in default", config.setting(Options.MAX).source());
    }

    @Test
    void laterSourcesWin(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("agent.properties");
        Files.writeString(file, "pool.max=2\npool.min=1\npool.idle-timeout=2s\nlog.level=debug\nmode=observe\n");
        Properties properties = new Properties();
        properties.setProperty("poolagent.log.level", "warn");
        properties.setProperty("poolagent.config", file.toString());
        Map<String, String> environment =
                Map.of("DB_POOL_MAX", "3", "POOLAGENT_POOL_MAX", "4", "POOLAGENT_LOG_LEVEL", "error");
        Config config = ConfigReader.read("mode=pool", environment, properties);
        assertEquals(4, config.number(Options.MAX), "POOLAGENT_ is one step above DB_POOL_");
        assertEquals(1, config.number(Options.MIN));
        assertEquals(2_000, config.millis(Options.IDLE_TIMEOUT));
        assertEquals("warn", config.text(Options.LOG_LEVEL));
        assertEquals("pool", config.text(Options.MODE));
        assertEquals("the file " + file, config.setting(Options.MIN).source());
        assertEquals(
                "the environment variable POOLAGENT_POOL_MAX",
                config.setting(Options.MAX).source());
    }

    @Test
    void valuesForSomeUrlsOnly() {
        Config config = read("pool[jdbc:postgresql://*/reports*].max=4,pool.max=20");
        assertEquals(4, config.forUrl("jdbc:postgresql://db/reports?x=1").number(Options.MAX));
        assertEquals(20, config.forUrl("jdbc:postgresql://db/shop").number(Options.MAX));
    }

    @ParameterizedTest
    @CsvSource({
        "pool.max=0,pool.max,'0',the agent argument,from 1 to 10000",
        "pool.max=ten,pool.max,'ten',the agent argument,a whole number",
        "pool.idle-timeout=5,pool.idle-timeout,'5',the agent argument,30s",
        "mode=pol,mode,'pol',nearest: pool,'pool, observe, off'",
        "log.target=syslog,log.target,'syslog',file:PATH,stderr",
        "log.file-size=10,log.file-size,'10',the agent argument,512KB",
        "log.target=sl4j,log.target,'sl4j',the agent argument,nearest: slf4j",
        "pool.maximum=3,unknown option 'pool.maximum',the agent argument,nearest option: pool.max,3",
        "pool.min=11,pool.min,'11',at most pool.max,built-in default",
        "poolmax,'poolmax',name=value,nearest option: pool.max,the agent argument"
    })
    void aBadValueNamesEverything(String arguments, String first, String second, String third, String fourth) {
        String message = mistake(arguments);
        for (String part : new String[] {first, second, third, fourth}) {
            assertTrue(message.contains(part), () -> "lacks \"" + part + "\": " + message);
        }
    }

    @Test
    void badValuesOfEverySourceAreNamed() {
        Properties properties = new Properties();
        properties.setProperty("poolagent.pool.min", "-1");
        Map<String, String> environment = Map.of("DB_POOL_MAX", "many", "POOLAGENT_POOL_MAXX", "3");
        BadConfigException e =
                assertThrows(BadConfigException.class, () -> ConfigReader.read("strict=true", environment, properties));
        assertEquals(3, e.mistakes().size(), e::getMessage);
        assertTrue(e.strict());
        assertTrue(e.getMessage().contains("the environment variable DB_POOL_MAX"), e::getMessage);
        assertTrue(e.getMessage().contains("unknown option 'POOLAGENT_POOL_MAXX'"), e::getMessage);
        assertTrue(e.getMessage().contains("the system property poolagent.pool.min"), e::getMessage);
    }

    @Test
    void aMissingFileIsNamed() {
        assertTrue(mistake("config=/no/such/file").contains("/no/such/file"));
    }

    /** Somebody wrote down a whole URL as the pattern of an option: its password is said by nothing that names the option. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pool[jdbc:postgresql://u:UrlSecret@h/*].max=0",
                "pool[jdbc:postgresql://u:UrlSecret@h/*].maxx=4",
                "pool[jdbc:postgresql://u:UrlSecret@h/*].max",
                "pool[jdbc:postgresql://u:UrlSecret@h/*.max=4",
                "pool[jdbc:postgresql://u:UrlSecret@h/*].min=11",
                "pool[jdbc:postgresql://h/*?user=u&password=UrlSecret].max=0",
                "url.exlude=jdbc:postgresql://u:UrlSecret@h/*"
            })
    void passwordsInPatternsAreNotShownByMistakes(String argument, @TempDir Path folder) throws IOException {
        assertMasked(mistake(argument));
        int equals = argument.lastIndexOf('=');
        if (argument.matches(".*=\\w+")) {
            Properties properties = new Properties();
            properties.setProperty("poolagent." + argument.substring(0, equals), argument.substring(equals + 1));
            assertMasked(assertThrows(BadConfigException.class, () -> ConfigReader.read(null, Map.of(), properties))
                    .getMessage());
        }
        for (String line : new String[] {
            argument, argument.replace(":", "\\:").replace("?user=", "?user\\=").replace("password=", "password\\=")
        }) {
            Path file = folder.resolve("agent.properties");
            Files.writeString(file, line);
            assertMasked(mistake("config=" + file));
        }
    }

    private static void assertMasked(String text) {
        assertFalse(text.contains("UrlSecret"), text);
        assertTrue(text.contains("***"), text);
    }

    @Test
    void optionsForSomeUrlsOnlyAreShownWithTheirSourceAndWithoutPasswords() {
        Properties properties = new Properties();
        properties.setProperty("poolagent.pool[jdbc:postgresql://u:UrlSecret@h/*].max", "4");
        Config config = ConfigReader.read("session[jdbc:h2:*].reset=always", Map.of(), properties);
        List<String> shown = config.shown().stream()
                .map(each -> String.join(" ", each))
                .filter(each -> each.contains("["))
                .toList();
        assertEquals(
                List.of(
                        "pool[jdbc:postgresql://u:***@h/*].max 4 the system property"
                                + " poolagent.pool[jdbc:postgresql://u:***@h/*].max",
                        "session[jdbc:h2:*].reset always the agent argument"),
                shown);
        assertMasked(config.describe());
        assertTrue(config.describe().contains("pool[jdbc:postgresql://u:***@h/*].max = 4    ("), config::describe);
        assertEquals(4, config.forUrl("jdbc:postgresql://u:UrlSecret@h/shop").number(Options.MAX));
    }
}

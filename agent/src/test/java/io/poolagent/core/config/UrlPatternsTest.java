package io.poolagent.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlPatternsTest {
    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:*|jdbc:postgresql://db/*, jdbc:h2:*|jdbc:postgresql://db/*",
        "jdbc:nix:*;pwd=s3cret|jdbc:h2:*, jdbc:nix:*;pwd=***|jdbc:h2:*",
        "jdbc:mysql://db/*?password=s3cret&ssl=true, jdbc:mysql://db/*?password=***&ssl=true",
        "jdbc:oracle:thin:scott/s3cret@*, jdbc:oracle:thin:scott/***@*",
        "jdbc:mysql://u:s3cret@db/*, jdbc:mysql://u:***@db/*",
        "jdbc:mysql://u:s3:c@ret@db/*|jdbc:h2:*, jdbc:mysql://u:***@db/*|jdbc:h2:*"
    })
    void passwordsAreNotShown(String patterns, String shown) {
        assertEquals(shown, UrlPatterns.masked(patterns));
    }

    @Test
    void commasOfPatternsSeparateNothing() {
        assertEquals(List.of("a=1", "b=[x", "y].z=2"), UrlPatterns.parts("a=1,b=[x,y].z=2"));
        assertEquals(
                List.of("pool[jdbc:mariadb://a,b/*?x=y].max=4", "", "pool.max=3"),
                UrlPatterns.parts("pool[jdbc:mariadb://a,b/*?x=y].max=4,,pool.max=3"));
        assertEquals(
                List.of("pool[jdbc:x://[::1]:5,[::2]/*].max=4", "pool[a].max=1"),
                UrlPatterns.parts("pool[jdbc:x://[::1]:5,[::2]/*].max=4,pool[a].max=1"));
        assertEquals(
                List.of("pool[never closed", "pool.max=3", ""), UrlPatterns.parts("pool[never closed,pool.max=3,"));
    }
}

package io.poolagent.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}

package io.poolagent.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorClassesTest {
    private final ErrorClasses classes = new ErrorClasses();

    @Test
    void theFirstTwoLettersOfTheStandardsStates() {
        classes.count(new SQLException("x", "08006"));
        classes.count(new SQLException("x", "08001"));
        classes.count(new SQLException("x", "HY000"));
        assertEquals(Map.of("08", 2L, "HY", 1L), classes.counts());
    }

    @Test
    void whatIsNoStateShowsNothingOfItself() {
        classes.count(new SQLException("x", "no such customer: Smith"));
        classes.count(new SQLException("x", "sm\u0131th"));
        classes.count(new SQLException("x"));
        classes.count(new IllegalStateException("x"));
        assertEquals(Map.of("none", 4L), classes.counts());
    }

    @Test
    void thereAreNotTooMany() {
        for (char first = 'A'; first <= 'Z'; first++) {
            for (char second = 'A'; second <= 'Z'; second++) {
                classes.count(new SQLException("x", "" + first + second + "000"));
            }
        }
        assertTrue(classes.counts().size() <= 61, () -> "classes: " + classes.counts());
        assertEquals(
                26L * 26,
                classes.counts().values().stream().mapToLong(Long::longValue).sum());
        assertTrue(classes.counts().get("other") > 600);
    }
}

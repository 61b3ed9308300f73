package io.poolagent.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeTest {
    @ParameterizedTest
    @CsvSource({
        "1B, 1",
        "512KB, 524288",
        "10MB, 10485760",
        "10mb, 10485760",
        "10 MB, 10485760",
        "2Gb, 2147483648",
        "0, 0",
        "0KB, 0"
    })
    void sizes(String text, long bytes) {
        assertEquals(bytes, Type.size(0, Long.MAX_VALUE, "").read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "10", "MB", "-1MB", "1.5MB", "10TB", "10MB!", "10 M B", "9999999999999B", "99999999999GB"})
    void noSizes(String text) {
        assertNull(Type.size(0, Long.MAX_VALUE, "").read(text));
    }

    @ParameterizedTest
    @CsvSource({"1KB, true", "1023B, false", "1MB, true", "1025KB, false"})
    void sizesHaveBounds(String text, boolean allowed) {
        assertEquals(allowed, Type.size(1 << 10, 1 << 20, "").read(text) != null);
    }

    /** So many days are more milliseconds than a long holds; wrapped around they would be 255 ms. */
    @ParameterizedTest
    @ValueSource(strings = {"213503982335d", "999999999999d"})
    void noDurationsThatOverflow(String text) {
        assertNull(Type.duration(Long.MIN_VALUE, Long.MAX_VALUE, "").read(text));
    }

    @ParameterizedTest
    @CsvSource({"stderr, true", "jul, true", "slf4j, true", "file:x, true", "file:, false", "log4j, false"})
    void targets(String text, boolean allowed) {
        assertEquals(allowed, Type.target().read(text) != null);
    }
}

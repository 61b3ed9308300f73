package io.poolagent.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void everyKindOfValue() {
        String nothing = null;
        Json none = null;
        assertEquals(
                "{\"text\":\"a\",\"whole\":-9223372036854775808,\"broken\":0.25,\"on\":true,\"nothing\":null,"
                        + "\"none\":null,\"inner\":{\"list\":[1,2.5,\"b\",false,null,null,[],{}]}}",
                Json.object()
                        .put("text", "a")
                        .put("whole", Long.MIN_VALUE)
                        .put("broken", 0.25)
                        .put("on", true)
                        .put("nothing", nothing)
                        .put("none", none)
                        .put(
                                "inner",
                                Json.object()
                                        .put(
                                                "list",
                                                Json.array()
                                                        .add(1)
                                                        .add(2.5)
                                                        .add("b")
                                                        .add(false)
                                                        .add(nothing)
                                                        .add(none)
                                                        .add(Json.array())
                                                        .add(Json.object())))
                        .toString());
    }

    @Test
    void empty() {
        assertEquals("{}", Json.object().toString());
        assertEquals("[]", Json.array().toString());
    }

    @Test
    void whatNeedsEscapingIsEscapedInNamesToo() {
        assertEquals(
                "{\"\\\"\\\\/\":\"\\n\\t\\u000d\\u0000\\u001f\\u007f \\u00e4\\u20ac\\ud83d\\ude00\\ud83d\\u2028\"}",
                Json.object()
                        .put("\"\\/", "\n\t\r\0\u001f\u007f \u00e4\u20ac\ud83d\ude00\ud83d\u2028")
                        .toString());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void noNumbers(double value) {
        assertEquals("[null]", Json.array().add(value).toString());
    }

    @ParameterizedTest
    @CsvSource({"1e300, 1.0E300", "-1e-7, -1.0E-7", "-0.0, -0.0", "12345678, 1.2345678E7"})
    void numbersAreThoseOfJson(double value, String text) {
        assertEquals("[" + text + "]", Json.array().add(value).toString());
    }

    @Test
    void objectsTakeNamesAndArraysNone() {
        assertThrows(IllegalStateException.class, () -> Json.array().put("a", 1));
        assertThrows(IllegalStateException.class, () -> Json.object().add(1));
    }
}

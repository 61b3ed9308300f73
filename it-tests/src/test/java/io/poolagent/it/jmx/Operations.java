package io.poolagent.it.jmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.management.Attribute;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.ObjectName;

/** Calls every operation, and writes every attribute that can be written; what is declared and not known here fails. */
final class Operations {
    private interface Check {
        void look(ObjectName bean, String answer) throws Exception;
    }

    private final Client client;
    private final Set<String> called = new TreeSet<>();
    private final Map<String, Object> arguments = Map.of("setMin", 1, "setMax", 7);
    private final Map<String, Check> effects = new LinkedHashMap<>();
    private final Map<String, Object> writes = Map.of("Leaks.ThresholdMillis", 4_321L);

    Operations(Client client, String pool, String foreign) {
        this.client = client;
        effects.put("Pool.setMax", (bean, none) -> assertEquals(7, client.get(bean, "Max")));
        effects.put("Pool.setMin", (bean, none) -> assertEquals(1, client.get(bean, "Min")));
        effects.put("Pool.suspend", (bean, none) -> assertEquals(true, client.get(bean, "Suspended")));
        effects.put("Pool.resume", (bean, none) -> assertEquals(false, client.get(bean, "Suspended")));
        effects.put("Pool.softEvict", (bean, none) -> assertTrue((Long) client.get(bean, "Closed") > 0));
        effects.put("Pool.resetStatistics", (bean, none) -> assertEquals(0L, client.get(bean, "Acquires")));
        effects.put("Pool.dumpLeases", (bean, text) -> says(text, "no open lease"));
        effects.put("Pool.report", (bean, text) -> says(text, "pool " + pool + ": active "));
        effects.put("ForeignPool.dumpLeases", (bean, text) -> says(text, "legacy.jmx.Everything"));
        effects.put("ForeignPool.report", (bean, text) -> says(text, "foreign pool " + foreign + " (HikariCP): "));
        effects.put("Leaks.report", (bean, text) -> says(text, " at Everything.java:"));
        effects.put("Leaks.dumpLeases", (bean, text) -> says(text, "legacy.jmx.Everything"));
        effects.put("Leaks.clear", (bean, none) -> assertEquals(0L, client.get(bean, "Proven")));
        effects.put("Agent.dump", (bean, text) -> says(text, pool + ": "));
    }

    private static void says(String text, String what) {
        assertTrue(text.contains(what), () -> "not in it: " + what + "\n" + text);
    }

    /** Whether there is something for each that is known here. */
    void allCalled() {
        assertEquals(
                effects.keySet().stream().sorted().toList(),
                called.stream().sorted().toList());
    }

    /** Calls all of a bean, in the order in which they are declared: some look at what others did. */
    void call(ObjectName bean) throws Exception {
        for (MBeanOperationInfo each : client.server().getMBeanInfo(bean).getOperations()) {
            String name = bean.getKeyProperty("type") + "." + each.getName();
            Check effect = effects.get(name);
            assertNotNull(effect, () -> "nobody says what comes of " + name);
            String[] types = Stream.of(each.getSignature())
                    .map(MBeanParameterInfo::getType)
                    .toArray(String[]::new);
            Object[] given = types.length == 0 ? new Object[0] : new Object[] {arguments.get(each.getName())};
            Object answer = client.server().invoke(bean, each.getName(), given, types);
            if (each.getReturnType().equals("java.lang.Void")) {
                assertNull(answer, name);
            } else {
                assertEquals(each.getReturnType(), answer.getClass().getName(), name);
            }
            effect.look(bean, String.valueOf(answer));
            called.add(name);
        }
    }

    /** Writes all that can be written, and finds it. */
    void write(ObjectName bean) throws Exception {
        for (MBeanAttributeInfo each : client.server().getMBeanInfo(bean).getAttributes()) {
            if (each.isWritable()) {
                Object value = writes.get(bean.getKeyProperty("type") + "." + each.getName());
                assertNotNull(value, () -> "nobody says what to write to " + each);
                client.server().setAttribute(bean, new Attribute(each.getName(), value));
                assertEquals(value, client.get(bean, each.getName()));
            }
        }
    }
}

package io.poolagent.it.jmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.MBeanAttributeInfo;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.OpenMBeanAttributeInfo;
import javax.management.openmbean.TabularData;
import javax.management.openmbean.TabularType;

/** Reads all attributes that beans declare, again and again, and knows which tables had rows. */
final class Readings {
    private final Client client;
    private final String secret;
    private final Set<String> tables = new TreeSet<>();
    private final Set<String> filled = new TreeSet<>();

    Readings(Client client, String secret) {
        this.client = client;
        this.secret = secret;
    }

    /** The names of all tables, as {@code Pool.Leases}. */
    Set<String> tables() {
        return tables;
    }

    /** Those in which there were rows at some time. */
    Set<String> filled() {
        return filled;
    }

    /** Reads all there is of a bean, all at once and one by one. */
    void read(ObjectName bean) throws Exception {
        MBeanAttributeInfo[] declared = client.server().getMBeanInfo(bean).getAttributes();
        String[] names = Stream.of(declared).map(MBeanAttributeInfo::getName).toArray(String[]::new);
        Map<String, Object> together = new LinkedHashMap<>();
        AttributeList list = client.server().getAttributes(bean, names);
        for (Attribute each : list.asList()) {
            together.put(each.getName(), each.getValue());
        }
        assertEquals(List.of(names), List.copyOf(together.keySet()), bean::toString);
        for (MBeanAttributeInfo each : declared) {
            assertTrue(each.isReadable(), each::toString);
            check(bean, (OpenMBeanAttributeInfo) each, together.get(each.getName()));
            check(bean, (OpenMBeanAttributeInfo) each, client.get(bean, each.getName()));
        }
    }

    private void check(ObjectName bean, OpenMBeanAttributeInfo attribute, Object value) {
        String name = bean.getKeyProperty("type") + "." + attribute.getName();
        // OpenMBeanAttributeInfo.isValue says no to null, and what never happened has no time and no reason.
        boolean nothingYet = value == null && attribute.getName().startsWith("Last");
        assertTrue(nothingYet || attribute.getOpenType().isValue(value), () -> name + " is " + value);
        assertFalse(String.valueOf(value).contains(secret), name);
        if (attribute.getOpenType() instanceof TabularType type) {
            tables.add(name);
            for (Object row : ((TabularData) value).values()) {
                assertTrue(type.getRowType().isValue(row), () -> name + " has " + row);
                Object key = ((CompositeData) row).get(type.getIndexNames().get(0));
                assertEquals(row, ((TabularData) value).get(new Object[] {key}), name);
                filled.add(name);
            }
        }
    }
}

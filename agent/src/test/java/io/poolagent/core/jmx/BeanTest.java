package io.poolagent.core.jmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.core.config.Config;
import io.poolagent.core.config.ConfigReader;
import io.poolagent.core.leak.Leaks;
import io.poolagent.core.pool.Pools;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.InvalidAttributeValueException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.ReflectionException;
import javax.management.RuntimeMBeanException;
import javax.management.openmbean.OpenMBeanInfo;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BeanTest {
    private final Config config = ConfigReader.read("leak.threshold=5s", Map.of(), new Properties());
    private final Leaks leaks = new Leaks(config);
    private final Pools pools = new Pools(config, leaks, all -> {});
    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private ObjectName name;

    @BeforeEach
    void register() throws Exception {
        Registrar registrar = new Registrar(pools, leaks);
        registrar.update(server, Set.of(leaks));
        name = new ObjectName("io.poolagent:type=Leaks");
    }

    @Test
    void describesItself() throws Exception {
        var info = server.getMBeanInfo(name);
        assertInstanceOf(OpenMBeanInfo.class, info);
        for (MBeanAttributeInfo each : info.getAttributes()) {
            assertTrue(each.getDescription().length() > 10, each::toString);
            assertEquals(each.getName().equals("ThresholdMillis"), each.isWritable(), each.getName());
        }
        for (MBeanOperationInfo each : info.getOperations()) {
            assertTrue(each.getDescription().length() > 10, each::toString);
            boolean changes = each.getName().equals("clear");
            assertEquals(changes ? MBeanOperationInfo.ACTION : MBeanOperationInfo.INFO, each.getImpact());
        }
        assertEquals(
                List.of("report", "dumpLeases", "clear"),
                List.of(info.getOperations()).stream()
                        .map(MBeanOperationInfo::getName)
                        .toList());
    }

    @Test
    void everyAttributeCanBeRead() throws Exception {
        String[] names = List.of(server.getMBeanInfo(name).getAttributes()).stream()
                .map(MBeanAttributeInfo::getName)
                .toArray(String[]::new);
        assertEquals(10, server.getAttributes(name, names).size());
        for (String each : names) {
            server.getAttribute(name, each);
        }
        assertTrue(((TabularData) server.getAttribute(name, "ByPlace")).isEmpty());
        assertThrows(AttributeNotFoundException.class, () -> server.getAttribute(name, "Nothing"));
    }

    @Test
    void thresholdIsWritten() throws Exception {
        assertEquals(5_000L, server.getAttribute(name, "ThresholdMillis"));
        server.setAttribute(name, new Attribute("ThresholdMillis", 250L));
        assertEquals(250L, leaks.thresholdMillis());
    }

    @Test
    void badThresholdIsRefused() {
        for (long bad : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            RuntimeMBeanException refused = assertThrows(
                    RuntimeMBeanException.class,
                    () -> server.setAttribute(name, new Attribute("ThresholdMillis", bad)));
            assertInstanceOf(IllegalArgumentException.class, refused.getCause());
            String message = refused.getCause().getMessage();
            assertTrue(message.contains(bad + " ms") && message.contains("from 1ms to 30d"), message);
        }
        assertThrows(
                InvalidAttributeValueException.class,
                () -> server.setAttribute(name, new Attribute("ThresholdMillis", "soon")));
        assertThrows(AttributeNotFoundException.class, () -> server.setAttribute(name, new Attribute("Proven", 1L)));
        assertEquals(5_000, leaks.thresholdMillis());
    }

    @Test
    void severalAreSetAsFarAsTheyAreAllowed() throws Exception {
        AttributeList both =
                new AttributeList(List.of(new Attribute("ThresholdMillis", 0L), new Attribute("ThresholdMillis", 77L)));
        assertEquals(1, server.setAttributes(name, both).size());
        assertEquals(77, leaks.thresholdMillis());
    }

    @Test
    void operationsAnswer() throws Exception {
        assertEquals("no leaks, no open leases", server.invoke(name, "report", null, null));
        assertEquals("no open lease", server.invoke(name, "dumpLeases", new Object[0], new String[0]));
        assertNull(server.invoke(name, "clear", null, null));
        assertThrows(ReflectionException.class, () -> server.invoke(name, "nothing", null, null));
    }

    /** Another agent, or another copy of this one: both are seen. */
    @Test
    void takenNameGetsNumber() throws Exception {
        Registrar other = new Registrar(pools, new Leaks(config));
        Leaks others = new Leaks(config);
        new Registrar(pools, others).update(server, Set.of(others));
        other.update(server, Set.of());
        assertTrue(server.isRegistered(new ObjectName("io.poolagent:type=Leaks,number=2")));
        assertEquals("io.poolagent:type=Pool,name=\"a #2\"", Names.pool("a", 2).toString());
        String odd = "jdbc:x://h:1/a,b=c*?\"\n";
        assertEquals(odd, ObjectName.unquote(Names.pool(odd, 1).getKeyProperty("name")));
    }

    @Test
    void whatIsGoneIsUnregisteredAndLetGo() throws Exception {
        Leaks others = new Leaks(config);
        Registrar registrar = new Registrar(pools, others);
        registrar.update(server, Set.of(others));
        ObjectName second = new ObjectName("io.poolagent:type=Leaks,number=2");
        assertTrue(server.isRegistered(second));
        server.unregisterMBean(second); // somebody was faster
        registrar.update(server, Set.of());
        registrar.update(server, Set.of(others));
        assertTrue(server.isRegistered(second));
        registrar.update(server, Set.of());
        assertFalse(server.isRegistered(second));
    }

    @Test
    void rowsWithOneTextAreToldApart() {
        Rows<String> rows = new Rows<String>("thing", "a thing")
                .column("name", SimpleType.STRING, "its name", each -> each)
                .column("length", SimpleType.INTEGER, "its length", String::length);
        TabularData table = rows.of(List.of("a", "bb", "a", "a"));
        assertEquals(4, table.size());
        assertEquals(1, table.get(new Object[] {"a #3"}).get("length"));
    }
}

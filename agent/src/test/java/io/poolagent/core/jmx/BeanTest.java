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
import io.poolagent.core.report.Level;
import io.poolagent.core.report.Log;
import io.poolagent.core.watch.Watch;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.InvalidAttributeValueException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.Notification;
import javax.management.ObjectName;
import javax.management.ReflectionException;
import javax.management.RuntimeMBeanException;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.OpenMBeanInfo;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BeanTest {
    private final Config config = ConfigReader.read("leak.threshold=5s", Map.of(), new Properties());
    private final Leaks leaks = new Leaks(config);
    private final Watch watch = new Watch(config, leaks, null);
    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private ObjectName name;

    @BeforeEach
    void register() throws Exception {
        Registrar registrar = new Registrar(watch);
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
        assertEquals(names.length, server.getAttributes(name, names).size());
        for (String each : names) {
            server.getAttribute(name, each);
        }
        assertTrue(((TabularData) server.getAttribute(name, "ByPlace")).isEmpty());
        assertThrows(AttributeNotFoundException.class, () -> server.getAttribute(name, "Nothing"));
    }

    @Test
    void unitsAreAFieldOfTheirOwn() throws Exception {
        for (MBeanAttributeInfo each : server.getMBeanInfo(name).getAttributes()) {
            Object units = each.getDescriptor().getFieldValue("units");
            String wanted = each.getName().endsWith("Millis")
                    ? "ms"
                    : each.getName().equals("MemoryHeld")
                            ? "bytes"
                            : each.getName().equals("ByPlace") ? null : "count";
            assertEquals(wanted, units, each.getName());
        }
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

    @Test
    void theAgentShowsItsConfigurationWithoutSecrets() throws Exception {
        Config secret = ConfigReader.read("http.token=swordfish,leak.threshold=5s", Map.of(), new Properties());
        Watch own = new Watch(secret, new Leaks(secret), null);
        new Registrar(own).update(server, Set.of(own));
        ObjectName agent = new ObjectName("io.poolagent:type=Agent");
        TabularData settings = (TabularData) server.getAttribute(agent, "Configuration");
        assertEquals("***", settings.get(new Object[] {"http.token"}).get("value"));
        assertEquals("5s", settings.get(new Object[] {"leak.threshold"}).get("value"));
        assertEquals(
                "the agent argument",
                settings.get(new Object[] {"leak.threshold"}).get("source"));
        assertEquals("healthy", server.getAttribute(agent, "State"));
        for (MBeanAttributeInfo each : server.getMBeanInfo(agent).getAttributes()) {
            assertTrue(each.getDescription().length() > 10, each::toString);
            String value = String.valueOf(server.getAttribute(agent, each.getName()));
            assertFalse(value.contains("swordfish"), each.getName());
        }
    }

    /** As people see it in a console: what happened, and for what pool. */
    @Test
    void eventsBecomeNotifications() throws Exception {
        BlockingQueue<Notification> heard = new LinkedBlockingQueue<>();
        server.addNotificationListener(name, (notification, handback) -> heard.add(notification), null, null);
        Log.report(
                Level.WARN,
                "poolagent.leak.proven",
                () -> "PROVEN LEAK at A.java:1\n    more",
                json -> json.put("pool", "shop"));
        Log.report(Level.WARN, "poolagent.pool.exhausted", () -> "not for leaks", json -> {});
        Notification first = heard.poll(10, TimeUnit.SECONDS);
        assertEquals("poolagent.leak.proven", first.getType());
        assertEquals("PROVEN LEAK at A.java:1", first.getMessage());
        CompositeData data = (CompositeData) first.getUserData();
        assertEquals("{\"pool\":\"shop\"}", data.get("details"));
        assertEquals("WARN", data.get("level"));
        assertEquals(
                List.of("poolagent.leak.suspected", "poolagent.leak.proven", "poolagent.lease.abandoned"),
                List.of(server.getMBeanInfo(name).getNotifications()[0].getNotifTypes()));
    }

    /** Another agent, or another copy of this one: both are seen. */
    @Test
    void takenNameGetsNumber() throws Exception {
        Leaks others = new Leaks(config);
        new Registrar(new Watch(config, others, null)).update(server, Set.of(others));
        assertTrue(server.isRegistered(new ObjectName("io.poolagent:type=Leaks,number=2")));
        assertEquals("io.poolagent:type=Pool,name=\"a #2\"", Names.pool("a", 2).toString());
        String odd = "jdbc:x://h:1/a,b=c*?\"\n";
        assertEquals(odd, ObjectName.unquote(Names.pool(odd, 1).getKeyProperty("name")));
    }

    @Test
    void whatIsGoneIsUnregisteredAndLetGo() throws Exception {
        Leaks others = new Leaks(config);
        Registrar registrar = new Registrar(new Watch(config, others, null));
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

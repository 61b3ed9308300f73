package io.poolagent.it.jmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.MBeanNotificationInfo;
import javax.management.Notification;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/** What one bean tells a client from now on. */
final class Heard {
    private final List<Notification> all = new CopyOnWriteArrayList<>();
    private final ObjectName bean;
    private final Set<String> declared;

    Heard(Client client, ObjectName bean) throws Exception {
        this.bean = bean;
        this.declared = Stream.of(client.server().getMBeanInfo(bean).getNotifications())
                .map(MBeanNotificationInfo::getNotifTypes)
                .flatMap(Stream::of)
                .collect(Collectors.toCollection(TreeSet::new));
        client.server().addNotificationListener(bean, (each, handback) -> all.add(each), null, null);
    }

    Set<String> declared() {
        return declared;
    }

    Set<String> types() {
        return all.stream().map(Notification::getType).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each says who told it, what happened, and the same again with all fields; and nothing that is secret. */
    void check(String secret) {
        long number = all.get(0).getSequenceNumber();
        for (Notification each : all) {
            assertEquals(bean, each.getSource());
            assertEquals(number++, each.getSequenceNumber(), each::toString);
            assertTrue(each.getTimeStamp() > 0);
            assertTrue(each.getMessage().contains(" "), each::toString);
            CompositeData data = (CompositeData) each.getUserData();
            assertEquals(
                    Set.of("event", "level", "message", "details"),
                    data.getCompositeType().keySet());
            assertEquals(each.getType(), data.get("event"));
            assertTrue(data.get("message").toString().startsWith(each.getMessage()), each::toString);
            assertTrue(Set.of("DEBUG", "INFO", "WARN").contains(data.get("level")), data::toString);
            assertTrue(data.get("details").toString().matches("(?s)\\{.*}"), data::toString);
            assertFalse(data.toString().contains(secret), data::toString);
        }
    }
}

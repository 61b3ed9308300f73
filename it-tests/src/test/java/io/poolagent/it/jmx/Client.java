package io.poolagent.it.jmx;

import io.poolagent.it.harness.Await;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.management.Attribute;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A plain JMX client: it has no class of the agent's. */
final class Client implements AutoCloseable {
    private final JMXConnector connector;
    private final MBeanServerConnection server;

    private Client(JMXConnector connector) throws IOException {
        this.connector = connector;
        this.server = connector.getMBeanServerConnection();
    }

    /** What makes a JVM listen on a port. */
    static String[] listening(int port) {
        return new String[] {
            "-Dcom.sun.management.jmxremote.port=" + port,
            "-Dcom.sun.management.jmxremote.rmi.port=" + port,
            "-Dcom.sun.management.jmxremote.host=127.0.0.1",
            "-Djava.rmi.server.hostname=127.0.0.1",
            "-Dcom.sun.management.jmxremote.authenticate=false",
            "-Dcom.sun.management.jmxremote.ssl=false"
        };
    }

    static Client onPort(int port) throws Exception {
        return at("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + port + "/jmxrmi");
    }

    /** Waits until somebody listens there. */
    @SuppressWarnings("BanJNDI") // the address is that of a child of ours
    static Client at(String address) throws Exception {
        JMXServiceURL url = new JMXServiceURL(address);
        List<Client> connected = new ArrayList<>();
        Await.until("a JMX server answers at " + address, Duration.ofSeconds(30), () -> {
            try {
                connected.add(new Client(JMXConnectorFactory.connect(url)));
                return true;
            } catch (IOException e) {
                return false;
            }
        });
        return connected.get(0);
    }

    MBeanServerConnection server() {
        return server;
    }

    /** The one bean of a kind, once it is there. */
    ObjectName bean(String type) throws Exception {
        ObjectName pattern = new ObjectName("io.poolagent:type=" + type + ",*");
        Await.until(
                "there is a bean of type " + type,
                Duration.ofSeconds(30),
                () -> server.queryNames(pattern, null).size() == 1);
        return server.queryNames(pattern, null).iterator().next();
    }

    /** Waits until an attribute has a value. */
    void await(ObjectName bean, String attribute, Object value) throws Exception {
        Await.until(attribute + " is " + value, Duration.ofSeconds(20), () -> value.equals(get(bean, attribute)));
    }

    Object get(ObjectName bean, String attribute) throws Exception {
        return server.getAttribute(bean, attribute);
    }

    /** Names and values of several attributes, asked for at once. */
    String get(ObjectName bean, String... attributes) throws Exception {
        StringBuilder text = new StringBuilder();
        for (Attribute each : server.getAttributes(bean, attributes).asList()) {
            text.append(text.length() == 0 ? "" : " ")
                    .append(each.getName())
                    .append('=')
                    .append(each.getValue());
        }
        return text.toString();
    }

    String call(ObjectName bean, String operation) throws Exception {
        return String.valueOf(server.invoke(bean, operation, new Object[0], new String[0]));
    }

    String change(ObjectName bean, String operation, int to) throws Exception {
        return String.valueOf(server.invoke(bean, operation, new Object[] {to}, new String[] {"java.lang.Integer"}));
    }

    /** The rows of a table. */
    List<CompositeData> rows(ObjectName bean, String attribute) throws Exception {
        List<CompositeData> rows = new ArrayList<>();
        for (Object each : ((TabularData) get(bean, attribute)).values()) {
            rows.add((CompositeData) each);
        }
        return rows;
    }

    Set<ObjectName> names() throws Exception {
        return server.queryNames(new ObjectName("io.poolagent:*"), null);
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}

package io.poolagent.core.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GateTest {
    private static Gate gate(String bind, String token) throws UnknownHostException {
        return new Gate(bind, InetAddress.getByName(bind), token);
    }

    /** The refusal's status; 200 for none. */
    private static int ask(Gate gate, @Nullable String path, String... headers) {
        Map<String, List<String>> all = new HashMap<>();
        all.put("Host", List.of("localhost"));
        for (String each : headers) {
            int colon = each.indexOf(':');
            all.put(each.substring(0, colon), List.of(each.substring(colon + 1)));
        }
        Answer refusal = gate.refuse("GET", path, all, false, gate.isLocked(all));
        return refusal == null ? 200 : refusal.status;
    }

    @Test
    void loopbackNeedsNoToken() throws Exception {
        Gate gate = gate("127.0.0.1", "");
        assertEquals(200, ask(gate, "/leases"));
        assertEquals(200, ask(gate("::1", ""), "/leases", "Host:[::1]:80"));
        assertEquals(200, ask(gate, null), "an unknown path is somebody else's to refuse");
    }

    @Test
    void onlyNamesOfThisMachineAreHosts() throws Exception {
        Gate gate = gate("127.0.0.1", "");
        for (String own : new String[] {"127.0.0.1", "127.0.0.1:9464", "127.1.2.3", "LocalHost:1", "[::1]"}) {
            assertEquals(200, ask(gate, "/health", "Host:" + own), own);
        }
        for (String other :
                new String[] {"evil.example", "localhost.evil.example", "127.0.0.1.evil", "localhost:x", "::1"}) {
            assertEquals(403, ask(gate, "/health", "Host:" + other), other);
        }
        assertEquals(400, ask(gate, "/health", "Host:"));
        assertEquals(200, ask(gate("0.0.0.0", "secret"), "/health", "Host:pod.example"));
    }

    @Test
    void tokenMustBeRightToTheLastCharacter() throws Exception {
        Gate gate = gate("127.0.0.1", "secret");
        assertEquals(401, ask(gate, "/leases"));
        assertEquals(401, ask(gate, null), "nobody without it learns which paths there are");
        for (String wrong :
                new String[] {"secret", "Bearer", "Bearer ", "Bearer secre", "Bearer secrets", "Basic secret"}) {
            assertEquals(401, ask(gate, "/leases", "Authorization:" + wrong), wrong);
        }
        assertEquals(200, ask(gate, "/leases", "Authorization:Bearer secret"));
        assertEquals(200, ask(gate, "/leases", "Authorization:bearer  secret "));
        assertEquals(200, ask(gate, "/health/live"));
        assertEquals(200, ask(gate, "/"), "the page asks for the token itself");
    }

    @Test
    void otherAddressWithoutTokenSaysHowItIsOnly() throws Exception {
        Gate gate = gate("0.0.0.0", "");
        assertEquals(200, ask(gate, "/health/ready"));
        assertEquals(403, ask(gate, "/"));
        assertEquals(403, ask(gate, "/leases", "Authorization:Bearer "));
    }

    @Test
    void otherMethodsAreRefused() throws Exception {
        Gate gate = gate("127.0.0.1", "");
        Answer refusal = gate.refuse("POST", "/health", Map.of("Host", List.of("localhost")), false, true);
        assertNotNull(refusal);
        assertEquals(405, refusal.status);
        assertEquals("GET, HEAD", refusal.headers.get("Allow"));
        assertNull(gate.refuse("HEAD", "/health", Map.of("Host", List.of("localhost")), false, true));
        assertEquals(400, status(gate.refuse("GET", "/health", Collections.emptyMap(), false, true)));
        assertEquals(200, status(gate.refuse("GET", "/health", Collections.emptyMap(), true, true)));
    }

    private static int status(@Nullable Answer answer) {
        return answer == null ? 200 : answer.status;
    }

    @Test
    void probesAreNeverTooMany() throws Exception {
        Gate gate = gate("127.0.0.1", "");
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            refused += ask(gate, "/leases") == 429 ? 1 : 0;
            assertEquals(200, ask(gate, "/health"));
        }
        assertEquals(true, refused > 500, () -> "refusals");
    }

    @Test
    void whoHasNoTokenTakesNobodysPlace() throws Exception {
        Gate gate = gate("127.0.0.1", "secret");
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            refused += ask(gate, "/leases", "Authorization:Bearer guess") == 429 ? 1 : 0;
        }
        assertEquals(true, refused > 500, () -> "refusals");
        assertEquals(200, ask(gate, "/leases", "Authorization:Bearer secret"));
    }
}

package legacy.jmx;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import legacy.Pause;
import legacy.net.Answers;

/** What HTTP and metrics say of the only pool that there is, beside what its bean says. */
final class Elsewhere {
    private static final long PATIENCE = 10_000;
    private static final String COUNT = "/count";

    /** Where an attribute stands in {@code /health/detailed}: a field of the pool, or of one of its objects. */
    private static final Map<String, String> FIELDS = new LinkedHashMap<>();

    /** Where it stands in {@code /metrics}. */
    private static final Map<String, String> METERS = new LinkedHashMap<>();

    static {
        for (String each : new String[] {
            "Acquires",
            "Created",
            "Active",
            "Idle",
            "Errors",
            "Timeouts",
            "MaxUsed",
            "Waiting",
            "Utilisation",
            "Max",
            "Total",
            "Direct",
            "Reclaimed"
        }) {
            FIELDS.put(each, Character.toLowerCase(each.charAt(0)) + each.substring(1));
        }
        for (String each : new String[] {"Acquire", "Wait", "Hold", "Create", "Statement", "FailedStatement"}) {
            FIELDS.put(each + "Count", Character.toLowerCase(each.charAt(0)) + each.substring(1) + COUNT);
        }
        METERS.put("Active", "db_client_connection_count\\{[^}]*_state=\"used\"[^}]*}");
        METERS.put("Idle", "db_client_connection_count\\{[^}]*_state=\"idle\"[^}]*}");
        METERS.put("Max", "db_client_connection_max\\{[^}]*}");
        METERS.put("Waiting", "db_client_connection_pending_requests\\{[^}]*}");
        METERS.put("Timeouts", "db_client_connection_timeouts_total\\{[^}]*}");
        METERS.put("AcquireCount", "db_client_connection_wait_time_seconds_count\\{[^}]*}");
        METERS.put("HoldCount", "db_client_connection_use_time_seconds_count\\{[^}]*}");
        METERS.put("CreateCount", "db_client_connection_create_time_seconds_count\\{[^}]*}");
        METERS.put("StatementCount", "poolagent_statements_seconds_count\\{[^}]*\"success\"[^}]*}");
        METERS.put("FailedStatementCount", "poolagent_statements_seconds_count\\{[^}]*\"error\"[^}]*}");
        METERS.put("Utilisation", "poolagent_pool_utilisation\\{[^}]*}");
        METERS.put("Reclaimed", "poolagent_reclaimed_total\\{[^}]*}");
    }

    private final String base;

    Elsewhere(String port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** The value of an attribute. */
    interface Source {
        Object of(String attribute) throws Exception;
    }

    /** Prints how many figures are the same, or what is not. Answers may be a second old. */
    void compare(String step, Source bean, String... attributes) throws Exception {
        String[] found = new String[1];
        Pause.until(PATIENCE, () -> {
            found[0] = compared(bean, attributes);
            return !found[0].contains("is not");
        });
        System.out.println(step + " elsewhere=" + found[0]);
    }

    private String compared(Source bean, String... attributes) throws Exception {
        String json = Answers.text(base + "/health/detailed");
        String metrics = Answers.text(base + "/metrics");
        int same = 0;
        for (String each : attributes) {
            Object value = bean.of(each);
            String field = FIELDS.get(each);
            if (field != null) {
                double there = field.endsWith(COUNT)
                        ? number("\"" + field.replace(COUNT, "") + "\":\\{\"count\":", json)
                        : number("\"" + field + "\":", json);
                if (there != ((Number) value).doubleValue()) {
                    return "field " + field + " is not " + value + " but " + there;
                }
                same++;
            }
            String meter = METERS.get(each);
            if (meter != null) {
                double there = number("(?m)^" + meter + " ", metrics);
                if (there != ((Number) value).doubleValue()) {
                    return "meter " + meter + " is not " + value + " but " + there;
                }
                same++;
            }
        }
        return same + " the same";
    }

    private static double number(String before, String text) throws IOException {
        Matcher matcher = Pattern.compile(before + "(-?[0-9.E]+)").matcher(text);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
    }
}

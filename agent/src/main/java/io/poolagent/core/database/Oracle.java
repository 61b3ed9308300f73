package io.poolagent.core.database;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Oracle. Its close commits. */
final class Oracle extends Database {
    private static final SessionRules RULES = new SessionRules()
            .functions(
                    "sys_guid systimestamp sys_context userenv nls_upper nls_lower regexp_substr regexp_replace"
                            + " regexp_like regexp_instr to_clob to_dsinterval numtodsinterval xmlagg xmlelement wm_concat vsize");

    Oracle() {
        super("Oracle", "jdbc:oracle:");
    }

    @Override
    public @Nullable String neverPooled(String url, Properties info) {
        String role = info.getProperty("internal_logon");
        String user = String.valueOf(info.getProperty("user")).toLowerCase(Locale.ROOT);
        return role != null
                        || user.contains(" as sys")
                        || url.toLowerCase(Locale.ROOT).contains("internal_logon=")
                ? "it is a sysdba or sysoper login"
                : null;
    }

    @Override
    public End end() {
        return End.COMMIT;
    }

    /** 18, 20: sessions or processes exhausted; 12516, 12518 to 12520: the listener has no handler left. */
    @Override
    public boolean tooManyConnections(SQLException refused) {
        int code = refused.getErrorCode();
        return code == 18
                || code == 20
                || code == 12516
                || code == 12518
                || code == 12519
                || code == 12520
                || code == 2391;
    }

    @Override
    protected SessionRules rules() {
        return RULES;
    }
}

package io.poolagent.core.lease;

import io.poolagent.core.jvm.CallFlow;
import java.util.Arrays;
import java.util.function.BiFunction;

/** Which frames of a stack are the application's: those that somebody can mend who calls us at night. */
public final class Frames {
    /** The JDK, the agent, reflection. */
    private static final String[] JVM = {
        "java.",
        "javax.",
        "jakarta.",
        "jdk.",
        "sun.",
        "com.sun.",
        "io.poolagent.core.",
        "io.poolagent.handles.",
        "org.objectweb.asm."
    };

    private static final String HANDLE = "$PoolAgent";

    private static final String[] LIBRARIES = {
        // drivers
        "org.postgresql.",
        "com.mysql.",
        "org.gjt.mm.mysql.",
        "org.mariadb.",
        "org.h2.",
        "org.hsqldb.",
        "org.apache.derby.",
        "org.sqlite.",
        "oracle.jdbc.",
        "oracle.ucp.",
        "com.microsoft.sqlserver.",
        "net.sourceforge.jtds.",
        "com.ibm.db2.",
        "com.sybase.jdbc",
        "org.firebirdsql.",
        // pools and wrappers
        "com.zaxxer.hikari.",
        "org.apache.commons.dbcp",
        "org.apache.commons.pool",
        "org.apache.tomcat.",
        "com.mchange.",
        "com.alibaba.druid.",
        "io.agroal.",
        "org.vibur.",
        "com.jolbox.bonecp.",
        "org.logicalcobwebs.proxool.",
        "com.p6spy.",
        "net.ttddyy.",
        // frameworks between the application and its database
        "org.springframework.",
        "org.hibernate.",
        "org.eclipse.persistence.",
        "org.apache.openjpa.",
        "org.apache.ibatis.",
        "org.mybatis.",
        "org.jooq.",
        "org.jdbi.",
        "org.apache.commons.dbutils.",
        "org.flywaydb.",
        "liquibase.",
        "org.quartz.",
        // containers and languages
        "org.apache.catalina.",
        "org.apache.coyote.",
        "org.eclipse.jetty.",
        "org.jboss.",
        "org.wildfly.",
        "io.undertow.",
        "weblogic.",
        "com.ibm.ws.",
        "com.ibm.ejs.",
        "org.junit.",
        "junit.",
        "org.testng.",
        "kotlin.",
        "kotlinx.",
        "scala.",
        "groovy.",
        "org.codehaus.groovy.",
        "org.apache.groovy.",
        "clojure."
    };

    private static final ClassValue<Boolean> SEARCHED = new ClassValue<Boolean>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return isSearched(type.getName());
        }
    };

    private Frames() {}

    /** Whether frames of a class are shown to a {@link PlaceSearch}. */
    static boolean isSearched(Class<?> type) {
        return SEARCHED.get(type);
    }

    private static boolean isSearched(String className) {
        return isOfApplication(className) || PlaceSearch.isProxy(className);
    }

    /** Whether a class is the application's own. */
    public static boolean isOfApplication(String className) {
        return !isOfJvm(className) && (!startsWithAny(className, LIBRARIES) || Providers.isInFolder(className));
    }

    private static boolean isOfJvm(String className) {
        return startsWithAny(className, JVM) || className.contains(HANDLE) || className.contains("$$Lambda");
    }

    private static boolean startsWithAny(String text, String[] prefixes) {
        for (String prefix : prefixes) {
            if (text.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The frame to look at first: the innermost of the application's own code that does not hand the connection on to its
     * caller, who has to close it then; where there is none, the outermost of the application's; where there is none
     * either, the outermost that is not the JVM's.
     *
     * @return its index; the length of the array where it is empty
     */
    public static int first(StackTraceElement[] frames) {
        return first(frames, Providers::handing, CallFlow::of);
    }

    /** Tells what becomes of what a called method returned. */
    interface Flow {
        /** As {@link CallFlow#of(StackTraceElement, String, boolean)}. */
        CallFlow.Goes of(StackTraceElement caller, String callee, boolean ofApplication);
    }

    /**
     * @param declared what a method is, by the names of its class and its own
     * @param flow what its code does; asked only where that may contradict
     */
    static int first(StackTraceElement[] frames, BiFunction<String, String, Handing> declared, Flow flow) {
        PlaceSearch search = new PlaceSearch();
        boolean goesOn = true;
        for (int i = 0; i < frames.length && goesOn; i++) {
            StackTraceElement frame = frames[i];
            String className = frame.getClassName();
            if (isSearched(className)) {
                Handing handing = declared.apply(className, frame.getMethodName());
                boolean says = i > 0 && (handing == Handing.NONE || handing == Handing.RETURNS);
                StackTraceElement callee = says ? frames[i - 1] : frame;
                CallFlow.Goes goes = says
                        ? flow.of(frame, callee.getMethodName(), isOfApplication(callee.getClassName()))
                        : CallFlow.Goes.SOMEWHERE;
                if (goes != CallFlow.Goes.SOMEWHERE) {
                    handing = goes == CallFlow.Goes.BACK ? Handing.RETURNS : Handing.NONE;
                } else if (handing == Handing.NONE && isMaking(frames, i + 1, className)) {
                    handing = declared.apply(className, "<init>"); // a part of the constructor
                }
                goesOn = search.passes(i, className, frame::getMethodName, handing);
            }
        }
        int first = search.place();
        for (int i = frames.length - 1; i >= 0 && first < 0; i--) {
            if (!isOfJvm(frames[i].getClassName())) {
                first = i;
            }
        }
        return Math.max(0, first);
    }

    private static boolean isMaking(StackTraceElement[] frames, int at, String className) {
        return at < frames.length
                && frames[at].getMethodName().equals("<init>")
                && frames[at].getClassName().equals(className);
    }

    /** The frames without those of the JVM, the agent and the driver on top: from what called for a connection. */
    public static StackTraceElement[] below(StackTraceElement[] frames) {
        int top = 0;
        int first = first(frames);
        while (top < first && (isOfJvm(frames[top].getClassName()) || isOfDriver(frames[top].getClassName()))) {
            top++;
        }
        return Arrays.stream(frames, top, frames.length)
                .filter(frame -> !isOfAgent(frame.getClassName()))
                .toArray(StackTraceElement[]::new);
    }

    /** Between the application's, where its data source connects by another one that is pooled. */
    private static boolean isOfAgent(String className) {
        return className.startsWith("io.poolagent.core.") || className.equals("java.lang.PoolAgentBridge");
    }

    /** Whether a thread with these frames is at work in a driver, known or behind a handle, or waits there. */
    public static boolean areInDriver(StackTraceElement[] frames) {
        boolean first = true;
        for (StackTraceElement frame : frames) {
            String className = frame.getClassName();
            if (className.contains(HANDLE)) {
                return true;
            }
            if (first && !isOfJvm(className)) {
                first = false;
                if (isOfDriver(className)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Drivers and pools come first in the list. */
    private static boolean isOfDriver(String className) {
        for (String prefix : LIBRARIES) {
            if (prefix.equals("org.springframework.")) {
                return false;
            }
            if (className.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}

package io.poolagent.sample.server;

import java.util.concurrent.atomic.AtomicBoolean;

/** A server that has started, and how it is stopped: once. */
final class RunningServer implements DatabaseServer {

    /** Stops a server and deletes what it left. */
    interface Stopper {
        void stop() throws Exception;
    }

    private final String name;
    private final String description;
    private final Account application;
    private final Account administrator;
    private final Stopper stopper;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private volatile Runnable afterwards = () -> {};

    RunningServer(String name, String description, Account application, Account administrator, Stopper stopper) {
        this.name = name;
        this.description = description;
        this.application = application;
        this.administrator = administrator;
        this.stopper = stopper;
    }

    /** What is done when the server has been closed. */
    void whenClosed(Runnable task) {
        afterwards = task;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public String jdbcUrl() {
        return application.url;
    }

    @Override
    public String user() {
        return application.user;
    }

    @Override
    public String password() {
        return application.password;
    }

    @Override
    public String adminUrl() {
        return administrator.url;
    }

    @Override
    public String adminUser() {
        return administrator.user;
    }

    @Override
    public String adminPassword() {
        return administrator.password;
    }

    @Override
    public void close() {
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
        try {
            stopper.stop();
        } catch (Exception e) {
            System.err.println("Stopping " + description + " failed: " + e);
        }
        afterwards.run();
    }

    @Override
    public String toString() {
        return description;
    }
}

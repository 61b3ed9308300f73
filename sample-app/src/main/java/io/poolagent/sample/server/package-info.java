/**
 * Starts real database servers, locally, for as long as a program needs them.
 *
 * <p>{@link io.poolagent.sample.server.DatabaseServers} is the way in. Everything here needs Java 17 at run time, although it
 * is compiled for 8 with the rest of the module: the server libraries are built for 17.
 */
package io.poolagent.sample.server;

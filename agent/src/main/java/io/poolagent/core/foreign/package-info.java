/**
 * Pools that the application brought: which libraries there are, what they have handed out, what they say of themselves.
 * They are observed and never changed: what the application gets is the pool's own object.
 */
package io.poolagent.core.foreign;

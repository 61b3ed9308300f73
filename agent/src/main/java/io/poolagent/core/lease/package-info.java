/** Leases: what is known of a connection from acquire to release, how it is ended, and taken back when it was lost. */
package io.poolagent.core.lease;

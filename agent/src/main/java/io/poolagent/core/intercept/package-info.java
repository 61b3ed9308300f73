/** Who asked for a connection, and for what: rewriting classes, and the hooks that rewritten methods call. */
package io.poolagent.core.intercept;

/** MBeans of the pools and of what leaks from them: open types only, registered late, in a server that is there. */
package io.poolagent.core.jmx;

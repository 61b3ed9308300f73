/** The command line: what it accepts, and what it says about what it does not accept. */
package io.poolagent.sample.cli;

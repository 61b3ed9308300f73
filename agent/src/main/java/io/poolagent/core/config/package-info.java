/** The declared table of options, and reading them from their sources. */
package io.poolagent.core.config;

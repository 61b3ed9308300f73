/** Opens the shop for a while, and measures. */
package io.poolagent.sample.load;

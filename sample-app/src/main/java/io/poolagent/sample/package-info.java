/** The sample application: a parts shop that opens a connection for every request, and a load for it. */
package io.poolagent.sample;

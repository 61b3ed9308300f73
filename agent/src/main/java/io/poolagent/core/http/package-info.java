/** Health, metrics, leaks and a page of figures over HTTP; started late, in threads of its own, and off by default. */
package io.poolagent.core.http;

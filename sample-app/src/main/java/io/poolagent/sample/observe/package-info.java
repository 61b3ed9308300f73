/**
 * Asks the server how many connections it sees, because the application's own count would not be worth much: it cannot know
 * what lies between it and the server.
 */
package io.poolagent.sample.observe;

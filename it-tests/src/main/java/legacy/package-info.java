/**
 * Programs of the kind that the agent is for, and odd ones that it must not disturb. They know nothing of it; the tests
 * run them in JVMs of their own and read what they print. Java 8, like the oldest JVM they run on.
 */
package legacy;

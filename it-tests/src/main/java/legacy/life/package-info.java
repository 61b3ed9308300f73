/** The life of a program from its main to the end of the JVM. */
package legacy.life;

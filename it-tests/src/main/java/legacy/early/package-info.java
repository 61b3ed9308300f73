/** Programs that set the JVM up in the first lines of their main, or bring replacements for parts of it. */
package legacy.early;

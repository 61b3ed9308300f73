/** The ways in which programs get connections. */
package legacy.entry;

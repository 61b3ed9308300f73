/** Programs that are looked at by JMX, or that use it themselves. */
package legacy.jmx;

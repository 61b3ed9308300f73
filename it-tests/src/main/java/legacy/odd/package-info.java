/** Drivers, data sources and callers that do odd things. */
package legacy.odd;

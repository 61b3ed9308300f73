/**
 * Drivers for databases that can not run here, each with a server in memory that can be looked at: what they do at close,
 * what they throw and what their sessions keep is that of the products, as their documentation and drivers say.
 */
package legacy.standin;

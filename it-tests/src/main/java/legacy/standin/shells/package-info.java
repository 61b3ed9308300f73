/**
 * The classes of drivers whose servers can not run here, as objects that were never constructed: enough to see whether what
 * stands between them and an application fits them, method for method.
 */
package legacy.standin.shells;

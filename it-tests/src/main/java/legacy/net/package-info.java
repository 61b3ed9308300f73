/** What stands between a program and its database. */
package legacy.net;

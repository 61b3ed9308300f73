/** What a connection leaves behind when it is closed, or not closed. */
package legacy.release;

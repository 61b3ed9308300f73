/** A stand-in for DB2 and its driver, jcc. */
package legacy.standin.db2;

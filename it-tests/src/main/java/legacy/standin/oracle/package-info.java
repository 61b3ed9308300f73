/** A stand-in for Oracle and its thin driver. */
package legacy.standin.oracle;

/** A stand-in for SQL Server and Microsoft's driver. */
package legacy.standin.sqlserver;

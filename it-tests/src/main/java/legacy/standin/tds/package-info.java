/**
 * A server that speaks as much of TDS 7.4 ("[MS-TDS]: Tabular Data Stream Protocol") as Microsoft's driver needs for a login
 * with a password and for statements, and answers as the stand-in for SQL Server does.
 */
package legacy.standin.tds;

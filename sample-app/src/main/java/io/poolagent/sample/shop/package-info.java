/**
 * The parts shop, written as such applications were written in 2008: JDBC by hand, a connection for every request from
 * DriverManager or from a vendor's DataSource made on the spot, vendor classes where the standard falls short, session variables
 * that count on a fresh session, and a report that forgets to close.
 *
 * <p>Whatever order its requests run in, the shop ends up with the same books: request number i is decided by seed and i
 * alone, and all bookings commute.
 */
package io.poolagent.sample.shop;

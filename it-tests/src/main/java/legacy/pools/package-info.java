/** Applications that bring a pool, or hand connections to somebody who pools. */
package legacy.pools;

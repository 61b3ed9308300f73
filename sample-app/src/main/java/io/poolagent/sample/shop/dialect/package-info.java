/** What differs from database to database: one file each. */
package io.poolagent.sample.shop.dialect;

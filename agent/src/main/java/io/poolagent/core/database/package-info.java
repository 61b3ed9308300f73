/** What is known of each database product: the only package that names one. */
package io.poolagent.core.database;

/** What customers and clerks ask of the shop: one file for each kind of request. */
package io.poolagent.sample.shop.request;

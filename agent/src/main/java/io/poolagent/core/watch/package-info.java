/**
 * What people and machines are told of pools, managed and foreign alike: one view of each, its history, its health and
 * what to do about it. JMX, metrics and HTTP show what is found here.
 */
package io.poolagent.core.watch;

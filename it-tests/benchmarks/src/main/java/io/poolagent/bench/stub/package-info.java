/** A driver and a data source without a server, for measuring what is around a driver. */
@NullMarked
package io.poolagent.bench.stub;

import org.jspecify.annotations.NullMarked;

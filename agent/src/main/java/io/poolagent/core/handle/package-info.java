/** What the application gets: generated handles, what they do around the driver's methods, and how they are made. */
package io.poolagent.core.handle;

/** What differs between Java versions, in one place: modules, and defining classes where they are needed. */
package io.poolagent.core.jvm;

/** The effect of a moved clock on the processes: due timers, and timetables. */
@NullMarked
package io.domainflow.process.clock;

import org.jspecify.annotations.NullMarked;

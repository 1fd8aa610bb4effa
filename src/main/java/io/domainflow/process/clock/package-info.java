/** What a moved clock does to the processes: timers that are due, and timetables. */
@NullMarked
package io.domainflow.process.clock;

import org.jspecify.annotations.NullMarked;

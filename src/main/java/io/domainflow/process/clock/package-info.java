/** What a moved clock does to the processes: timers that are due, and timetables. */
package io.domainflow.process.clock;

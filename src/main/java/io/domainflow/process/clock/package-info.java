/** What a moved clock does to the processes: timers that are due, timetables, starting over. */
package io.domainflow.process.clock;

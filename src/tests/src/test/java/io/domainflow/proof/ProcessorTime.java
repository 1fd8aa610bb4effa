package io.domainflow.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

/** Reads the processor time of processes from Linux's {@code /proc}. */
final class ProcessorTime {

  private static final int TICK_MILLIS = 10;

  // The index among the fields after the name, which may contain spaces.
  private static final int USER = 11;
  private static final int CHILDREN_IN_SYSTEM = 14;

  private ProcessorTime() {}

  /** The time of a process, and of its children that have ended. */
  static Duration of(ProcessHandle process) {
    String[] fields = fields(process.pid());
    long ticks = 0;
    for (int field = USER; field <= CHILDREN_IN_SYSTEM && fields.length > field; field++) {
      ticks += Long.parseLong(fields[field]);
    }
    return Duration.ofMillis(ticks * TICK_MILLIS);
  }

  /** The time of a process and all its children, including running ones. */
  static Duration ofFamily(ProcessHandle process) {
    return process.descendants().map(ProcessorTime::of).reduce(of(process), Duration::plus);
  }

  /** Megabytes of memory that a process has in use. */
  static long residentMegabytes(ProcessHandle process) {
    try {
      return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElse(0)
          / 1024;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] fields(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    } catch (NoSuchFileException e) {
      // it has just ended, and its parent counts it
      return new String[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

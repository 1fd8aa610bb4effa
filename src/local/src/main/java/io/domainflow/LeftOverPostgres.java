package io.domainflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Cleans up after a local set-up that was not stopped: a server whose application was killed keeps
 * running and holds its data directory, and a server that died with its machine leaves a file with
 * its process id, which now belongs to another process.
 */
final class LeftOverPostgres {

  private static final int LINE_OF_PROCESS = 0;
  private static final int LINE_OF_START = 2;

  /** The largest difference between the start of a process and the time recorded for it. */
  private static final Duration TOLERANCE = Duration.ofSeconds(10);

  private LeftOverPostgres() {}

  /** Frees the data directory for a start. */
  static void stop(Path data) throws IOException, InterruptedException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return;
    }
    List<String> lines = Files.readAllLines(file);
    Optional<ProcessHandle> process = number(lines, LINE_OF_PROCESS).flatMap(ProcessHandle::of);
    if (process.isPresent() && hasWritten(process.get(), lines)) {
      stop(process.get());
    } else if (process.isPresent() || number(lines, LINE_OF_PROCESS).isEmpty()) {
      // PostgreSQL itself detects that a process no longer exists
      Files.delete(file);
    }
  }

  private static boolean hasWritten(ProcessHandle process, List<String> lines) {
    Optional<Instant> recorded = number(lines, LINE_OF_START).map(Instant::ofEpochSecond);
    Optional<Instant> started = process.info().startInstant();
    return process.info().command().filter(command -> command.endsWith("postgres")).isPresent()
        && (recorded.isEmpty()
            || started.isEmpty()
            || Duration.between(recorded.get(), started.get()).abs().compareTo(TOLERANCE) < 0);
  }

  private static void stop(ProcessHandle server) throws InterruptedException {
    server.destroy();
    try {
      server.onExit().get(10, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IllegalStateException(
          "The database in .data is in use: another Domainflow runs in this directory. Stop it"
              + " first.",
          e);
    }
  }

  private static Optional<Long> number(List<String> lines, int line) {
    try {
      return lines.size() > line
          ? Optional.of(Long.parseLong(lines.get(line).strip()))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}

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
 * What a local set-up leaves behind that was not stopped: a server whose application was killed
 * lives on and holds its data directory, and one that died with its machine leaves a file with the
 * number of its process, which is somebody else's since.
 */
final class LeftOverPostgres {

  private static final int LINE_OF_PROCESS = 0;
  private static final int LINE_OF_START = 2;

  /** Between the start of a process and what it says of it. */
  private static final Duration TOLERANCE = Duration.ofSeconds(10);

  private LeftOverPostgres() {}

  /** Has the data directory free for a start. */
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
      // of a process that is gone PostgreSQL sees by itself that it is
      Files.delete(file);
    }
  }

  private static boolean hasWritten(ProcessHandle process, List<String> lines) {
    Optional<Instant> said = number(lines, LINE_OF_START).map(Instant::ofEpochSecond);
    Optional<Instant> started = process.info().startInstant();
    return process.info().command().filter(command -> command.endsWith("postgres")).isPresent()
        && (said.isEmpty()
            || started.isEmpty()
            || Duration.between(said.get(), started.get()).abs().compareTo(TOLERANCE) < 0);
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

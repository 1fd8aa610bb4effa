package io.domainflow.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/** Counts the applications that tests start, in any process: each takes seconds. */
public final class StartedApplications {

  private static final Path FILE = Path.of("target", "started-applications.txt");

  private StartedApplications() {}

  /** Counts another start. */
  public static void count() {
    try {
      Files.createDirectories(FILE.getParent());
      Files.write(
          FILE,
          List.of(Instant.now().toString()),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number of starts since a time. */
  static long since(Instant begin) throws IOException {
    if (!Files.exists(FILE)) {
      return 0;
    }
    return Files.readAllLines(FILE).stream()
        .filter(line -> !Instant.parse(line).isBefore(begin))
        .count();
  }
}

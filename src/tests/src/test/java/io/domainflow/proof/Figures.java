package io.domainflow.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the figures of a proof to the log and to {@code target/proofs}. */
final class Figures {

  private static final Logger log = LoggerFactory.getLogger(Figures.class);
  private static final Path DIRECTORY = Path.of("target", "proofs");

  private Figures() {}

  /** Writes the figures of a proof, replacing those of an earlier run. */
  static void write(String proof, String... lines) {
    try {
      Files.createDirectories(DIRECTORY);
      Files.write(DIRECTORY.resolve(proof + ".txt"), List.of(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (String line : lines) {
      log.info("{}: {}", proof, line);
    }
  }

  /** A duration as seconds with one decimal. */
  static String seconds(Duration duration) {
    return "%.1f s".formatted(duration.toMillis() / 1000.0);
  }
}

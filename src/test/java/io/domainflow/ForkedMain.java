package io.domainflow;

import io.domainflow.build.StartedApplications;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs the application in a separate process that ends without a signal, as a service manager sees
 * it.
 */
public final class ForkedMain {

  private static final int PATIENCE_SECONDS = 120;

  private ForkedMain() {}

  /** The exit code and the complete output. */
  public record Ended(int exitCode, String output) {}

  /** Runs the application to its end. */
  public static Ended run(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:TieredStopAtLevel=1",
                    "-Dfile.encoding=UTF-8",
                    "-cp",
                    System.getProperty("java.class.path"),
                    DomainflowApplication.class.getName()),
                Stream.of(arguments))
            .toList();
    StartedApplications.count();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the application did not end");
      }
      return new Ended(process.exitValue(), output);
    } finally {
      process.destroyForcibly();
    }
  }
}

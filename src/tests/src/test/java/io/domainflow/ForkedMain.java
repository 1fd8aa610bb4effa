package io.domainflow;

import io.domainflow.build.StartedApplications;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
    return run(Map.of(), arguments);
  }

  /** Runs the application to its end, with only these settings as environment variables. */
  public static Ended run(Map<String, String> settings, String... arguments)
      throws IOException, InterruptedException {
    StartedApplications.count();
    ProcessBuilder java =
        new ProcessBuilder(
                ForkedJvm.command(
                    ForkedJvm.QUICK, DomainflowApplication.class, Stream.of(arguments)))
            .redirectErrorStream(true);
    java.environment()
        .keySet()
        .removeIf(name -> name.startsWith("SPRING_") || name.startsWith("DOMAINFLOW_"));
    java.environment().putAll(settings);
    Process process = java.start();
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

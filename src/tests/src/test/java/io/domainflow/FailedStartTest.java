package io.domainflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.build.StartedApplications;
import io.domainflow.build.TestTimeout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;

/**
 * A start fails late, as when a model cannot be deployed: by then steps are already executed and
 * webhooks sent, and that must not keep the process alive.
 */
class FailedStartTest {

  private static final String REASON = "a model cannot be deployed";

  @TempDir private Path directory;

  @Test
  void ends() throws Exception {
    Path log = directory.resolve("console.log");
    StartedApplications.count();
    Process process =
        new ProcessBuilder(
                ForkedJvm.command(
                    ForkedJvm.QUICK,
                    Failing.class,
                    Stream.of(
                        "--spring.profiles.active=demo",
                        "--server.port=0",
                        "--spring.datasource.url=" + TestDatabase.create(),
                        "--spring.datasource.username=" + TestDatabase.USERNAME,
                        "--spring.datasource.password=")))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(process.waitFor(TestTimeout.LIMIT.toSeconds(), TimeUnit.SECONDS))
          .as(() -> "the process has ended; it wrote " + log)
          .isTrue();
      assertThat(process.exitValue()).isEqualTo(1);
      assertThat(Files.readString(log)).contains(REASON).doesNotContain("is ready");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** The application, whose start fails. */
  public static class Failing {

    public static void main(String[] args) {
      SpringApplication.from(DomainflowApplication::main).with(Fails.class).run(args);
    }
  }

  /** Not a component, so that no other application finds it when it scans its packages. */
  static class Fails {

    @EventListener(ContextRefreshedEvent.class)
    void fail() {
      throw new IllegalStateException(REASON);
    }
  }
}

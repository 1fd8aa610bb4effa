package io.domainflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.build.Patience;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The local set-up starts after one that was killed or died with the machine. */
class LeftOverPostgresTest {

  @TempDir private Path data;

  @Test
  void doesNotStopAnotherProcessThatHasTheRecordedPid() throws Exception {
    Path file = data.resolve("postmaster.pid");
    Files.writeString(
        file, "%d\n%s\n1764000000\n5432\n".formatted(ProcessHandle.current().pid(), data));

    stopLeftOver();

    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\0\0\0\0"})
  void startsWithAStateFileThatWasCutShort(String content) throws Exception {
    Path file = data.resolve("postmaster.pid");
    Files.writeString(file, content);

    stopLeftOver();

    assertThat(file).doesNotExist();
  }

  @Test
  void aServerThatOutlivesItsTestIsStopped() throws Exception {
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setPGStartupWait(Patience.OF_TESTS)
            .setRegisterShutdownHook(false)
            .start();
    try {
      ProcessHandle process =
          ProcessHandle.of(
                  Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0)))
              .orElseThrow();

      stopLeftOver();

      assertThat(process.isAlive()).isFalse();
    } finally {
      server.close();
    }
  }

  /** The class is compiled separately from the tests. */
  private void stopLeftOver() throws Exception {
    URL[] classes = {Path.of("target", "local-classes").toUri().toURL()};
    try (URLClassLoader local = new URLClassLoader(classes)) {
      Method stop =
          local.loadClass("io.domainflow.LeftOverPostgres").getDeclaredMethod("stop", Path.class);
      stop.setAccessible(true);
      stop.invoke(null, data);
    }
  }
}

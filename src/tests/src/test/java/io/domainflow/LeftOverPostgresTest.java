package io.domainflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.build.TestTimeout;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
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

    LeftOverPostgres.stop(data);

    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\0\0\0\0"})
  void startsWithAStateFileThatWasCutShort(String content) throws Exception {
    Path file = data.resolve("postmaster.pid");
    Files.writeString(file, content);

    LeftOverPostgres.stop(data);

    assertThat(file).doesNotExist();
  }

  @Test
  void aServerThatOutlivesItsTestIsStopped() throws Exception {
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setPGStartupWait(TestTimeout.LIMIT)
            .setRegisterShutdownHook(false)
            .start();
    try {
      ProcessHandle process =
          ProcessHandle.of(
                  Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0)))
              .orElseThrow();

      LeftOverPostgres.stop(data);

      assertThat(process.isAlive()).isFalse();
    } finally {
      server.close();
    }
  }
}

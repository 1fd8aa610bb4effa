package io.domainflow.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.NeededTool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The examples of {@code docs/http} work from top to bottom; each checks its own answers. */
@DomainflowTest
class HttpExamplesTest {

  private static final Path HTTPYAC = Path.of("src/tests/http/node_modules/.bin/httpyac");

  @TempDir private Path work;

  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(strings = {"orders", "engine-rest"})
  void work(String name) throws IOException, InterruptedException {
    NeededTool.require(Files.exists(HTTPYAC), "httpyac", "npm ci --prefix src/tests/http");
    String example = Files.readString(Path.of("docs/http/" + name + ".http"));
    Files.writeString(
        work.resolve(name + ".http"),
        example.replace("@host = http://localhost:8080", "@host = http://localhost:" + port));
    Process run =
        new ProcessBuilder(
                HTTPYAC.toAbsolutePath().toString(),
                "send",
                name + ".http",
                "--all",
                "--output",
                "exchange")
            // it accepts only files below its working directory
            .directory(work.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(run.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(run.exitValue()).as(said).isZero();
    assertThat(said).contains("requests processed").doesNotContain("failed)", "errored)");
  }
}

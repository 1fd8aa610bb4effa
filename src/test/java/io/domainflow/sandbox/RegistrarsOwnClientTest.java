package io.domainflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.NeededTool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Lets the registrar's own Node client talk to the sandbox: it was not written by those who wrote
 * the sandbox. It comes from npm: where it is not installed the check is left out, but never in
 * continuous integration.
 */
class RegistrarsOwnClientTest {

  private static final Path PROJECT = Path.of("src/test/ispapi-client");
  private static final Path CLIENT = Path.of("node_modules/@hexonet/ispapi-apiconnector");
  private static final Pattern TOTAL = Pattern.compile("(?m)^. (pass|skipped|todo) (\\d+)$");

  @Test
  void theRegistrarsOwnClientFindsWhatItExpects() throws IOException, InterruptedException {
    NeededTool.require(
        Files.exists(PROJECT.resolve(CLIENT)),
        "the registrar's own client",
        "with Node 20: npm ci --prefix " + PROJECT);

    List<String> command =
        new ArrayList<>(List.of("node", "--test", "--test-reporter=spec", "--test-concurrency=1"));
    command.addAll(suites());
    ProcessBuilder suite =
        new ProcessBuilder(command).directory(PROJECT.toFile()).redirectErrorStream(true);
    suite.environment().put("SANDBOX_URL", SandboxServer.fresh().uri("").toString());
    Process running = suite.start();
    running.getOutputStream().close();
    String output =
        new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

    assertThat(running.waitFor()).as(failures(output)).isZero();
    assertThat(total("pass", output)).as(output).isGreaterThan(suites().size());
    assertThat(total("skipped", output) + total("todo", output)).as(output).isZero();
  }

  private static List<String> suites() throws IOException {
    try (Stream<Path> files = Files.list(PROJECT.resolve("test"))) {
      return files
          .map(file -> PROJECT.relativize(file).toString())
          .filter(name -> name.endsWith(".test.mjs"))
          .sorted()
          .toList();
    }
  }

  // Node says first what passed, then once more and at length what did not.
  private static String failures(String output) {
    int start = output.indexOf("failing tests:");
    return start < 0 ? output : output.substring(start);
  }

  private static int total(String of, String output) {
    Matcher total = TOTAL.matcher(output);
    while (total.find()) {
      if (total.group(1).equals(of)) {
        return Integer.parseInt(total.group(2));
      }
    }
    throw new AssertionError("Node did not say how many tests there were:\n" + output);
  }
}

package io.domainflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.NeededTool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs bpmnlint over the models. It comes from npm: if it is not installed, the check is skipped,
 * but never in continuous integration.
 */
class ModelLintTest {

  private static final Path LINT = Path.of("src/tests/bpmnlint");
  private static final Path BPMNLINT = Path.of("node_modules/bpmnlint/bin/bpmnlint.js");

  /** Overviews follow the same rules, but are not executed. */
  @ParameterizedTest
  @CsvSource({
    "../../../processes/*.bpmn, .bpmnlintrc",
    "../../../docs/overviews/*.bpmn, overviews.bpmnlintrc"
  })
  void findsNothing(String models, String rules) throws IOException, InterruptedException {
    NeededTool.require(
        Files.exists(LINT.resolve(BPMNLINT)), "bpmnlint", "with Node 20: npm ci --prefix " + LINT);

    Process lint =
        new ProcessBuilder(
                "node", BPMNLINT.toString(), "--max-warnings=0", "--config", rules, models)
            .directory(LINT.toFile())
            .redirectErrorStream(true)
            .start();
    String findings = new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(lint.waitFor()).as(findings).isZero();
  }
}

package io.domainflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs bpmnlint over the models. It comes from npm: where it is not installed the check is left
 * out, but never in continuous integration.
 */
class ModelLintTest {

  private static final Logger log = LoggerFactory.getLogger(ModelLintTest.class);

  private static final Path LINT = Path.of("src/test/bpmnlint");
  private static final Path BPMNLINT = Path.of("node_modules/bpmnlint/bin/bpmnlint.js");
  private static final String HOW_TO_INSTALL = "with Node 20: npm ci --prefix " + LINT;

  @Test
  void findsNothingInAnyModel() throws IOException, InterruptedException {
    boolean installed = Files.exists(LINT.resolve(BPMNLINT));
    if ("true".equals(System.getenv("CI"))) {
      assertThat(installed).as("bpmnlint is installed (%s)", HOW_TO_INSTALL).isTrue();
    } else if (!installed) {
      log.warn("The models were not linted. Install bpmnlint {}", HOW_TO_INSTALL);
    }
    assumeTrue(installed, "bpmnlint is not installed");

    Process lint =
        new ProcessBuilder(
                "node", BPMNLINT.toString(), "--max-warnings=0", "../../../processes/*.bpmn")
            .directory(LINT.toFile())
            .redirectErrorStream(true)
            .start();
    String findings = new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(lint.waitFor()).as(findings).isZero();
  }
}

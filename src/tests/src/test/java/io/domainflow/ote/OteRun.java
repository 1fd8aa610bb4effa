package io.domainflow.ote;

import io.domainflow.sandbox.SandboxServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;

/**
 * The comparison with the real test system. Its name keeps it out of {@code mvn verify}; {@code mvn
 * verify -Pote} runs only this. See {@code docs/ote.md}.
 */
class OteRun {

  private static final Path FILE = Path.of("target", "ote-differences.md");

  @Test
  void comparesTheSandboxWithTheRegistrarsTestSystem() throws IOException {
    Files.deleteIfExists(FILE);
    OteSettings settings = new OteSettings(new StandardEnvironment());
    try (SandboxServer sandbox = SandboxServer.start(List.of(), "--logging.level.root=warn")) {
      Report report = Contract.compare(settings, sandbox);
      Files.writeString(FILE, report.text());
      System.out.println("\n" + report.text());
      report.requireAnswers();
    }
  }
}

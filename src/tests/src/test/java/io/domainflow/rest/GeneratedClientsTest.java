package io.domainflow.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.NeededTool;
import io.domainflow.build.OnlyInFull;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients generated from the specification in other languages are programs without mistakes; {@link
 * GeneratedClientTest} has the one in Java.
 */
@OnlyInFull("SpecificationTest, with two validators")
class GeneratedClientsTest {

  private static final Path TYPESCRIPT =
      Path.of("src/tests/openapi/node_modules/typescript/bin/tsc").toAbsolutePath();

  @TempDir private Path work;

  @Test
  void typeScript() throws IOException, InterruptedException {
    NeededTool.require(
        Files.exists(TYPESCRIPT), "TypeScript", "with Node 20: npm ci --prefix src/tests/openapi");

    check(
        "typescript-fetch",
        "node",
        TYPESCRIPT.toString(),
        "--noEmit",
        "--strict",
        "--target",
        "es2022",
        "--lib",
        "es2022,dom",
        "--module",
        "esnext",
        "--moduleResolution",
        "bundler",
        "index.ts");
  }

  @Test
  void python() throws IOException, InterruptedException {
    require("python3");

    check("python", "python3", "-m", "compileall", "-q", ".");
  }

  @Test
  void php() throws IOException, InterruptedException {
    require("php");

    check("php", "sh", "-c", "find . -name '*.php' -print0 | xargs -0 -n 1 -P 2 php -n -l");
  }

  private void check(String kind, String... command) throws IOException, InterruptedException {
    Path client = work.resolve(kind);
    ClientGenerator.generate(kind, client);
    Process checker =
        new ProcessBuilder(command).directory(client.toFile()).redirectErrorStream(true).start();
    String findings = new String(checker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(checker.waitFor()).as(findings).isZero();
  }

  private static void require(String interpreter) throws InterruptedException {
    boolean installed;
    try {
      installed = new ProcessBuilder(interpreter, "--version").start().waitFor() == 0;
    } catch (IOException e) {
      installed = false;
    }
    NeededTool.require(installed, interpreter, "apt-get install python3 php-cli");
  }
}

package io.domainflow.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Generates clients from the specification, with OpenAPI Generator. */
final class ClientGenerator {

  private static final Path GENERATOR =
      Path.of("target/openapi-generator/openapi-generator-cli.jar");

  private ClientGenerator() {}

  /**
   * Generates a client.
   *
   * @param kind what the generator calls it
   * @param client a new directory
   */
  static void generate(String kind, Path client, String... options)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-jar",
                GENERATOR.toString(),
                "generate",
                "-g",
                kind,
                "-i",
                "docs/openapi.yaml",
                "-o",
                client.toString(),
                "--global-property=apiTests=false,modelTests=false,apiDocs=false,modelDocs=false"));
    command.addAll(List.of(options));
    Path log = client.resolveSibling(client.getFileName() + ".log");
    Process generator =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(generator.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(generator.exitValue()).as(Files.readString(log)).isZero();
  }
}

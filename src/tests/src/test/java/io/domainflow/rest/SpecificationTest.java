package io.domainflow.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.domainflow.NeededTool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The specification is read by programs: it is valid, says nothing by accident, and its examples
 * fit their schemas. The validators come from npm: if they are not installed, they are skipped, but
 * never in continuous integration.
 */
class SpecificationTest {

  private static final Path TOOLS = Path.of("src/tests/openapi");
  private static final Set<String> EXAMPLES = Set.of("examples", "enum");
  private static final SchemaRegistry VALIDATORS =
      SchemaRegistry.withDialect(Dialects.getOpenApi31());

  private final JsonNode root = OpenApi.read().root();

  /** Two, of different authors, because each overlooks something. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "@redocly/cli/bin/cli.js lint --config redocly.yaml",
        "@seriousme/openapi-schema-validator/bin/validate-api-cli.js"
      })
  void isValid(String validator) throws IOException, InterruptedException {
    NeededTool.require(
        Files.isDirectory(TOOLS.resolve("node_modules")),
        "a validator of specifications",
        "with Node 20: npm ci --prefix " + TOOLS);
    List<String> command = new ArrayList<>(List.of("node"));
    command.addAll(
        List.of(("node_modules/" + validator + " ../../../docs/openapi.yaml").split(" ")));
    Process check =
        new ProcessBuilder(command).directory(TOOLS.toFile()).redirectErrorStream(true).start();
    String findings = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(check.waitFor()).as(findings).isZero();
  }

  /** In braces, a comma ends a text without quotation marks; what follows becomes a name. */
  @Test
  void hasNoTextThatIsCutAtAComma() {
    assertThat(namesWithoutValue(root, "")).isEmpty();
  }

  @Test
  void hasExamplesThatFitTheirSchemas() {
    List<Described> described = described(root, "").toList();

    assertThat(described).hasSizeGreaterThan(30);
    assertThat(described.stream().flatMap(this::errors)).isEmpty();
  }

  /** A mistake in an example is found. */
  @Test
  void noticesAnExampleThatDoesNotFit() {
    Described answer =
        described(root, "").filter(one -> one.example().has("processInstanceId")).findFirst().get();
    ObjectNode wrong = answer.example().deepCopy();
    wrong.remove("status");
    wrong.put("createdAt", "yesterday");

    assertThat(errors(new Described(answer.where(), answer.schema(), wrong))).hasSize(2);
  }

  private Stream<String> errors(Described described) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.putArray("allOf").add(described.schema());
    schema.set("components", root.path("components"));
    List<Error> errors =
        VALIDATORS
            .getSchema(schema)
            .validate(
                described.example(),
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    return errors.stream().map(error -> described.where() + ": " + error);
  }

  private static Stream<String> namesWithoutValue(JsonNode node, String where) {
    if (node.isArray()) {
      return node.valueStream().flatMap(item -> namesWithoutValue(item, where));
    }
    return node.propertyStream()
        .filter(member -> !EXAMPLES.contains(member.getKey()))
        .flatMap(
            member -> {
              String path = where + "/" + member.getKey();
              return member.getValue().isNull()
                  ? Stream.of(path)
                  : namesWithoutValue(member.getValue(), path);
            });
  }

  /** An example, and what it is an example of. */
  private record Described(String where, JsonNode schema, JsonNode example) {}

  private static Stream<Described> described(JsonNode node, String where) {
    if (node.isArray()) {
      return node.valueStream().flatMap(item -> described(item, where));
    }
    // beside a schema by name, or in it as a list
    Stream<Described> examples =
        node.path("examples").isObject()
            ? node.path("examples")
                .propertyStream()
                .map(
                    example ->
                        new Described(
                            where + "/" + example.getKey(),
                            node.path("schema"),
                            example.getValue().path("value")))
            : node.path("examples").valueStream().map(value -> new Described(where, node, value));
    return Stream.concat(
        examples,
        node.propertyStream()
            .filter(member -> !EXAMPLES.contains(member.getKey()))
            .flatMap(member -> described(member.getValue(), where + "/" + member.getKey())));
  }
}

package io.domainflow.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the documents promise to callers: {@code docs/openapi.yaml} and {@code order-api.md}. */
final class OpenApi {

  private static final Path DOCUMENTS = Path.of("docs");

  private final JsonNode root;

  private OpenApi(JsonNode root) {
    this.root = root;
  }

  static OpenApi read() {
    Map<String, Object> yaml =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(text("openapi.yaml"));
    return new OpenApi(new ObjectMapper().valueToTree(yaml));
  }

  /** The guide for people. */
  static String guide() {
    return text("order-api.md");
  }

  /** The guide to reseller accounts. */
  static String accountsGuide() {
    return text("accounts.md");
  }

  /** The guide to API clients. */
  static String clientsGuide() {
    return text("api-clients.md");
  }

  /** The guide to webhooks. */
  static String webhooksGuide() {
    return text("webhooks.md");
  }

  /** The guide to imports. */
  static String importGuide() {
    return text("import.md");
  }

  JsonNode root() {
    return root;
  }

  JsonNode schema(String name) {
    return root.at("/components/schemas/" + name);
  }

  /** Names of the members of an object. */
  List<String> members(String schema) {
    return names(schema(schema).path("properties"));
  }

  /** Values of a closed list. */
  List<String> values(String schema) {
    List<String> values = new ArrayList<>();
    schema(schema).path("enum").forEach(value -> values.add(value.asText()));
    return values;
  }

  /** Orders that the documentation shows. */
  List<JsonNode> exampleOrders() {
    return root.at("/paths/~1api~1v1~1orders/post/requestBody/content/application~1json/examples")
        .findValues("value");
  }

  static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  static String text(String document) {
    try {
      return Files.readString(DOCUMENTS.resolve(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

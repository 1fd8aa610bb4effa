package io.domainflow.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the documents for callers: {@code docs/openapi.yaml} and the guides beside it. */
public final class OpenApi {

  private static final Path DOCUMENTS = Path.of("docs");

  private final JsonNode root;

  private OpenApi(JsonNode root) {
    this.root = root;
  }

  /** Reads the documents again. */
  public static OpenApi read() {
    Map<String, Object> yaml =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(text("openapi.yaml"));
    return new OpenApi(new ObjectMapper().valueToTree(yaml));
  }

  /** The guide to the order API. */
  public static String guide() {
    return text("order-api.md");
  }

  /** The guide to orders through Camunda's REST API. */
  public static String engineGuide() {
    return text("engine-rest.md");
  }

  /** The guide to changes of registrant. */
  public static String changeOfRegistrantGuide() {
    return text("change-of-registrant.md");
  }

  /** The guide to reseller accounts. */
  public static String accountsGuide() {
    return text("accounts.md");
  }

  /** The guide to API clients. */
  public static String clientsGuide() {
    return text("api-clients.md");
  }

  /** The guide to webhooks. */
  public static String webhooksGuide() {
    return text("webhooks.md");
  }

  /** The guide to imports. */
  public static String importGuide() {
    return text("import.md");
  }

  /** The whole specification. */
  public JsonNode root() {
    return root;
  }

  /** The schema of this name. */
  public JsonNode schema(String name) {
    return root.at("/components/schemas/" + name);
  }

  /** Names of the members of an object. */
  public List<String> members(String schema) {
    return names(schema(schema).path("properties"));
  }

  /** Values of a closed list. */
  public List<String> values(String schema) {
    List<String> values = new ArrayList<>();
    schema(schema).path("enum").forEach(value -> values.add(value.asText()));
    return values;
  }

  /** The problems in answers, as a table with their status and what to do. */
  public String problems() {
    return schema("Problem").at("/properties/type/description").asText();
  }

  /** The example orders of the documentation. */
  public List<JsonNode> exampleOrders() {
    return root.at("/paths/~1api~1v1~1orders/post/requestBody/content/application~1json/examples")
        .findValues("value");
  }

  /** Names of the members of an object. */
  public static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** A document of {@code docs}. */
  public static String text(String document) {
    try {
      return Files.readString(DOCUMENTS.resolve(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The constants of a closed list, as they are written. */
  public static List<String> constants(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
  }
}

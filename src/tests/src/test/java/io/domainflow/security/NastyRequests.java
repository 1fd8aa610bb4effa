package io.domainflow.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Requests to every operation of a specification, each with one value that nobody should send. */
final class NastyRequests {

  /** A request, and what is nasty about it. */
  record Request(String method, String path, String body, String what) {}

  /** A value, as it is written in an address and in JSON. */
  private record Value(String inAddress, String json) {}

  private static final List<Value> VALUES =
      List.of(
          new Value("a%00b", "\"a\\u0000b\""),
          new Value("1e400", "1e400"),
          new Value("-9223372036854775809", "-9223372036854775809"),
          new Value("NaN", "\"NaN\""),
          new Value("", "\"\""),
          new Value("%ED%A0%80", "\"\\ud800\""),
          new Value("%FF", "-1"),
          new Value("null", "null"),
          new Value("%5B%5D", "[]"),
          new Value("%7B%7D", "{}"),
          new Value("0.5", "0.5"),
          new Value("true", "true"),
          new Value("2026-13-45T99:99:99.999%2B9999", "\"2026-13-45T99:99:99.999+9999\""),
          new Value("x".repeat(5_000), "\"" + "x".repeat(50_000) + "\""),
          new Value("%01%0A", "\"\\u0001\\n\""),
          new Value("%2C%2C", "[null]"),
          new Value("%25", "[[\"a\\u0000b\"]]"),
          new Value("%00", "{\"a\\u0000\": \"\\u0000\"}"));

  /** Values of parameters in a path, so that more is read than that there is no such thing. */
  private static final Map<String, String> THERE =
      Map.of(
          "account", "sandbox",
          "domain", "example.com",
          "tld", "ca",
          "key", "DomainRegistrationProcess");

  private static final String NOT_THERE = "none-such";
  private static final String HERE = "@here@";
  private static final int DEEPEST = 4;

  private final JsonNode specification;
  private final String base;

  private NastyRequests(JsonNode specification, String base) {
    this.specification = specification;
    this.base = base;
  }

  /**
   * The requests.
   *
   * @param base what the paths of the specification begin with
   * @param values how many of the values each parameter and member gets, in turns
   * @param step takes each parameter and member, or each second, and so on
   */
  static List<Request> of(JsonNode specification, String base, int values, int step) {
    List<Function<Value, Request>> places = new NastyRequests(specification, base).places();
    List<Request> requests = new ArrayList<>();
    for (int place = 0; place < places.size(); place += step) {
      for (int turn = 0; turn < Math.min(values, VALUES.size()); turn++) {
        // the number of values has no divisor in common with this one
        Value value = VALUES.get((place / step + turn * 5) % VALUES.size());
        requests.add(places.get(place).apply(value));
      }
    }
    return requests;
  }

  private List<Function<Value, Request>> places() {
    List<Function<Value, Request>> places = new ArrayList<>();
    specification
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          if (Set.of("get", "post", "put", "patch", "delete")
                              .contains(method.getKey())) {
                            add(
                                places,
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                path.getValue(),
                                method.getValue());
                          }
                        }));
    return places;
  }

  private void add(
      List<Function<Value, Request>> places,
      String method,
      String template,
      JsonNode path,
      JsonNode operation) {
    boolean takesBody = operation.has("requestBody");
    List<JsonNode> parameters = new ArrayList<>();
    path.path("parameters").forEach(parameters::add);
    operation.path("parameters").forEach(parameters::add);
    for (JsonNode reference : parameters) {
      JsonNode parameter = resolved(reference);
      String name = parameter.path("name").asText();
      if (parameter.path("in").asText().equals("path")) {
        places.add(
            value ->
                new Request(
                    method,
                    base + filled(template.replace("{" + name + "}", value.inAddress()), method),
                    takesBody ? "{}" : null,
                    name));
      } else if (parameter.path("in").asText().equals("query")) {
        places.add(
            value ->
                new Request(
                    method,
                    base + filled(template, method) + "?" + name + "=" + value.inAddress(),
                    takesBody ? "{}" : null,
                    name));
      }
    }
    JsonNode content = operation.at("/requestBody/content/application~1json");
    Map<String, ObjectNode> bodies = new LinkedHashMap<>();
    collect(content.path("schema"), List.of(), bodies, example(content));
    bodies.forEach(
        (member, body) ->
            places.add(
                value ->
                    new Request(
                        method,
                        base + filled(template, method),
                        body.toString().replace("\"" + HERE + "\"", value.json()),
                        member)));
  }

  private static String filled(String template, String method) {
    String path = template;
    if (!method.equals("DELETE")) {
      for (Map.Entry<String, String> there : THERE.entrySet()) {
        path = path.replace("{" + there.getKey() + "}", there.getValue());
      }
    }
    return path.replaceAll("\\{[^}]+}", NOT_THERE);
  }

  /** A body that is valid as far as there is an example; those of the engine do too much. */
  private ObjectNode example(JsonNode content) {
    if (base.isEmpty()) {
      for (JsonNode example : content.path("examples")) {
        if (resolved(example).path("value") instanceof ObjectNode value) {
          return value;
        }
      }
    }
    return JsonNodeFactory.instance.objectNode();
  }

  private void collect(
      JsonNode unresolved, List<String> above, Map<String, ObjectNode> bodies, ObjectNode example) {
    JsonNode schema = resolved(unresolved);
    for (String all : List.of("allOf", "anyOf", "oneOf")) {
      schema.path(all).forEach(part -> collect(part, above, bodies, example));
    }
    if (above.size() >= DEEPEST) {
      return;
    }
    schema
        .path("properties")
        .properties()
        .forEach(member -> collect(member.getKey(), member.getValue(), above, bodies, example));
    if (schema.path("additionalProperties").isObject()) {
      collect("nasty", schema.get("additionalProperties"), above, bodies, example);
    }
    if (schema.has("items")) {
      collect("[]", schema.get("items"), above, bodies, example);
    }
  }

  private void collect(
      String member,
      JsonNode schema,
      List<String> above,
      Map<String, ObjectNode> bodies,
      ObjectNode example) {
    List<String> place = new ArrayList<>(above);
    place.add(member);
    if (!place.get(0).equals("[]")
        && bodies.putIfAbsent(String.join(".", place), with(example, place)) == null) {
      collect(schema, place, bodies, example);
    }
  }

  private static ObjectNode with(ObjectNode example, List<String> place) {
    ObjectNode body = example.deepCopy();
    JsonNode inner = JsonNodeFactory.instance.textNode(HERE);
    for (int i = place.size() - 1; i > 0; i--) {
      if (place.get(i).equals("[]")) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        inner = list.add(inner);
      } else {
        ObjectNode object =
            at(body, place.subList(0, i)) instanceof ObjectNode there
                ? there.deepCopy()
                : JsonNodeFactory.instance.objectNode();
        inner = object.set(place.get(i), inner);
      }
    }
    body.set(place.get(0), inner);
    return body;
  }

  private static JsonNode at(JsonNode body, List<String> place) {
    JsonNode found = body;
    for (String member : place) {
      found = member.equals("[]") ? found.path(0) : found.path(member);
    }
    return found;
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? specification.at(node.get("$ref").asText().substring(1)) : node;
  }
}

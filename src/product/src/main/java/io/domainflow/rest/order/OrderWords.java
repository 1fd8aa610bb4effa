package io.domainflow.rest.order;

import io.domainflow.model.Section;
import io.domainflow.order.content.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The texts for the API's enumerations: a sentence for each value, taken from the specification,
 * and the names of operations and sections.
 */
@Component
class OrderWords {

  private static final List<String> LISTS =
      List.of("Operation", "WaitingForCode", "OutcomeCode", "FailureReason", "RenewalMode");

  private final Map<String, Map<String, String>> words = new LinkedHashMap<>();

  OrderWords() throws IOException {
    try (InputStream specification =
        new ClassPathResource("api-docs/openapi.yaml").getInputStream()) {
      read(specification);
    }
    Map<String, String> names = new LinkedHashMap<>();
    Arrays.stream(Operation.values()).forEach(one -> names.put(one.name(), one.words()));
    words.put("OperationName", names);
    Map<String, String> sections = new LinkedHashMap<>();
    Arrays.stream(Section.values()).forEach(one -> sections.put(one.member(), one.words()));
    words.put("Section", sections);
  }

  /** A sentence or name for each value, by the name of its enumeration. */
  Map<String, Map<String, String>> all() {
    return words;
  }

  /** The sentence for a value; empty for null. */
  String sentence(String list, @Nullable Enum<?> value) {
    return value == null
        ? ""
        : words.getOrDefault(list, Map.of()).getOrDefault(value.name(), plain(value));
  }

  /** The value itself, as a person would write it; empty for null. */
  static String plain(@Nullable Enum<?> value) {
    return value == null ? "" : value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void read(InputStream specification) {
    Map<String, Object> root =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(specification);
    Map<?, ?> schemas = object(object(root, "components"), "schemas");
    for (String list : LISTS) {
      words.put(list, sentences((String) member(object(schemas, list), "description")));
    }
  }

  private static Map<?, ?> object(Map<?, ?> owner, String name) {
    return (Map<?, ?>) member(owner, name);
  }

  private static Object member(Map<?, ?> owner, String name) {
    return Objects.requireNonNull(owner.get(name), name);
  }

  /**
   * A description has a line «- VALUE: sentences» for each value; the first sentence says what it
   * means.
   */
  private static Map<String, String> sentences(String description) {
    Map<String, String> sentences = new LinkedHashMap<>();
    description
        .lines()
        .filter(line -> line.startsWith("- "))
        .forEach(
            line -> {
              int colon = line.indexOf(": ");
              sentences.put(
                  line.substring(2, colon),
                  first(line.substring(colon + 2))
                      .replaceAll("; `what` [^.]*", "")
                      .replace("`", ""));
            });
    return sentences;
  }

  private static String first(String sentences) {
    int end = sentences.indexOf(". ");
    return end < 0 ? sentences : sentences.substring(0, end + 1);
  }
}

package io.domainflow.tld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.process.additionalfields.ServerFeel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The conditions of all forms, also those of texts: each with every combination of the values that
 * its variables can have, null and absent included; of countries some that it names and some that
 * it does not.
 */
final class ConditionCases {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern COUNTRY = Pattern.compile("\"([A-Z]{2})\"");
  private static final Set<String> FEEL_WORDS =
      Set.of("and", "or", "not", "in", "null", "true", "false", "list", "contains");

  private ConditionCases() {}

  static List<FormBrowser.Condition> all() throws IOException {
    Set<FormBrowser.Condition> cases = new LinkedHashSet<>();
    for (Resource resource :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath:additional-fields/*.form")) {
      JsonNode form = JSON.readTree(resource.getContentAsString(StandardCharsets.UTF_8));
      Map<String, JsonNode> fields = new HashMap<>();
      for (JsonNode component : form.findParents("key")) {
        fields.put(component.get("key").asText(), component);
      }
      for (String hide : new LinkedHashSet<>(form.findValuesAsText("hide"))) {
        combinations(hide, fields, form.at("/properties/tlds").asText())
            .forEach(data -> cases.add(new FormBrowser.Condition(hide, data)));
        cases.add(new FormBrowser.Condition(hide, Map.of()));
      }
    }
    return List.copyOf(cases);
  }

  private static List<Map<String, Object>> combinations(
      String hide, Map<String, JsonNode> fields, String tlds) {
    List<Map<String, Object>> combinations = List.of(Map.of());
    for (String name : ServerFeel.words(hide)) {
      if (FEEL_WORDS.contains(name)) {
        continue;
      }
      List<Object> values = new ArrayList<>(values(name, hide, fields, tlds));
      values.add(null);
      List<Map<String, Object>> more = new ArrayList<>();
      for (Map<String, Object> sofar : combinations) {
        for (Object value : values) {
          Map<String, Object> one = new LinkedHashMap<>(sofar);
          one.put(name, value);
          more.add(one);
        }
      }
      combinations = more;
    }
    return combinations;
  }

  private static Collection<?> values(
      String name, String hide, Map<String, JsonNode> fields, String tlds) {
    return switch (name) {
      case "operation" -> Stream.of(FormOperation.values()).map(FormOperation::inForms).toList();
      case "registrantKind", "adminKind" -> List.of("individual", "organization");
      case "domainIsIdn" -> List.of(true, false);
      case "tld" -> List.of(tlds.split(",", -1));
      case "registrantCountry" -> countries(hide);
      default -> answers(fields.get(name));
    };
  }

  private static Collection<?> answers(JsonNode field) {
    if (field.get("type").asText().equals("checkbox")) {
      return List.of(true, false);
    }
    List<String> options = field.path("values").findValuesAsText("value");
    return options.isEmpty() ? List.of("anything") : options;
  }

  /** First, middle and last of those that are named, and some that may not be. */
  private static Set<String> countries(String hide) {
    List<String> named =
        COUNTRY.matcher(hide).results().map((MatchResult found) -> found.group(1)).toList();
    Set<String> some = new LinkedHashSet<>(List.of("US", "SE", "CH"));
    if (!named.isEmpty()) {
      some.add(named.get(0));
      some.add(named.get(named.size() / 2));
      some.add(named.get(named.size() - 1));
    }
    return some;
  }
}

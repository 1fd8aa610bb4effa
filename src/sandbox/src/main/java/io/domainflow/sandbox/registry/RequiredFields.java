package io.domainflow.sandbox.registry;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Tsv;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Checks the fields that a registry requires besides the contacts. */
@Component("sandboxRequiredFields")
@ConditionalOnSandbox
class RequiredFields {

  private record Rule(Set<String> zones, List<List<String>> alternatives, List<Condition> when) {}

  private record Condition(String key, boolean is, Set<String> values) {

    static Condition of(String text) {
      int equals = text.indexOf('=');
      boolean negated = text.charAt(equals - 1) == '!';
      return new Condition(
          text.substring(0, negated ? equals - 1 : equals),
          !negated,
          Set.of(text.substring(equals + 1).split("\\|", -1)));
    }

    boolean isAboutTheService() {
      return key.endsWith("-ACCEPT-TRUSTEE-TAC");
    }
  }

  private final List<Rule> rules = new ArrayList<>();

  RequiredFields() {
    for (String[] row : Tsv.rows("required-fields.tsv")) {
      rules.add(
          new Rule(
              Set.of(row[0].split(",", -1)),
              Arrays.stream(row[1].split("\\|", -1)).map(all -> List.of(all.split("\\+"))).toList(),
              row[2].isEmpty()
                  ? List.of()
                  : Arrays.stream(row[2].split("; ", -1)).map(Condition::of).toList()));
    }
  }

  /**
   * Checks the fields of a registration.
   *
   * @throws Refusal 504 naming what is missing
   */
  void check(
      String zone,
      Map<String, String> parameters,
      Map<String, String> registrant,
      Profile profile) {
    for (Rule rule : rules) {
      if (rule.zones().contains(zone)
          && rule.when().stream()
              .filter(c -> profile == Profile.A || !c.isAboutTheService())
              .allMatch(c -> holds(c, parameters, registrant, profile))
          && rule.alternatives().stream().noneMatch(all -> given(all, parameters))) {
        throw new Refusal(Code.MISSING_ATTRIBUTE, firstMissing(rule, parameters));
      }
    }
  }

  private static boolean given(List<String> all, Map<String, String> parameters) {
    return all.stream().noneMatch(name -> parameters.getOrDefault(name, "").isEmpty());
  }

  // The missing part of an alternative that was begun; otherwise the first alternative.
  private static String firstMissing(Rule rule, Map<String, String> parameters) {
    return rule.alternatives().stream()
        .filter(all -> all.stream().anyMatch(parameters::containsKey))
        .findFirst()
        .orElse(rule.alternatives().get(0))
        .stream()
        .filter(name -> parameters.getOrDefault(name, "").isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private static boolean holds(
      Condition condition,
      Map<String, String> parameters,
      Map<String, String> registrant,
      Profile profile) {
    String value =
        switch (condition.key()) {
          case "profile" -> profile.name();
          case "registrant.kind" ->
              registrant.getOrDefault("ORGANIZATION", "").isEmpty() ? "individual" : "organization";
          case "registrant.country" -> registrant.getOrDefault("COUNTRY", "");
          default -> parameters.getOrDefault(condition.key(), "");
        };
    return condition.values().contains(value) == condition.is();
  }
}

package io.domainflow.process.changeofregistrant;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.account.RegistrantChangeMode;
import io.domainflow.model.RegistrantChangeBy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The delivered decision tables, evaluated by the engine: every rule, and every possible case. */
class ChangeOfRegistrantPolicyTest {

  private static final Path FILE = Path.of("processes", "ChangeOfRegistrantPolicy.dmn");
  private static final String ROUTE = "ChangeOfRegistrantRoute";
  private static final String TERMS = "ChangeOfRegistrantTerms";

  private static final List<String> VERSIONS = List.of("2016", "CORD");

  private static final List<String> CHANGES = List.of("REGISTRANT", "CONTACT_DATA");
  private static final List<Boolean> EITHER = List.of(true, false);

  private final List<String> matched = new ArrayList<>();
  private final DmnEngine engine = engine();

  /** The case of a table that has been tried, and its result. */
  private record Tried(String name, List<String> rules, Map<String, Object> outputs) {}

  @ParameterizedTest
  @CsvSource({
    "Rule_Route1, 2016, ICANN_TRADE, CONTACT_DATA, UPDATE, false",
    "Rule_Route1, CORD, ELSEWHERE, CONTACT_DATA, UPDATE, false",
    "Rule_Route2, 2016, ICANN_TRADE, REGISTRANT, TRADE, true",
    "Rule_Route3, CORD, ICANN_TRADE, REGISTRANT, UPDATE, false",
    "Rule_Route4, 2016, TRADE, REGISTRANT, TRADE, false",
    "Rule_Route5, 2016, UPDATE, REGISTRANT, UPDATE, false",
    "Rule_Route6, 2016, ELSEWHERE, REGISTRANT, ELSEWHERE, false",
    "Rule_Route6, 2016, UNKNOWN, REGISTRANT, ELSEWHERE, false"
  })
  void choosesTheRoute(
      String rule,
      String version,
      RegistrantChangeBy zone,
      String what,
      String route,
      boolean consents) {
    Tried tried = route(version, zone, what);

    assertThat(tried.rules()).containsExactly(rule);
    assertThat(tried.outputs()).isEqualTo(Map.of("route", route, "consentsNeeded", consents));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // rule | opt-out possible, recorded | wish | choice, why | agent for new, prior | opt-out |
        // lock
        "Rule_Terms1 | true | true | LOCK_AT_ONCE | false | '' | true | true | false | 60",
        "Rule_Terms1 | false | false | LOCK_AT_ONCE | false | '' | true | true | false | 60",
        "Rule_Terms2 | true | true | WAIT_WITHOUT_LOCK | false | '' | true | false | true | 0",
        "Rule_Terms3 | true | true | WAIT_THEN_LOCK | false | '' | true | false | false | 60",
        "Rule_Terms3 | false | false | WAIT_THEN_LOCK | false | '' | true | false | false | 60",
        "Rule_Terms4 | false | true | WAIT_WITHOUT_LOCK | true | NO_OPT_OUT_HERE | true | false | false | 60",
        "Rule_Terms5 | true | false | WAIT_WITHOUT_LOCK | true | OPT_OUT_NOT_RECORDED | true | false | false | 60",
        "Rule_Terms6 | true | true | ASK | true | NOT_CHOSEN | true | false | false | 60"
      })
  void setsTheTermsOfIcannsPolicy(
      String rule,
      boolean possible,
      boolean recorded,
      RegistrantChangeMode wish,
      boolean choice,
      String reason,
      boolean agentForNew,
      boolean agentForPrior,
      boolean optOut,
      int lockDays) {
    Tried tried = terms("2016", true, possible, recorded, wish);

    assertThat(tried.rules()).containsExactly(rule);
    assertThat(tried.outputs())
        .isEqualTo(
            Map.of(
                "choiceToMake", choice,
                "choiceReason", reason,
                "newConsentNeeded", agentForNew,
                "priorConsentNeeded", agentForPrior,
                "optOut", optOut,
                "confirmationDays", 14,
                "graceDays", 2,
                "lockDays", lockDays,
                "reminderDays", "3,7,12",
                "noticeHours", 24));
  }

  @ParameterizedTest
  @CsvSource({"2016, true, ASK", "CORD, false, LOCK_AT_ONCE"})
  void asksForNothingWhereNoConsentIsNeeded(
      String version, boolean optOut, RegistrantChangeMode wish) {
    Tried tried = terms(version, false, optOut, optOut, wish);

    assertThat(tried.rules()).containsExactly("Rule_Terms7");
    assertThat(tried.outputs())
        .isEqualTo(
            Map.of(
                "choiceToMake",
                false,
                "choiceReason",
                "",
                "newConsentNeeded",
                false,
                "priorConsentNeeded",
                false,
                "optOut",
                false,
                "confirmationDays",
                60,
                "graceDays",
                0,
                "lockDays",
                0,
                "reminderDays",
                "7,14,28",
                "noticeHours",
                24));
  }

  @Test
  void coversEveryRoute() {
    assertEachMeetsOneRule(everyRoute(), ROUTE);
  }

  @Test
  void knowsTheTermsOfEveryRoute() {
    List<Tried> all = new ArrayList<>();
    for (String version : VERSIONS) {
      for (boolean consents : consentsNeeded(version)) {
        for (boolean possible : EITHER) {
          for (boolean recorded : EITHER) {
            for (RegistrantChangeMode wish : RegistrantChangeMode.values()) {
              all.add(terms(version, consents, possible, recorded, wish));
            }
          }
        }
      }
    }

    assertThat(all).hasSize(48);
    assertEachMeetsOneRule(all, TERMS);
    assertThat(all)
        .filteredOn(tried -> tried.outputs().get("optOut").equals(true))
        .extracting(Tried::name)
        .containsExactly("2016 true true true WAIT_WITHOUT_LOCK");
  }

  /** The results of a version's routes for consents; the terms are never evaluated with others. */
  private List<Boolean> consentsNeeded(String version) {
    Stream<Tried> routes = everyRoute().stream().filter(tried -> tried.name().startsWith(version));
    return routes.map(tried -> (Boolean) tried.outputs().get("consentsNeeded")).distinct().toList();
  }

  private List<Tried> everyRoute() {
    List<Tried> all = new ArrayList<>();
    for (String version : VERSIONS) {
      for (RegistrantChangeBy zone : RegistrantChangeBy.values()) {
        for (String what : CHANGES) {
          all.add(route(version, zone, what));
        }
      }
    }
    return all;
  }

  private static void assertEachMeetsOneRule(List<Tried> all, String decision) {
    assertThat(all).allSatisfy(tried -> assertThat(tried.rules()).hasSize(1));
    Set<String> met = new TreeSet<>();
    all.forEach(tried -> met.addAll(tried.rules()));
    Decision table = Dmn.readModelFromFile(FILE.toFile()).getModelElementById(decision);
    assertThat(met)
        .as("rules that a case meets")
        .containsExactlyInAnyOrderElementsOf(
            table.getChildElementsByType(DecisionTable.class).stream()
                .flatMap(rows -> rows.getRules().stream())
                .map(Rule::getId)
                .toList());
  }

  private Tried route(String version, RegistrantChangeBy zone, String what) {
    return tried(
        ROUTE,
        "%s %s %s".formatted(version, zone, what),
        Map.of("policyVersion", version, "registrantChangeBy", zone.name(), "whatChanges", what));
  }

  private Tried terms(
      String version,
      boolean consents,
      boolean possible,
      boolean recorded,
      RegistrantChangeMode wish) {
    return tried(
        TERMS,
        "%s %s %s %s %s".formatted(version, consents, possible, recorded, wish),
        Map.of(
            "policyVersion", version,
            "consentsNeeded", consents,
            "optOutPossible", possible,
            "optOutRecorded", recorded,
            "wish", wish.name()));
  }

  private Tried tried(String decision, String name, Map<String, Object> inputs) {
    matched.clear();
    List<DmnDecisionResultEntries> results = new ArrayList<>();
    try (InputStream file = Files.newInputStream(FILE)) {
      DmnDecision table = engine.parseDecision(decision, file);
      results.addAll(engine.evaluateDecision(table, inputs));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Tried(
        name, List.copyOf(matched), results.isEmpty() ? Map.of() : results.get(0).getEntryMap());
  }

  private DmnEngine engine() {
    DefaultDmnEngineConfiguration configuration =
        (DefaultDmnEngineConfiguration)
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
    configuration.getCustomPostDecisionTableEvaluationListeners().add(this::evaluated);
    return configuration.buildEngine();
  }

  private void evaluated(DmnDecisionTableEvaluationEvent event) {
    event.getMatchingRules().stream().map(DmnEvaluatedDecisionRule::getId).forEach(matched::add);
  }
}

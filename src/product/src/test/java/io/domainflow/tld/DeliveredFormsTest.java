package io.domainflow.tld;

import static io.domainflow.tld.Catalogues.DELIVERED;
import static io.domainflow.tld.Catalogues.organization;
import static io.domainflow.tld.Catalogues.values;
import static java.util.Collections.disjoint;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.model.AdditionalFields;
import io.domainflow.process.additionalfields.ServerFeel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules for every form on the class path, including future ones. */
class DeliveredFormsTest {

  private static final Conditions FEEL = ServerFeel.conditions();

  static Stream<TldPolicy> tldsWithForm() {
    return DELIVERED.policies().stream().filter(policy -> policy.form().isPresent());
  }

  /** What the registrar documents of a parameter with some operations. */
  private record Documented(
      String tld, String parameter, Set<FormOperation> operations, Set<String> registrarValues) {

    static List<Documented> all() {
      return Catalogues.resource("tld/parameters.tsv")
          .lines()
          .map(line -> line.split("\t", -1))
          .map(
              line ->
                  new Documented(
                      line[0],
                      line[1],
                      Arrays.stream(line[2].split(" ", -1))
                          .map(name -> FormOperation.valueOf(name.toUpperCase(Locale.ROOT)))
                          .collect(toSet()),
                      Set.of(line[3].split("\\|", -1))))
          .toList();
    }
  }

  /**
   * Each line: a TLD, parameter, operations, registrar's values ({@code -}: any line or date),
   * which may be spread over a list for individuals and one for organizations. Of a consent without
   * which there is no registration the form takes yes only.
   */
  @Test
  void haveTheParametersOperationsAndRegistrarValuesOfTheRegistrar() {
    assertThat(Documented.all())
        .allSatisfy(
            wanted -> {
              List<AdditionalField> fields =
                  Catalogues.form("example." + wanted.tld).fields().stream()
                      .filter(field -> wanted.parameter.equals(field.parameter()))
                      .filter(field -> !disjoint(field.operations(), wanted.operations))
                      .toList();
              assertThat(fields)
                  .flatExtracting(AdditionalField::operations)
                  .hasSameElementsAs(wanted.operations);
              for (FormOperation operation : wanted.operations) {
                assertThat(
                        fields.stream()
                            .filter(field -> field.operations().contains(operation))
                            .flatMap(field -> registrarValues(field).stream()))
                    .as("%s %s %s", wanted.tld, wanted.parameter, operation)
                    .hasSameElementsAs(wanted.registrarValues);
              }
            });
  }

  @Test
  void haveNoParameterThatTheRegistrarDoesNotHave() {
    Set<String> known = new TreeSet<>();
    Documented.all().forEach(wanted -> known.addAll(uses(wanted)));

    assertThat(
            tldsWithForm()
                .map(policy -> policy.form().orElseThrow())
                .flatMap(form -> form.fields().stream().map(field -> uses(form, field)))
                .flatMap(Set::stream))
        .allMatch(known::contains)
        .containsAll(known);
  }

  @ParameterizedTest
  @MethodSource("tldsWithForm")
  void showNoFieldWithAnOperationThatDoesNotTakeIt(TldPolicy policy) {
    for (AdditionalField field : policy.form().orElseThrow().fields()) {
      for (FormOperation operation : EnumSet.complementOf(EnumSet.copyOf(field.operations()))) {
        assertThat(cases(policy, operation))
            .as("%s with %s", field.key(), operation)
            .allMatch(variables -> isHidden(field, variables));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tldsWithForm")
  void showNoFieldOfAnotherTldOfTheGroup(TldPolicy policy) {
    AdditionalFieldsForm form = policy.form().orElseThrow();
    List<AdditionalField> foreign =
        tldsWithForm()
            .map(other -> other.form().orElseThrow())
            .filter(other -> other.id().equals(form.id()))
            .flatMap(other -> other.fields().stream())
            .filter(field -> !form.keys().contains(field.key()))
            .toList();
    for (FormOperation operation : FormOperation.values()) {
      assertThat(foreign)
          .allSatisfy(
              field ->
                  assertThat(cases(policy, operation))
                      .allMatch(variables -> isHidden(field, variables)));
    }
  }

  @ParameterizedTest
  @MethodSource("tldsWithForm")
  void sayWhatCostsExtra(TldPolicy policy) {
    for (AdditionalField field : policy.form().orElseThrow().fields()) {
      assertThat(field.traits().contains(AdditionalField.Trait.CHARGEABLE))
          .as(field.key())
          .isEqualTo(field.label().contains("costs extra"));
    }
  }

  @ParameterizedTest
  @MethodSource("tldsWithForm")
  void keepEveryValueOnTheWayThroughTasklist(TldPolicy policy) {
    AdditionalFieldsForm form = policy.form().orElseThrow();
    for (FormOperation operation : FormOperation.values()) {
      Map<String, String> all = new LinkedHashMap<>();
      form.fields().stream()
          .filter(field -> !field.isHelper() && field.operations().contains(operation))
          .filter(field -> field.hide().stream().noneMatch(DeliveredFormsTest::isForIndividuals))
          .forEach(field -> all.put(field.parameter(), sample(field)));
      AdditionalFields values = new AdditionalFields(all);

      Map<String, Object> shown = new HashMap<>(form.toForm(values, organization(operation)));
      assertThat(shown)
          .containsEntry("operation", operation.name().toLowerCase(Locale.ROOT))
          .containsEntry("registrantKind", "organization")
          .containsEntry("registrantCountry", "FR")
          .containsEntry("domainIsIdn", false)
          .containsEntry("tld", policy.tld().label());
      assertThat(form.keys()).doesNotContainAnyElementsOf(AdditionalFieldsForm.CONTEXT_KEYS);
      assertThat(form.fromForm(form.unmasked(shown, values))).isEqualTo(values);
    }
  }

  /** The browser does not submit a form with a wrong value in a hidden field. */
  @Test
  void fillInOnlyTheFieldOfAParameterThatIsShown() {
    AdditionalFields person = values("X-NO-REGISTRANT-IDENTITY", "N.PRI.12345678");

    assertThat(
            Catalogues.form("example.no")
                .toForm(person, Catalogues.individual(FormOperation.TRADE)))
        .containsEntry("noPersonIdentifier", "N.PRI.12345678")
        .doesNotContainKey("noOrganizationNumber");
  }

  /** A consent does not apply to the next registrant. */
  @Test
  void keepNoFieldThatReplacesPaper() {
    assertThat(
            DELIVERED.policies().stream()
                .flatMap(
                    policy ->
                        policy.paperwork().values().stream()
                            .flatMap(paper -> paper.unless().stream())
                            .flatMap(
                                parameter ->
                                    policy.form().orElseThrow().fields().stream()
                                        .filter(field -> parameter.equals(field.parameter())))))
        .isNotEmpty()
        .allMatch(field -> field.has(AdditionalField.Trait.NOT_KEPT));
  }

  /** The form for correcting a refused registration is composed of its own fields and these. */
  @ParameterizedTest
  @MethodSource("tldsWithForm")
  void haveNoKeyThatTheCorrectionFormHas(TldPolicy policy) throws JsonProcessingException {
    JsonNode correction =
        new ObjectMapper().readTree(Catalogues.resource("registration-correct.form"));

    assertThat(policy.form().orElseThrow().keys())
        .doesNotContainAnyElementsOf(correction.findValuesAsText("key"));
  }

  @Test
  void refuseAnyFieldOfATldThatRequiresNone() {
    assertThat(
            Catalogues.policy("example.com")
                .check(
                    values("X-ACCEPT-WHOISTRUSTEE-TAC", "1"), organization(FormOperation.REGISTER)))
        .singleElement()
        .hasToString("X-ACCEPT-WHOISTRUSTEE-TAC is not known: .com has no additional fields");
  }

  /** All contexts, and in each every option of every list that a condition asks about. */
  private static List<Map<String, Object>> cases(TldPolicy policy, FormOperation operation) {
    List<AdditionalField> fields = policy.form().orElseThrow().fields();
    List<Map<String, Object>> cases = new ArrayList<>();
    for (String kind : List.of("individual", "organization")) {
      Map<String, Object> context = new HashMap<>();
      context.put("registrantKind", kind);
      context.put("operation", operation.inForms());
      context.put("tld", policy.tld().label());
      cases.add(context);
      for (AdditionalField asked : fields) {
        boolean decides =
            fields.stream()
                .anyMatch(f -> f.hide().stream().anyMatch(hide -> hide.contains(asked.key())));
        if (decides && asked.values() instanceof ValueRule.OneOf list) {
          for (String option : list.options().keySet()) {
            Map<String, Object> chosen = new HashMap<>(context);
            chosen.put(asked.key(), option);
            cases.add(chosen);
          }
        }
      }
    }
    return cases;
  }

  private static boolean isForIndividuals(String hide) {
    return FEEL.holds(hide, Map.of("registrantKind", "organization", "operation", "register"))
        && !FEEL.holds(hide, Map.of("registrantKind", "individual", "operation", "register"));
  }

  private static boolean isHidden(AdditionalField field, Map<String, Object> variables) {
    return field.hide().stream().anyMatch(hide -> FEEL.holds(hide, variables));
  }

  private static String sample(AdditionalField field) {
    if (field.values() instanceof ValueRule.OneOf list) {
      return list.options().keySet().iterator().next();
    }
    if (field.values() instanceof ValueRule.TickBox box) {
      return box.ticked();
    }
    return field.values() instanceof ValueRule.Day ? "2020-02-29" : "123456789";
  }

  private static Set<String> uses(Documented wanted) {
    String id = Catalogues.form("example." + wanted.tld).id();
    return wanted.operations.stream()
        .map(operation -> id + " " + wanted.parameter + " " + operation)
        .collect(toSet());
  }

  private static Set<String> uses(AdditionalFieldsForm form, AdditionalField field) {
    return field.isHelper()
        ? Set.of()
        : field.operations().stream()
            .map(operation -> form.id() + " " + field.parameter() + " " + operation)
            .collect(toSet());
  }

  static Set<String> registrarValues(AdditionalField field) {
    if (field.values() instanceof ValueRule.TickBox box) {
      return box.unticked() == null ? Set.of(box.ticked()) : Set.of(box.ticked(), box.unticked());
    }
    if (field.values() instanceof ValueRule.OneOf list) {
      Set<String> codes = list.options().keySet();
      return codes.equals(Set.of(Locale.getISOCountries())) ? Set.of("ISO-3166-1") : codes;
    }
    return Set.of("-");
  }
}

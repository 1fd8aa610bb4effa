package io.domainflow.tld;

import static io.domainflow.tld.Catalogues.DELIVERED;
import static io.domainflow.tld.Catalogues.organization;
import static io.domainflow.tld.Catalogues.values;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.AdditionalFields;
import io.domainflow.process.ServerFeel;
import java.util.ArrayList;
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

/** What holds for every form on the class path, also for one added tomorrow. */
class DeliveredFormsTest {

  static Stream<TldPolicy> tldsWithForm() {
    return DELIVERED.policies().stream().filter(policy -> policy.form().isPresent());
  }

  /** Each line: form, parameter, operations, wire values ({@code -}: any line or date). */
  @Test
  void haveTheParametersOperationsAndWireValuesOfTheRegistrar() {
    assertThat(Catalogues.resource("tld/parameters.tsv").lines())
        .allSatisfy(
            line -> {
              String[] wanted = line.split("\t", -1);
              String tld = tldOf(wanted[0], wanted[1]);
              List<AdditionalField> fields =
                  Catalogues.form("example." + tld).fields().stream()
                      .filter(field -> wanted[1].equals(field.parameter()))
                      .toList();
              assertThat(operations(fields)).isEqualTo(wanted[2]);
              assertThat(fields)
                  .allMatch(field -> wireValues(field).equals(Set.of(wanted[3].split(" ", -1))));
            });
  }

  @Test
  void haveNoParameterThatTheRegistrarDoesNotHave() {
    Set<String> known = new TreeSet<>();
    Catalogues.resource("tld/parameters.tsv")
        .lines()
        .forEach(line -> known.add(line.split("\t", -1)[1]));

    assertThat(
            Stream.of("ca", "us", "fr", "pm", "re", "tf", "wf", "yt")
                .flatMap(tld -> Catalogues.form("example." + tld).fields().stream())
                .filter(field -> !field.isHelper())
                .map(AdditionalField::parameter))
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
      assertThat(form.fromForm(shown)).isEqualTo(values);
    }
  }

  @Test
  void refuseAnyFieldOfATldThatWantsNone() {
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

  private static boolean isHidden(AdditionalField field, Map<String, Object> variables) {
    Conditions feel = ServerFeel.conditions();
    return field.hide().stream().anyMatch(hide -> feel.holds(hide, variables));
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

  private static String tldOf(String form, String parameter) {
    String own = parameter.split("-", -1)[1].toLowerCase(Locale.ROOT);
    return parameter.endsWith("-ACCEPT-TRUSTEE-TAC") && own.length() == 2 ? own : form;
  }

  private static String operations(List<AdditionalField> fields) {
    Set<FormOperation> operations = EnumSet.noneOf(FormOperation.class);
    fields.forEach(field -> operations.addAll(field.operations()));
    return operations.stream().map(FormOperation::inForms).collect(joining(" "));
  }

  private static Set<String> wireValues(AdditionalField field) {
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

package io.domainflow.tld;

import static io.domainflow.tld.Catalogues.codes;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.AdditionalFields;
import io.domainflow.process.additionalfields.ServerFeel;
import io.domainflow.tld.FormCases.Case;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of each TLD: the required and the refused fields of its form. */
class FormCasesTest {

  private static final Conditions FEEL = ServerFeel.conditions();

  private static final Set<String> TESTED_ELSEWHERE =
      Set.of("additional-fields-ca", "additional-fields-us", "additional-fields-fr");

  static Stream<Case> complete() {
    return FormCases.all().filter(registration -> registration.expected().equals("complete"));
  }

  static Stream<Case> missing() {
    return FormCases.all().filter(registration -> registration.expected().equals("missing"));
  }

  static Stream<Case> refused() {
    return FormCases.all().filter(registration -> registration.expected().equals("refused"));
  }

  @ParameterizedTest
  @MethodSource("complete")
  void acceptsACompleteAnswer(Case registration) {
    assertThat(registration.form().check(registration.values(), registration.context())).isEmpty();
    assertThat(registration.form().missing(registration.values(), registration.context()))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("missing")
  void namesWhatIsMissing(Case registration) {
    assertThat(registration.form().check(registration.values(), registration.context())).isEmpty();
    assertThat(registration.form().missing(registration.values(), registration.context()))
        .extracting(AdditionalField::parameter)
        .containsExactlyElementsOf(registration.fields());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatDoesNotBelong(Case registration) {
    assertThat(codes(registration.form().check(registration.values(), registration.context())))
        .containsExactlyElementsOf(registration.fields());
  }

  /** As the browser does it: what is hidden is not submitted, what is there by default is. */
  @ParameterizedTest
  @MethodSource("complete")
  void sendsWhatTheFormSubmitsAndNothingElse(Case registration) {
    AdditionalFieldsForm form = registration.form();
    Map<String, Object> shown =
        new HashMap<>(form.toForm(registration.values(), registration.context()));
    List<String> hidden =
        form.fields().stream()
            .filter(field -> field.hide().stream().anyMatch(hide -> FEEL.holds(hide, shown)))
            .map(AdditionalField::key)
            .toList();
    shown.keySet().removeAll(hidden);

    Map<String, String> sent = new HashMap<>(registration.sent());
    form.fields().stream()
        .filter(field -> field.values() instanceof ValueRule.TickBox)
        .forEach(box -> sent.remove(box.parameter(), "0"));
    assertThat(form.fromForm(form.unmasked(shown, registration.values())).values()).isEqualTo(sent);
  }

  /** A value that no longer applies after an answer was changed is removed. */
  @ParameterizedTest
  @MethodSource("complete")
  void leavesOutWhatTheServiceMakesSuperfluous(Case registration) {
    AdditionalFieldsForm form = registration.form();
    form.fields().stream()
        .filter(field -> field.traits().contains(AdditionalField.Trait.CHARGEABLE))
        .filter(field -> field.operations().contains(FormOperation.REGISTER))
        .forEach(
            service -> {
              AdditionalFields answer = new AdditionalFields(Map.of(service.parameter(), "1"));
              if (form.check(answer, registration.context()).isEmpty()) {
                AdditionalFields merged =
                    form.merge(registration.values(), answer, registration.context());
                assertThat(form.check(merged, registration.context())).isEmpty();
              }
            });
  }

  @Test
  void areThereForEveryTldOfEveryFormThatHasNoTestOfItsOwn() {
    Set<String> tested = FormCases.all().map(Case::tld).collect(toSet());

    assertThat(DeliveredFormsTest.tldsWithForm())
        .filteredOn(policy -> !TESTED_ELSEWHERE.contains(policy.form().orElseThrow().id()))
        .extracting(policy -> policy.tld().label())
        .containsExactlyInAnyOrderElementsOf(tested);
  }

  @Test
  void haveEveryFieldGivenOnceMissingIfItIsRequiredAndOutOfPlaceIfItIsConditional() {
    Set<String> given = uses(complete(), registration -> registration.sent().keySet());
    Set<String> missing = uses(missing(), Case::fields);
    Set<String> outOfPlace = uses(refused(), Case::fields);

    assertThat(FormCases.all().map(Case::form))
        .allSatisfy(
            form ->
                assertThat(form.fields())
                    .filteredOn(field -> field.operations().contains(FormOperation.REGISTER))
                    .allSatisfy(
                        field -> {
                          String use = form.id() + " " + field.parameter();
                          assertThat(given).contains(use);
                          if (field.required() && field.defaultValue() == null) {
                            assertThat(missing).contains(use);
                          }
                          if (field.appliesWhen() != null) {
                            assertThat(outOfPlace)
                                .containsAnyOf(
                                    use + " NOT_APPLICABLE",
                                    use + " NOT_IN_LIST",
                                    use + " MALFORMED");
                          }
                        }));
  }

  private static Set<String> uses(Stream<Case> cases, Function<Case, Collection<String>> fields) {
    return cases
        .flatMap(
            registration ->
                fields.apply(registration).stream()
                    .map(field -> registration.form().id() + " " + field))
        .collect(toSet());
  }
}

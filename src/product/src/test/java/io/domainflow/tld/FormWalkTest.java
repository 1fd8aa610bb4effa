package io.domainflow.tld;

import static io.domainflow.tld.Catalogues.codes;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.build.RunsEarly;
import io.domainflow.model.AdditionalFields;
import io.domainflow.process.additionalfields.ServerFeel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A walk over all forms and operations, filled in with the required fields only, with all fields,
 * with one missing and with one wrong: by the server alone, and beside the browser.
 */
@RunsEarly
class FormWalkTest {

  private static final Conditions FEEL = ServerFeel.conditions();

  static Stream<TldPolicy> tldsWithForm() {
    return DeliveredFormsTest.tldsWithForm();
  }

  @ParameterizedTest
  @MethodSource("tldsWithForm")
  void acceptsOnlyCompleteValues(TldPolicy policy) {
    for (Filling filling : complete(policy)) {
      AdditionalFields given = filling.parameters();
      AdditionalFieldsForm form = filling.form();
      assertThat(form.check(given, filling.context())).as(filling.toString()).isEmpty();
      assertThat(form.missing(given, filling.context())).as(filling.toString()).isEmpty();
      for (AdditionalField field : filling.fields()) {
        if (field.isHelper() || !filling.answers().containsKey(field.key())) {
          continue;
        }
        for (Object wrong : wrong(field)) {
          AdditionalFields spoiled =
              given.with(
                  new AdditionalFields(Map.of(field.parameter(), field.values().toValue(wrong))));
          assertThat(codes(form.check(spoiled, filling.context())))
              .as("%s of %s", wrong, filling)
              .containsAnyOf(field.parameter() + " NOT_IN_LIST", field.parameter() + " MALFORMED");
        }
        if (field.required() && field.defaultValue() == null) {
          assertThat(form.missing(without(given, field), filling.context()))
              .as("%s of %s", field.key(), filling)
              .isNotEmpty();
        }
      }
    }
  }

  /**
   * The server accepts exactly the input that the form accepts; the submitted values become the
   * expected parameters; and each condition has the same result for all values of its variables.
   */
  @Test
  void agreesWithTheBrowser(@TempDir Path work) throws IOException, InterruptedException {
    Set<String> told = new HashSet<>();
    List<Filling> fillings =
        tldsWithForm().flatMap(policy -> telling(policy, told).stream()).toList();
    List<FormBrowser.Condition> conditions = ConditionCases.all();

    FormBrowser.Verdicts browser = FormBrowser.verdicts(fillings, conditions, work);

    SoftAssertions agreement = new SoftAssertions();
    for (int i = 0; i < fillings.size(); i++) {
      Filling filling = fillings.get(i);
      FormBrowser.Submitted submitted = browser.fillings().get(i);
      AdditionalFields parameters = filling.form().fromForm(submitted.data());
      agreement
          .assertThat(refused(filling, parameters))
          .as(filling.toString())
          .isEqualTo(complainedOf(filling, submitted.errors()));
      if (!filling.hasUnknownOption()) {
        agreement.assertThat(parameters).as(filling.toString()).isEqualTo(filling.parameters());
      }
    }
    for (int i = 0; i < conditions.size(); i++) {
      FormBrowser.Condition condition = conditions.get(i);
      agreement
          .assertThat(FEEL.holds(condition.hide(), condition.data()))
          .as(condition.toString())
          .isEqualTo(browser.conditions().get(i));
    }
    agreement.assertAll();
  }

  /** All of it for one TLD of a form; for the others what no choice was made in. */
  private static Set<Filling> complete(TldPolicy policy) {
    Set<Filling> fillings = new LinkedHashSet<>();
    for (FormOperation operation : FormOperation.values()) {
      List<Map<String, Object>> choices = choices(policy, operation);
      for (FieldContext context : Filling.contexts(policy, operation)) {
        for (Map<String, Object> choice : choices) {
          fillings.add(Filling.of(policy, context, false, choice));
          fillings.add(Filling.of(policy, context, true, choice));
        }
      }
    }
    return fillings;
  }

  private static List<Map<String, Object>> choices(TldPolicy policy, FormOperation operation) {
    return isFirst(policy) ? Filling.choices(policy, operation) : List.of(Map.of());
  }

  private static boolean isFirst(TldPolicy policy) {
    String form = policy.form().orElseThrow().id();
    return tldsWithForm()
        .filter(other -> other.form().orElseThrow().id().equals(form))
        .findFirst()
        .orElseThrow()
        .equals(policy);
  }

  /**
   * Of all fillings those that show something new about a form: a field of an operation that is
   * there, hidden, left over from another answer, missing or wrong.
   */
  private static Set<Filling> telling(TldPolicy policy, Set<String> told) {
    Set<Filling> telling = new LinkedHashSet<>();
    complete(policy).stream().filter(filling -> isNew(filling, "", told)).forEach(telling::add);
    for (FormOperation operation : FormOperation.values()) {
      for (FieldContext context : Filling.contexts(policy, operation)) {
        for (Map<String, Object> choice : choices(policy, operation)) {
          Filling chosen = Filling.of(policy, context, true, choice);
          Filling everything = Filling.ofEverything(policy, context, choice);
          if (chosen.answers().keySet().containsAll(choice.keySet())
              && isNew(everything, "left over", told)) {
            telling.add(everything);
            telling.add(new Filling(policy, context, choice));
            telling.addAll(allWrong(chosen));
          }
        }
      }
    }
    return telling;
  }

  private static boolean isNew(Filling filling, String about, Set<String> told) {
    boolean anything = false;
    for (AdditionalField field : filling.fields()) {
      anything |=
          told.add(about + filling.context().operation() + field.key() + filling.isShown(field));
    }
    return anything;
  }

  private static List<Filling> allWrong(Filling filling) {
    Filling first = filling;
    Filling last = filling;
    for (AdditionalField field : filling.fields()) {
      if (filling.answers().containsKey(field.key())) {
        List<Object> wrong = wrong(field);
        first = first.with(field, wrong.get(0));
        last = last.with(field, wrong.get(wrong.size() - 1));
      }
    }
    return List.of(first, last);
  }

  /**
   * The fields that the browser complains about, by key. Of a default that was emptied the server
   * does not: it sends the default.
   */
  private static Set<String> complainedOf(Filling filling, List<String> errors) {
    Set<String> keys = new TreeSet<>(errors);
    filling.fields().stream()
        .filter(field -> field.defaultValue() != null)
        .forEach(field -> keys.remove(field.key()));
    return withHelpers(filling, keys);
  }

  /** A helper is not submitted, so the server asks for it where the browser asks what it shows. */
  private static Set<String> withHelpers(Filling filling, Set<String> keys) {
    Set<String> asked = new TreeSet<>(keys);
    filling.fields().stream()
        .filter(AdditionalField::isHelper)
        .forEach(
            helper ->
                filling.fields().stream()
                    .filter(
                        field ->
                            field.hide().stream()
                                .anyMatch(hide -> ServerFeel.words(hide).contains(helper.key())))
                    .filter(field -> asked.remove(field.key()))
                    .forEach(field -> asked.add(helper.key())));
    return asked;
  }

  /** The fields that the server complains about, by key. */
  private static Set<String> refused(Filling filling, AdditionalFields parameters) {
    AdditionalFieldsForm form = filling.form();
    Set<String> keys = new TreeSet<>(Catalogues.missing(form, parameters, filling.context()));
    Filling submitted =
        new Filling(
            filling.policy(), filling.context(), form.toForm(parameters, filling.context()));
    form.check(parameters, filling.context())
        .forEach(
            problem ->
                filling.fields().stream()
                    .filter(field -> problem.field().equals(field.parameter()))
                    .filter(submitted::isShown)
                    .map(AdditionalField::key)
                    .findFirst()
                    .ifPresentOrElse(keys::add, () -> keys.add(problem.toString())));
    return withHelpers(filling, keys);
  }

  private static AdditionalFields without(AdditionalFields given, AdditionalField field) {
    return given.with(new AdditionalFields(Map.of(field.parameter(), "")));
  }

  /** Values that a field does not take, as a browser could submit them. */
  private static List<Object> wrong(AdditionalField field) {
    if (field.values() instanceof ValueRule.Line line) {
      List<Object> wrong = new ArrayList<>(List.of("1".repeat(line.maxLength() + 1)));
      if (line.pattern() != null && !line.pattern().matcher("?").find()) {
        wrong.add("?");
      }
      return wrong;
    }
    return List.of(Filling.NO_OPTION);
  }
}

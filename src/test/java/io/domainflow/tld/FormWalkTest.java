package io.domainflow.tld;

import static io.domainflow.tld.Catalogues.codes;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.AdditionalFields;
import io.domainflow.process.ServerFeel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
class FormWalkTest {

  static Stream<TldPolicy> tldsWithForm() {
    return DeliveredFormsTest.tldsWithForm();
  }

  @ParameterizedTest
  @MethodSource("tldsWithForm")
  void takesWhatIsCompleteAndNothingElse(TldPolicy policy) {
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
                  new AdditionalFields(Map.of(field.parameter(), field.values().toWire(wrong))));
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

  /** A person who was let through by the form is not turned away afterwards, and the reverse. */
  @Test
  void agreesWithTheBrowser(@TempDir Path work) throws IOException, InterruptedException {
    List<Filling> fillings = tldsWithForm().flatMap(FormWalkTest::forTheBrowser).distinct().toList();
    System.err.println(fillings.size());
    long start = System.nanoTime();
    FormBrowser.Verdicts verdicts = FormBrowser.verdicts(fillings, List.of(), work);
    System.err.println(fillings.size() + " " + (System.nanoTime() - start) / 1_000_000);
    SoftAssertions all = new SoftAssertions();
    for (int i = 0; i < fillings.size(); i++) {
      Filling filling = fillings.get(i);
      FormBrowser.Submitted browser = verdicts.fillings().get(i);
      AdditionalFieldsForm form = filling.form();
      AdditionalFields submitted = form.fromForm(browser.data());
      List<String> server = new ArrayList<>(codes(form.check(submitted, filling.context())));
      form.missing(submitted, filling.context()).forEach(f -> server.add(f.key()));
      all.assertThat(server.isEmpty())
          .as("%s%n  browser %s%n  server %s", filling, browser.errors(), server)
          .isEqualTo(browser.errors().isEmpty());
      all.assertThat(submitted).as(filling.toString()).isEqualTo(filling.parameters());
    }
    all.assertAll();
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

  private static Stream<Filling> forTheBrowser(TldPolicy policy) {
    Set<Filling> fillings = new LinkedHashSet<>(complete(policy));
    Set<String> spoiled = new HashSet<>();
    for (Filling filling : complete(policy)) {
      for (AdditionalField field : filling.fields()) {
        if (filling.answers().containsKey(field.key())) {
          String use = filling.context().operation() + field.key();
          if (spoiled.add(use)) {
            fillings.add(filling.without(field));
            wrong(field).forEach(value -> fillings.add(filling.with(field, value)));
          }
        }
      }
    }
    for (FormOperation operation : FormOperation.values()) {
      for (Map<String, Object> choice : choices(policy, operation)) {
        for (FieldContext context : Filling.contexts(policy, operation)) {
          fillings.add(Filling.ofEverything(policy, context, choice));
        }
      }
    }
    return fillings.stream();
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
    return List.of("no such value");
  }
}

package io.domainflow.tld;

import io.domainflow.model.AdditionalFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds values with which a strict order of one case is accepted. */
final class AdditionalFieldsExample {

  private final AdditionalFieldsForm form;
  private final FieldContext context;

  AdditionalFieldsExample(AdditionalFieldsForm form, FieldContext context) {
    this.form = form;
    this.context = context;
  }

  /** As few values as possible; empty if no values are accepted. */
  Optional<AdditionalFields> shortest() {
    return complete(AdditionalFields.NONE);
  }

  /** These values completed with the missing ones. */
  private Optional<AdditionalFields> complete(AdditionalFields values) {
    if (!form.check(values, context).isEmpty()) {
      return Optional.empty();
    }
    List<AdditionalField> missing = form.missing(values, context);
    if (missing.isEmpty()) {
      return Optional.of(values);
    }
    return answers(missing.get(0), values)
        .map(values::with)
        .filter(more -> !more.equals(values))
        .flatMap(more -> complete(more).stream())
        .findFirst();
  }

  private Stream<AdditionalFields> answers(AdditionalField missing, AdditionalFields values) {
    if (!missing.isHelper()) {
      return FieldSchemas.samples(missing).stream()
          .map(sample -> new AdditionalFields(Map.of(missing.parameter(), sample)));
    }
    Map<String, @Nullable Object> variables = form.visibility().variables(values.values(), context);
    List<AdditionalFields> answers = new ArrayList<>();
    for (String option : Visibility.options(missing)) {
      variables.put(missing.key(), option);
      List<AdditionalField> shown =
          form.visibility()
              .dependents(missing, context)
              .filter(field -> form.visibility().isShown(field, variables))
              .toList();
      List<AdditionalField> asked = shown.stream().filter(AdditionalField::required).toList();
      Map<String, String> answer = new LinkedHashMap<>();
      (asked.isEmpty() ? shown.stream().limit(1) : asked.stream())
          .forEach(field -> answer.put(field.parameter(), FieldSchemas.samples(field).get(0)));
      answers.add(new AdditionalFields(answer));
    }
    return answers.stream();
  }
}

package io.domainflow.tld;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks the fields of a form in combination: two fields for the same parameter must never be shown
 * together, and conditions may only refer to existing names.
 */
final class FormConsistencyCheck {

  /** The strings and names in a condition. */
  static final Pattern STRING_OR_NAME =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[A-Za-z_][A-Za-z0-9_]*");

  private static final Set<String> FEEL_WORDS =
      Set.of("and", "or", "not", "in", "null", "true", "false", "list", "contains");

  private final Set<String> tlds;
  private final List<TldField> fields;
  private final Conditions conditions;
  private final FormCheck check;

  FormConsistencyCheck(
      Set<String> tlds, List<TldField> fields, Conditions conditions, FormCheck check) {
    this.tlds = tlds;
    this.fields = fields;
    this.conditions = conditions;
    this.check = check;
  }

  /**
   * Refuses incompatible fields.
   *
   * @throws CatalogueFault naming the field and its fault
   */
  void check() {
    checkKeysAndParameters();
    checkConditions();
    checkHelpers();
  }

  private void checkKeysAndParameters() {
    Set<String> keys = new HashSet<>();
    Map<String, AdditionalField> parameters = new HashMap<>();
    for (TldField entry : fields) {
      AdditionalField field = entry.field();
      check.require(keys.add(field.key()), field.key(), "has a key that is there twice");
      for (FormOperation operation : field.operations()) {
        AdditionalField other =
            field.isHelper() ? null : parameters.put(operation + " " + field.parameter(), field);
        check.require(
            other == null || areNeverShownTogether(field, other),
            field.key(),
            "/properties/ispapi",
            "has a parameter that another field has for the same operation, and neither"
                + " registrantKind nor tld keeps them apart");
      }
    }
  }

  /**
   * Whether one of two fields is hidden for every registrant, because one is for individuals and
   * the other for organizations, or because their TLDs differ.
   */
  private boolean areNeverShownTogether(AdditionalField field, AdditionalField other) {
    return Stream.of("individual", "organization")
        .flatMap(
            kind ->
                tlds.stream()
                    .map(tld -> Map.<String, Object>of("registrantKind", kind, "tld", tld)))
        .allMatch(known -> isHidden(field, known) || isHidden(other, known));
  }

  boolean isHiddenWith(FormOperation operation, TldField entry) {
    return Stream.of("individual", "organization")
        .flatMap(
            kind ->
                tlds.stream()
                    .map(
                        tld ->
                            Map.<String, Object>of(
                                "registrantKind",
                                kind,
                                "tld",
                                tld,
                                "operation",
                                operation.inForms())))
        .allMatch(known -> isHidden(entry.field(), known));
  }

  private boolean isHidden(AdditionalField field, Map<String, @Nullable Object> known) {
    return field.hide().stream().anyMatch(hide -> conditions.holds(hide, known));
  }

  private void checkConditions() {
    Set<String> names = new HashSet<>(AdditionalFieldsForm.CONTEXT_KEYS);
    fields.forEach(entry -> names.add(entry.field().key()));
    for (TldField entry : fields) {
      for (String hide : entry.field().hide()) {
        String key = entry.field().key();
        check.require(
            hide.startsWith("="),
            key,
            "/conditional/hide",
            "has a condition that does not start with =");
        Matcher token = STRING_OR_NAME.matcher(hide);
        while (token.find()) {
          String name = token.group();
          check.require(
              name.startsWith("\"") || names.contains(name) || FEEL_WORDS.contains(name),
              key,
              "/conditional/hide",
              "has a condition over " + name + ", which no field or order has");
        }
        try {
          conditions.holds(hide, Map.of());
        } catch (IllegalArgumentException e) {
          throw check.fault(
              key, "/conditional/hide", "has a condition that is not FEEL: " + hide, e);
        }
      }
    }
  }

  /**
   * With two helpers that depend on each other, the requirements of an order could not be
   * determined.
   */
  private void checkHelpers() {
    for (TldField entry : fields) {
      long helpers =
          fields.stream()
              .map(TldField::field)
              .filter(other -> other.isHelper() && entry.field().asksFor(other.key()))
              .count();
      check.require(
          helpers <= (entry.field().isHelper() ? 0 : 1),
          entry.field().key(),
          "has a condition over a helper "
              + (entry.field().isHelper() ? "and is one itself" : "and over another helper"));
    }
  }
}

package io.domainflow.tld;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.FieldProblem;
import io.domainflow.model.Tld;
import io.domainflow.tld.AdditionalField.Trait;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The additional-fields form of one TLD, as evaluated on the server: the values that an order must
 * and must not have, and how submitted values become parameters.
 *
 * <p>Whether a field is shown is decided by the form's own conditions over the other fields and
 * over {@code registrantKind}, {@code adminKind}, {@code registrantCountry}, {@code domainIsIdn},
 * {@code operation} and {@code tld}. A value for a field that is not shown is refused: registrars
 * have failed transfers for a single extra field.
 *
 * <p>A helper (such as the kind of proof for an organization) is never part of an order. Its value
 * is the option for which the form shows most of the given values.
 */
public final class AdditionalFieldsForm {

  /** Replaces an existing secret value in a form. */
  public static final String MASK = "••••••••";

  /** Code of a problem: the TLD has the field, but not for this operation. */
  public static final String NOT_FOR_OPERATION = "NOT_FOR_OPERATION";

  static final String MISSING_TEXT = "additionalFieldsMissingText";

  private static final Set<Trait> NEVER_FROM_BEFORE =
      EnumSet.of(Trait.CONSENT, Trait.CHARGEABLE, Trait.NOT_KEPT);

  /** Names that conditions and texts of a form may use besides its fields. */
  static final Set<String> CONTEXT_KEYS =
      Set.of("registrantKind", "adminKind", "registrantCountry", "domainIsIdn", "operation", "tld");

  private final String id;
  private final Tld tld;
  private final List<AdditionalField> fields;

  private final Visibility visibility;
  private final FieldValidator answers;

  AdditionalFieldsForm(String id, Tld tld, List<AdditionalField> fields, Conditions conditions) {
    this.id = id;
    this.tld = tld;
    this.fields = List.copyOf(fields);
    visibility = new Visibility(tld, this.fields, conditions);
    answers = new FieldValidator(tld, this.fields, visibility);
  }

  /** The same form with a different evaluation of its conditions. */
  AdditionalFieldsForm with(Conditions others) {
    return new AdditionalFieldsForm(id, tld, fields, others);
  }

  /** The TLD that the fields are for. */
  Tld tld() {
    return tld;
  }

  /** Key of the deployed form: {@code additional-fields-ca}. */
  public String id() {
    return id;
  }

  /** Which of the fields are shown in which case. */
  Visibility visibility() {
    return visibility;
  }

  /** The fields in the order of the form, helpers included. */
  public List<AdditionalField> fields() {
    return fields;
  }

  /** Every key the form may submit, helpers included. */
  public Set<String> keys() {
    return fields.stream().map(AdditionalField::key).collect(toCollection(LinkedHashSet::new));
  }

  /**
   * Checks the given values. Codes: {@code UNKNOWN_FIELD}, {@code NOT_FOR_OPERATION}, {@code
   * NOT_APPLICABLE} (not applicable in this case), {@code NOT_IN_LIST}, {@code MALFORMED}.
   */
  public List<FieldProblem> check(AdditionalFields values, FieldContext context) {
    return answers.wrong(given(values), context);
  }

  /** The required values that are missing in this case. */
  public List<AdditionalField> missing(AdditionalFields values, FieldContext context) {
    return answers.missing(given(values), context);
  }

  /** The values, with defaults for missing required fields. */
  public AdditionalFields withDefaults(AdditionalFields values, FieldContext context) {
    Map<String, @Nullable Object> variables = visibility.variables(given(values), context);
    Map<String, String> defaults = new LinkedHashMap<>();
    visibility
        .fieldsFor(context)
        .filter(field -> field.required() && field.defaultValue() != null && !field.isHelper())
        .filter(
            field -> !variables.containsKey(field.key()) && visibility.isShown(field, variables))
        .forEach(field -> defaults.put(field.parameter(), field.defaultValue()));
    return new AdditionalFields(defaults).with(values);
  }

  /**
   * Merges new values with previous ones. A previous value that conflicts with the new ones, or
   * does not apply in this case, is dropped; a wrong new value is kept, to be found by {@link
   * #check}.
   */
  public AdditionalFields merge(
      AdditionalFields before, AdditionalFields answers, FieldContext context) {
    return merge(before, answers, values -> check(values, context));
  }

  /**
   * The same with a different check.
   *
   * @param check finds the problems of all values together
   */
  public static AdditionalFields merge(
      AdditionalFields before,
      AdditionalFields answers,
      Function<AdditionalFields, List<FieldProblem>> check) {
    Map<String, String> kept = new LinkedHashMap<>(before.values());
    kept.keySet().removeAll(answers.values().keySet());
    List<FieldProblem> problems = check.apply(new AdditionalFields(kept).with(answers));
    // After a wrong value is dropped, another one that depended on it may be wrong.
    while (problems.stream().anyMatch(problem -> kept.containsKey(problem.field()))) {
      problems.forEach(problem -> kept.remove(problem.field()));
      problems = check.apply(new AdditionalFields(kept).with(answers));
    }
    return new AdditionalFields(kept).with(answers);
  }

  /**
   * The values that may be stored for a later order: only those in the form, without consents,
   * chargeable options, and values that must be deleted with their order.
   */
  public AdditionalFields keepable(AdditionalFields values) {
    Map<String, String> keepable = given(values);
    keepable.keySet().retainAll(parameters(field -> true));
    keepable
        .keySet()
        .removeAll(parameters(field -> NEVER_FROM_BEFORE.stream().anyMatch(field::has)));
    return new AdditionalFields(keepable);
  }

  /** The values without the secret ones. */
  public AdditionalFields withoutSecrets(AdditionalFields values) {
    Map<String, String> open = new LinkedHashMap<>(values.values());
    open.keySet().removeAll(parameters(field -> field.has(Trait.SECRET)));
    return new AdditionalFields(open);
  }

  /**
   * The stored values that are compatible with the given ones: they are valid in this case and make
   * none of the given ones invalid.
   */
  public AdditionalFields fitting(
      AdditionalFields kept, AdditionalFields given, FieldContext context) {
    AdditionalFields together = merge(keepable(kept), given, context);
    if (!check(given, context).containsAll(check(together, context))) {
      return AdditionalFields.NONE;
    }
    Map<String, String> fitting = new LinkedHashMap<>(together.values());
    fitting.keySet().removeAll(given.values().keySet());
    return new AdditionalFields(fitting);
  }

  /** These values without services that cost extra. */
  public AdditionalFields withoutChargeable(AdditionalFields values) {
    Map<String, String> left = given(values);
    fields.stream()
        .filter(field -> field.has(Trait.CHARGEABLE))
        .filter(field -> Boolean.TRUE.equals(field.valueInForm(left)))
        .forEach(field -> left.remove(field.parameter()));
    return new AdditionalFields(left);
  }

  /** The parameters that the registrar accepts with an operation. */
  public Set<String> parameters(FormOperation operation) {
    return parameters(field -> field.operations().contains(operation));
  }

  /** The parameters whose values must be deleted with their order. */
  public Set<String> notKept() {
    return parameters(field -> field.has(Trait.NOT_KEPT));
  }

  /** The consents among these values. */
  public List<AdditionalField> consents(AdditionalFields values, FieldContext context) {
    return visibility
        .fieldsFor(context)
        .filter(field -> field.has(Trait.CONSENT))
        .filter(field -> Boolean.TRUE.equals(field.valueInForm(values.values())))
        .toList();
  }

  /**
   * The values that are accepted in this case. If a value is dropped, others that depend on it are
   * dropped too.
   */
  public AdditionalFields taken(AdditionalFields values, FieldContext context) {
    return merge(new AdditionalFields(given(values)), AdditionalFields.NONE, context);
  }

  /** {@link #missing} as problems, to refuse an order. */
  public List<FieldProblem> missingProblems(AdditionalFields values, FieldContext context) {
    return answers.missingProblems(given(values), context);
  }

  /** {@link #missing} in one line for people; empty if nothing is missing. */
  public String missingText(AdditionalFields values, FieldContext context) {
    return missing(values, context).stream().map(AdditionalField::label).collect(joining(", "));
  }

  /**
   * The parameters of a submitted form. They replace all previous values: a field that the form did
   * not submit has no value.
   *
   * @param submitted value by key; unrelated keys are ignored
   */
  public AdditionalFields fromForm(Map<String, Object> submitted) {
    Map<String, String> values = new LinkedHashMap<>();
    for (AdditionalField field : fields) {
      Object value = submitted.get(field.key());
      if (value != null && !field.isHelper()) {
        String text = field.values().toValue(value);
        if (text != null) {
          values.put(field.parameter(), text);
        }
      }
    }
    return new AdditionalFields(values);
  }

  /**
   * Replaces masks in submitted values by the secret values. A mask without an existing value is
   * kept, to be found by {@link #check}.
   *
   * @param submitted value by key
   * @param before the values with which the form was opened
   */
  public Map<String, Object> unmasked(Map<String, Object> submitted, AdditionalFields before) {
    Map<String, Object> values = new LinkedHashMap<>(submitted);
    fields.stream()
        .filter(field -> field.has(Trait.SECRET) && MASK.equals(submitted.get(field.key())))
        .filter(field -> before.values().containsKey(field.parameter()))
        .forEach(field -> values.put(field.key(), before.values().get(field.parameter())));
    return values;
  }

  /**
   * The initial values of a form: values by key, masks for secret ones, defaults for missing ones,
   * helpers, the keys that conditions use and {@code additionalFieldsMissingText}.
   */
  public Map<String, @Nullable Object> toForm(AdditionalFields values, FieldContext context) {
    Map<String, String> given = given(values);
    Map<String, @Nullable Object> variables = visibility.variables(given, context);
    Map<String, @Nullable Object> form = new LinkedHashMap<>(variables);
    visibility
        .fieldsFor(context)
        .filter(field -> field.defaultValue() != null && !form.containsKey(field.key()))
        .forEach(field -> form.put(field.key(), field.values().toForm(field.defaultValue())));
    visibility
        .fieldsFor(context)
        .filter(field -> field.has(Trait.SECRET) && form.containsKey(field.key()))
        .forEach(field -> form.put(field.key(), MASK));
    // The browser also validates hidden fields and would not submit a form with an invalid value in
    // one of them: of two fields for the same parameter, only the visible one gets the value.
    visibility
        .fieldsFor(context)
        .filter(
            field ->
                !visibility.isShown(field, variables)
                    && hasTwinThatIsShown(field, context, variables))
        .forEach(field -> form.remove(field.key()));
    form.put(MISSING_TEXT, missingText(values, context));
    return form;
  }

  private boolean hasTwinThatIsShown(
      AdditionalField field, FieldContext context, Map<String, @Nullable Object> variables) {
    return !field.isHelper()
        && visibility
            .fieldsFor(context)
            .filter(other -> !other.key().equals(field.key()))
            .filter(other -> Objects.equals(field.parameter(), other.parameter()))
            .anyMatch(other -> visibility.isShown(other, variables));
  }

  private Set<String> parameters(Predicate<AdditionalField> wanted) {
    return fields.stream()
        .filter(wanted)
        .filter(field -> !field.isHelper())
        .map(AdditionalField::parameter)
        .collect(toCollection(LinkedHashSet::new));
  }

  /** An empty value is the same as none. */
  private static Map<String, String> given(AdditionalFields values) {
    Map<String, String> given = new LinkedHashMap<>(values.values());
    given.values().removeIf(value -> value == null || value.isBlank());
    return given;
  }
}

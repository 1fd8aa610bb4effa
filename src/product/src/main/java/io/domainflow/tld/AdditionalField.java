package io.domainflow.tld;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/**
 * One field of an additional-fields form.
 *
 * <p>A parameter that is required in one operation and optional in another needs two fields of the
 * form, because a form can only require a field or hide it.
 *
 * @param key name of the value in Tasklist, such as {@code caLegalType}
 * @param parameter the registrar's parameter, such as {@code X-CA-LEGALTYPE}; null for a helper,
 *     which only decides what else the form shows and is never sent
 * @param label its name for people
 * @param description further text; for a consent, what the registrant agrees to; null if there is
 *     none
 * @param operations the operations with which the registrar accepts the parameter
 * @param required whether it must be filled in wherever it is shown
 * @param defaultValue the value that the registrar assumes if none is sent; null if there is none
 * @param appliesWhen the case in which the field is shown, in words; null if it always is
 * @param hide FEEL conditions, each of which hides the field: its own and those of its groups
 */
public record AdditionalField(
    String key,
    @Nullable String parameter,
    String label,
    @Nullable String description,
    Set<FormOperation> operations,
    boolean required,
    Set<Trait> traits,
    ValueRule values,
    @Nullable String defaultValue,
    @Nullable String appliesWhen,
    List<String> hide) {

  /** Further properties of a field. */
  public enum Trait {
    /** Masked in logs and on screens, and never sent back to a browser. */
    SECRET,
    /** Costs money on top of the price of the name. */
    CHARGEABLE,
    /** Rarely needed. */
    ADVANCED,
    /** A checkbox for a consent, which has to be ticked again for each order. */
    CONSENT,
    /** Deleted with its order and not stored with the name. */
    NOT_KEPT
  }

  /** The names of other fields and of the order's variables in its conditions. */
  Set<String> askedFor() {
    return hide.stream().flatMap(condition -> names(condition).stream()).collect(toSet());
  }

  /** Whether one of its conditions depends on a field or variable. */
  boolean asksFor(String name) {
    return hide.stream().anyMatch(condition -> names(condition).contains(name));
  }

  /** The names in a condition, including FEEL keywords. */
  static Set<String> names(String condition) {
    return FormConsistencyCheck.STRING_OR_NAME
        .matcher(condition)
        .results()
        .map(MatchResult::group)
        .filter(name -> !name.startsWith("\""))
        .collect(toSet());
  }

  /** Whether a value is well-formed and, where there is a list, in it. */
  public boolean takes(String value) {
    return values.check(key, value).isEmpty();
  }

  /**
   * Its value in a form; null if there is none.
   *
   * @param given value by parameter
   */
  @Nullable Object valueInForm(Map<String, String> given) {
    String value = given.get(parameter);
    return value == null ? null : values.toForm(value);
  }

  /** Whether this only decides what else the form shows. */
  public boolean isHelper() {
    return parameter == null;
  }

  /** Whether it has this property. */
  public boolean has(Trait trait) {
    return traits.contains(trait);
  }
}

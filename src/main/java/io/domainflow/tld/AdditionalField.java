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
 * <p>A parameter that is required in one operation and optional in another is two fields of the
 * form, as a form can only require a field or hide it.
 *
 * @param key name of the value in Tasklist, such as {@code caLegalType}
 * @param parameter the registrar's parameter, such as {@code X-CA-LEGALTYPE}; null for a helper,
 *     which only decides what else the form shows and is never sent
 * @param label what people call it
 * @param description what else is said beside it, of a consent what is agreed to; null if nothing
 *     is
 * @param operations what the registrar takes the parameter with
 * @param required whether it must be given wherever it is shown
 * @param defaultValue wire value that the registrar takes if none is given; null if there is none
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

  /** What else is to be known about a field. */
  public enum Trait {
    /** Masked in logs and on screens, and never sent back to a browser. */
    SECRET,
    /** Costs money on top of the price of the name. */
    CHARGEABLE,
    /** Rarely needed. */
    ADVANCED,
    /** A box to agree to something; it is ticked again for each order. */
    CONSENT,
    /** Leaves with its order and is not kept with the name. */
    NOT_KEPT
  }

  /** The names of other fields and of the order that its conditions ask about. */
  Set<String> askedFor() {
    return hide.stream().flatMap(condition -> names(condition).stream()).collect(toSet());
  }

  /** Whether one of its conditions asks about a field or about the order. */
  boolean asksFor(String name) {
    return hide.stream().anyMatch(condition -> names(condition).contains(name));
  }

  /** The names in a condition, among them words of FEEL. */
  static Set<String> names(String condition) {
    return FieldsTogether.STRING_OR_NAME
        .matcher(condition)
        .results()
        .map(MatchResult::group)
        .filter(name -> !name.startsWith("\""))
        .collect(toSet());
  }

  /** Whether a value is well-formed and, where there is a list, in it. */
  public boolean takes(String wire) {
    return values.check(key, wire).isEmpty();
  }

  /**
   * Its value in a form; null if it is not given.
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

  /** Whether this is to be known about it. */
  public boolean has(Trait trait) {
    return traits.contains(trait);
  }
}

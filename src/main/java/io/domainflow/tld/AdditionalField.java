package io.domainflow.tld;

import java.util.List;
import java.util.Set;

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
 * @param operations what the registrar takes the parameter with
 * @param required whether it must be given wherever it is shown
 * @param defaultValue wire value that the registrar takes if none is given; null if there is none
 * @param appliesWhen the case in which the field is shown, in words; null if it always is
 * @param hide FEEL conditions, each of which hides the field: its own and those of its groups
 */
public record AdditionalField(
    String key,
    String parameter,
    String label,
    Set<FormOperation> operations,
    boolean required,
    Set<Trait> traits,
    ValueRule values,
    String defaultValue,
    String appliesWhen,
    List<String> hide) {

  /** What else is to be known about a field. */
  public enum Trait {
    /** Masked in logs and on screens. */
    SECRET,
    /** Costs money on top of the price of the name. */
    CHARGEABLE,
    /** Rarely needed. */
    ADVANCED
  }

  /** Whether a value is well-formed and, where there is a list, in it. */
  public boolean takes(String wire) {
    return values.check(key, wire).isEmpty();
  }

  /** Whether this only decides what else the form shows. */
  public boolean isHelper() {
    return parameter == null;
  }
}

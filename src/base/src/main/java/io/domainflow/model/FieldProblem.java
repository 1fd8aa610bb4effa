package io.domainflow.model;

/**
 * An error in one value of an order, for the person or the program that sent it.
 *
 * @param field the member of the order, or the registrar's parameter of an additional field
 * @param code stable and upper case, such as {@code MISSING}
 * @param message continues a sentence that begins with the field's name; never repeats the value
 */
public record FieldProblem(String field, String code, String message) {

  /** The same problem for a value nested in a member of the order. */
  public FieldProblem within(String member) {
    return new FieldProblem(member + "." + field, code, message);
  }

  @Override
  public String toString() {
    return field + " " + message;
  }
}

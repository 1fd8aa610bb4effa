package io.domainflow.model;

/**
 * What is wrong with one value of an order, for the person or the program that sent it.
 *
 * @param field the member of the order, or the registrar's parameter of an additional field
 * @param code stable and upper case, such as {@code MISSING}
 * @param message a sentence part that reads on from the field's name; never repeats the value
 */
public record FieldProblem(String field, String code, String message) {

  /** The same of a value that is within a member of the order. */
  public FieldProblem within(String member) {
    return new FieldProblem(member + "." + field, code, message);
  }

  @Override
  public String toString() {
    return field + " " + message;
  }
}

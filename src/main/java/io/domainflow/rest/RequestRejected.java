package io.domainflow.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.model.FieldProblem;
import io.domainflow.order.intake.OrderFields;
import java.util.List;
import java.util.stream.Collectors;

/** A request, other than an order or an account, that is invalid. */
public class RequestRejected extends RuntimeException {

  private final transient List<FieldProblem> problems;

  public RequestRejected(List<FieldProblem> problems) {
    super(problems.stream().map(FieldProblem::toString).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  /** The problems, each with its parameter or member. */
  public List<FieldProblem> problems() {
    return problems;
  }

  /**
   * The members of a body.
   *
   * @throws RequestRejected if it is no object
   */
  public static OrderFields fields(JsonNode body) {
    if (!(body instanceof ObjectNode content)) {
      throw new RequestRejected(
          List.of(new FieldProblem("body", "WRONG_TYPE", "must be a JSON object")));
    }
    return new OrderFields(content);
  }

  /**
   * Rejects the request if anything is wrong with its members.
   *
   * @throws RequestRejected with every problem found
   */
  public static void ifWrong(OrderFields fields) {
    if (!fields.problems().isEmpty()) {
      throw new RequestRejected(fields.problems());
    }
  }
}

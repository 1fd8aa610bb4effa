package io.domainflow.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.json.JsonMembers;
import io.domainflow.model.FieldProblem;
import io.domainflow.model.FieldProblems;
import io.domainflow.model.ValuesRejected;
import java.util.List;

/** A request, other than an order or an account, that is invalid. */
public class RequestRejected extends ValuesRejected {

  public RequestRejected(List<FieldProblem> problems) {
    this(FieldProblems.of(problems));
  }

  private RequestRejected(FieldProblems problems) {
    super(problems);
  }

  /**
   * The members of a body.
   *
   * @throws RequestRejected if it is no object
   */
  public static JsonMembers fields(JsonNode body) {
    if (!(body instanceof ObjectNode content)) {
      throw new RequestRejected(
          List.of(new FieldProblem("body", "WRONG_TYPE", "must be a JSON object")));
    }
    return new JsonMembers(content);
  }

  /**
   * Rejects the request if anything is wrong with its members.
   *
   * @throws RequestRejected with every problem found
   */
  public static void ifWrong(JsonMembers fields) {
    if (!fields.problems().isEmpty()) {
      throw new RequestRejected(fields.problems());
    }
  }
}

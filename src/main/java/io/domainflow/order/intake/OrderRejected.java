package io.domainflow.order.intake;

import io.domainflow.model.FieldProblem;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when an order cannot be accepted. Nothing was stored and nothing was bought. */
public class OrderRejected extends RuntimeException {

  private final transient List<FieldProblem> problems;

  public OrderRejected(List<FieldProblem> problems) {
    super(
        problems.stream()
            .map(problem -> problem.field() + " " + problem.message())
            .collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  /** All problems, in the order of the fields. */
  public List<FieldProblem> problems() {
    return problems;
  }
}

package io.domainflow.order.intake;

import io.domainflow.model.FieldProblem;
import io.domainflow.model.FieldProblems;
import io.domainflow.model.ValuesRejected;
import java.util.List;

/** Thrown when an order cannot be accepted. Nothing was stored and nothing was bought. */
public class OrderRejected extends ValuesRejected {

  public OrderRejected(List<FieldProblem> problems) {
    this(FieldProblems.of(problems));
  }

  OrderRejected(FieldProblems problems) {
    super(problems);
  }
}

package io.domainflow.rest.account;

import io.domainflow.model.FieldProblem;
import java.util.List;
import java.util.stream.Collectors;

/** An account that cannot be stored or used as it is. Nothing was changed. */
class AccountRejected extends RuntimeException {

  private final transient List<FieldProblem> problems;

  AccountRejected(List<FieldProblem> problems) {
    super(problems.stream().map(FieldProblem::toString).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  List<FieldProblem> problems() {
    return problems;
  }
}

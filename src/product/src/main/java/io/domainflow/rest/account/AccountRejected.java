package io.domainflow.rest.account;

import io.domainflow.model.FieldProblem;
import io.domainflow.model.FieldProblems;
import io.domainflow.model.ValuesRejected;
import java.util.List;

/** An account that cannot be stored or used as it is. Nothing was changed. */
class AccountRejected extends ValuesRejected {

  AccountRejected(List<FieldProblem> problems) {
    this(FieldProblems.of(problems));
  }

  AccountRejected(FieldProblems problems) {
    super(problems);
  }
}

package io.domainflow.process.order;

import io.domainflow.model.TaskSubjectStatus;
import io.domainflow.process.AccountProcess;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads the status for tasks about an account, which have no order. */
@Component
class AccountTaskSubjects implements TaskSubjectStatus {

  private final Map<String, AccountProcess> processes;

  AccountTaskSubjects(ObjectProvider<AccountProcess> processes) {
    this.processes =
        processes.stream().collect(Collectors.toMap(AccountProcess::key, Function.identity()));
  }

  @Override
  public Optional<String> standing(String process, String businessKey) {
    return Optional.ofNullable(processes.get(process)).map(known -> known.standing(businessKey));
  }
}

package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.registry.Applications;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.Application;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class StatusDomainApplicationHandler implements CommandHandler {

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    String number = call.required("APPLICATION");
    Application application =
        transaction.all(Table.APPLICATIONS).stream()
            .filter(a -> Long.toString(a.number()).equals(number))
            .findFirst()
            .orElseThrow(() -> new Refusal(Code.NOT_FOUND));
    if (!application.account().equals(call.account())) {
      throw new Refusal(Code.AUTHORIZATION_FAILED);
    }
    return Applications.answer(application).with("UPDATEDBY", "SYSTEM");
  }
}

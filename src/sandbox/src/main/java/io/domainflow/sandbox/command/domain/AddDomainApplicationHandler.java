package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.registry.ApplicationCheck;
import io.domainflow.sandbox.state.Transaction;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class AddDomainApplicationHandler implements CommandHandler, Handler.Changing {

  private final ApplicationCheck check;
  private final Registrations registrations;

  AddDomainApplicationHandler(ApplicationCheck check, Registrations registrations) {
    this.check = check;
    this.registrations = registrations;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    return registrations.apply(call, check.of(call, transaction), transaction);
  }
}

package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.registry.Registration;
import io.domainflow.sandbox.state.Transaction;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class AddDomainHandler implements CommandHandler, Handler.Changing {

  private final Registration registration;
  private final Registrations registrations;

  AddDomainHandler(Registration registration, Registrations registrations) {
    this.registration = registration;
    this.registrations = registrations;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    return registrations.register(call, registration.check(call, transaction), transaction);
  }
}

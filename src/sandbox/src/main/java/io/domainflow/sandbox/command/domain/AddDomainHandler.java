package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.registry.Registration;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.WireCall;
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
  public Answer handle(WireCall call, Transaction transaction) {
    return registrations.register(call, registration.check(call, transaction), transaction);
  }
}

package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.registry.Registration;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.WireCall;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value = "AddDomain registers in real time and answers the dates and STATUS ACTIVE",
    basis = Basis.DOCUMENTED,
    source = "API/DOMAIN/ADDDOMAIN.md of the HEXONET API documentation")
@Behaviour(
    value =
        "a registration that is not complete answers 200 with PENDING=1, STATUS REQUESTEDCREATE",
    basis = Basis.INFERRED,
    source =
        "notes of API/DOMAIN/ADDDOMAIN.md of the HEXONET API documentation; middleware"
            + " documentation",
    profileB = "no PENDING, STATUS requestedcreate")
@Behaviour(
    value = "a pending registration is charged at once and refunded when it fails",
    basis = Basis.INVENTED)
@Behaviour(
    value = "a pending registration that succeeds counts from the time it is decided",
    basis = Basis.INVENTED)
class AddDomainHandler implements CommandHandler {

  private final Registration registration;
  private final Registrations registrations;

  AddDomainHandler(Registration registration, Registrations registrations) {
    this.registration = registration;
    this.registrations = registrations;
  }

  @Override
  public String command() {
    return "AddDomain";
  }

  @Override
  public boolean mutation() {
    return true;
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    return registrations.register(call, registration.check(call, transaction), transaction);
  }
}

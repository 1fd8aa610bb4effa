package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.registry.ApplicationCheck;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.WireCall;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value = "AddDomainApplication: number and data of the application, STATUS REQUESTED",
    basis = Basis.DOCUMENTED,
    source = "API/DOMAIN/APPLICATION/ADDDOMAINAPPLICATION.md of the HEXONET API documentation")
@Behaviour(
    value =
        "an application is charged at once and granted at the next look unless set up otherwise",
    basis = Basis.INVENTED)
@Behaviour(
    value = "until an application is decided, StatusDomain of the name is 545",
    basis = Basis.INFERRED,
    source = "API/DOMAIN/APPLICATION/ADDDOMAINAPPLICATION.md of the HEXONET API documentation",
    profileB = "the name shows with STATUS REQUESTEDCREATE")
@Behaviour(
    value =
        "a premium price in another currency than the account's is taken from the balance one to"
            + " one; the ledger says its currency",
    basis = Basis.INVENTED)
@Behaviour(
    value = "every application is a new one, whatever NEW says; LAUNCH-MARK-CODE changes nothing",
    basis = Basis.INVENTED)
class AddDomainApplicationHandler implements CommandHandler {

  private final ApplicationCheck check;
  private final Registrations registrations;

  AddDomainApplicationHandler(ApplicationCheck check, Registrations registrations) {
    this.check = check;
    this.registrations = registrations;
  }

  @Override
  public String command() {
    return "AddDomainApplication";
  }

  @Override
  public boolean mutation() {
    return true;
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    return registrations.apply(call, check.of(call, transaction), transaction);
  }
}

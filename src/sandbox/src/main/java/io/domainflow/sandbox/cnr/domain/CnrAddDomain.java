package io.domainflow.sandbox.cnr.domain;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.IspapiCommands;
import io.domainflow.sandbox.cnr.NamePrices;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.cnr.PricedZones;
import io.domainflow.sandbox.cnr.TldFields;
import io.domainflow.sandbox.cnr.Translation;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.command.domain.PrivacyCheck;
import io.domainflow.sandbox.command.domain.Registrations;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.registry.Availability;
import io.domainflow.sandbox.registry.Registration;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.time.Clock;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrAddDomain implements CnrHandler, Handler.Changing {

  private final Registration registration;
  private final Registrations registrations;
  private final PricedZones zones;
  private final Zones registry;
  private final Clock clock;

  CnrAddDomain(
      Registration registration,
      Registrations registrations,
      PricedZones zones,
      Zones registry,
      Clock clock) {
    this.registration = registration;
    this.registrations = registrations;
    this.zones = zones;
    this.registry = registry;
    this.clock = clock;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DOMAIN")
        .optional("PERIOD", "CLTRID", "ADDDOMAINTAG#")
        .optional(Translation.OF_NAMES);
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    TldFields.check(call);
    ReceivedCommand translated = Translation.of(call);
    Registration.Details details =
        IspapiCommands.plainly(() -> registration.checkWithFee(translated, transaction));
    IspapiCommands.plainly(
        () -> PrivacyCheck.refuseUnknown(PrivacyCheck.AT_CNR, call, registry, transaction));
    Answer registered = registrations.register(translated, details, transaction);
    RegisteredName name = transaction.find(Table.NAMES, call.domain()).orElseThrow();
    name = name.withFields(NameFields.withTags(name.fields(), call));
    transaction.put(Table.NAMES, name);
    Answer answer = CnrNames.put(Answer.of(Code.COMPLETED), name, zones, clock.instant());
    if (call.value("X-FEE-AMOUNT").isPresent()) {
      answer
          .with("x-fee-amount", NamePrices.amount(details.price()))
          .with("x-fee-application", "0.0000")
          .with(
              "x-fee-currency",
              details
                  .finding()
                  .premium()
                  .map(Availability.Premium::currency)
                  .orElseGet(() -> Ledger.currency(call.account(), transaction)));
    }
    return registered.pending() ? answer.asPending() : answer;
  }
}

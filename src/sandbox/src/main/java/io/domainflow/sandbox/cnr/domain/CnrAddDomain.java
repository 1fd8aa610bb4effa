package io.domainflow.sandbox.cnr.domain;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.NamePrices;
import io.domainflow.sandbox.cnr.OtherFace;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.cnr.PricedZones;
import io.domainflow.sandbox.cnr.TldFields;
import io.domainflow.sandbox.cnr.Translation;
import io.domainflow.sandbox.command.domain.PrivacyCheck;
import io.domainflow.sandbox.command.domain.Registrations;
import io.domainflow.sandbox.registry.Availability;
import io.domainflow.sandbox.registry.Registration;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.RegisteredName;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.WireCall;
import java.time.Clock;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value =
        "CNR AddDomain: PERIOD in years, contacts by handle or in line, NAMESERVER#, AUTH,"
            + " TRANSFERLOCK, X-WHOIS-PRIVACY, DNSSEC#, DNSSECDSDATA#, DOMAINTAG# and fields of the"
            + " TLD",
    basis = Basis.DOCUMENTED,
    source =
        "modules (WHMCS RRPproxy 1.7.0, rtldev-middleware Blesta CNR 5.0.1) and Python"
            + " clients (ByteInternet/rrpproxy, Smoose/rrpproxypy), which send them")
@Behaviour(
    value =
        "CNR AddDomain: a premium name without X-FEE-AMOUNT is 504 «premium domain"
            + " name. please provide required parameters»",
    basis = Basis.DOCUMENTED,
    source = "SDKs and modules of the registrar, which look for the text")
@Behaviour(
    value =
        "CNR AddDomain: with X-FEE-AMOUNT it answers x-fee-amount, x-fee-application and"
            + " x-fee-currency",
    basis = Basis.DOCUMENTED,
    source = "ByteInternet/rrpproxy, README, which has such an answer")
@Behaviour(
    value =
        "CNR AddDomain: a registration that is not complete has status REQUESTED, and pending = 1",
    basis = Basis.INFERRED,
    source =
        "Node SDK 10.x of Team Internet, which looks for the first, and its PHP SDK for the second",
    profileB = "status REQUESTED only")
@Behaviour(
    value =
        "CNR AddDomain: PERIOD is 1 if it is missing; another price than the name's is 541, and so"
            + " is another currency; each further year of a premium name costs what its renewal"
            + " does; fields of a TLD are taken as they are and never required; x-fee-amount has"
            + " four decimals",
    basis = Basis.INVENTED)
class CnrAddDomain implements CnrHandler {

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
  public String command() {
    return "AddDomain";
  }

  @Override
  public boolean mutation() {
    return true;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DOMAIN")
        .optional("PERIOD", "CLTRID", "ADDDOMAINTAG#")
        .optional(Translation.OF_NAMES);
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    TldFields.check(call);
    WireCall said = Translation.of(call);
    Registration.Wanted wanted =
        OtherFace.plainly(() -> registration.checkWithFee(said, transaction));
    OtherFace.plainly(
        () -> PrivacyCheck.refuseUnknown(PrivacyCheck.AT_CNR, call, registry, transaction));
    Answer registered = registrations.register(said, wanted, transaction);
    RegisteredName name = transaction.find(Table.NAMES, call.domain()).orElseThrow();
    name = name.withFields(NameFields.withTags(name.fields(), call));
    transaction.put(Table.NAMES, name);
    Answer answer = CnrNames.put(Answer.of(Code.COMPLETED), name, zones, clock.instant());
    if (call.value("X-FEE-AMOUNT").isPresent()) {
      answer
          .with("x-fee-amount", NamePrices.amount(wanted.price()))
          .with("x-fee-application", "0.0000")
          .with(
              "x-fee-currency",
              wanted
                  .finding()
                  .premium()
                  .map(Availability.Premium::currency)
                  .orElseGet(() -> Ledger.currency(call.account(), transaction)));
    }
    return registered.pending() ? answer.asPending() : answer;
  }
}

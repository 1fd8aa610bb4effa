package io.domainflow.sandbox.cnr.domain;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.cnr.CnrDate;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.cnr.PricedZones;
import io.domainflow.sandbox.registry.ContactSlots;
import io.domainflow.sandbox.registry.Contacts;
import io.domainflow.sandbox.registry.Prices;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.RegisteredName;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.Refusal;
import io.domainflow.sandbox.wire.WireCall;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value =
        "CNR StatusDomain: dates, status, locks, contacts, name servers, DNSSEC, privacy, tags; with"
            + " SHOWCONTACTDATA=1 the contacts' data as ownercontactfirstname …",
    basis = Basis.DOCUMENTED,
    source =
        "modules (WHMCS RRPproxy 1.7.0, rtldev-middleware Blesta CNR 5.0.1) and Python"
            + " clients (ByteInternet/rrpproxy, Smoose/rrpproxypy), which read them")
@Behaviour(
    value =
        "CNR StatusDomain: X-FEE-CLASS of a premium name, with X-FEE-COMMAND=renew also X-FEE-AMOUNT"
            + " and X-FEE-CURRENCY of a year",
    basis = Basis.INVENTED)
@Behaviour(
    value = "CNR StatusDomain: a name that its registry has yet to register is shown as REQUESTED",
    basis = Basis.INFERRED,
    source = "Node SDK 10.x of Team Internet, which looks for it in the answer of AddDomain",
    profileB = "it is 545 until it is registered")
@Behaviour(
    value = "CNR StatusDomain: a deleted name is 545 while it can be restored",
    basis = Basis.INFERRED,
    source =
        "CentralNic Reseller knowledge base, StatusDomainHistory, which is there for deleted names",
    profileB =
        "it is shown with status and rgp status redemptionPeriod, while it is being restored"
            + " pendingRestore")
@Behaviour(
    value =
        "CNR StatusDomain: X-CA-DISCLOSE and other fields of top-level domains are stated once they"
            + " were sent or set up",
    basis = Basis.INVENTED)
@Behaviour(
    value =
        "CNR StatusDomain: a name nobody has or another registrar is 545, one of another account 531;"
            + " x-transferlock-until while a change of registrant locks it",
    basis = Basis.INVENTED)
class CnrStatusDomain implements CnrHandler {

  private final Prices prices;
  private final PricedZones zones;
  private final Zones registry;
  private final Clock clock;

  CnrStatusDomain(Prices prices, PricedZones zones, Zones registry, Clock clock) {
    this.prices = prices;
    this.zones = zones;
    this.registry = registry;
    this.clock = clock;
  }

  @Override
  public String command() {
    return "StatusDomain";
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DOMAIN")
        .optional("SHOWCONTACTDATA", "X-FEE-COMMAND")
        .optional("X-FEE-LAUNCHPHASE", "X-FEE-PERIOD", "X-FEE-PERIODTYPE");
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    RegisteredName name =
        deleted(call, transaction).orElseGet(() -> CnrNames.own(call, transaction));
    if (name.status().equalsIgnoreCase("REQUESTEDCREATE") && Profile.of(transaction) == Profile.B) {
      throw new Refusal(Code.NOT_FOUND);
    }
    Answer answer = CnrNames.put(Answer.of(Code.COMPLETED), name, zones, clock.instant());
    answer.with("nameserver", name.nameservers());
    if (transaction.find(Table.DELETED, name.domain()).isPresent()) {
      answer.with("rgp status", name.status());
    }
    putContacts(answer, name, call.isOn("SHOWCONTACTDATA"), transaction);
    if (registry.of(name.domain()).hasWhoisTrustee()) {
      answer.with(NameFields.PRIVACY.toLowerCase(Locale.ROOT), "0");
    }
    NameFields.put(answer, name.fields());
    name.tradeLockAt(clock.instant())
        .ifPresent(until -> answer.with("x-transferlock-until", CnrDate.of(until)));
    putFee(answer, name, call, transaction);
    return answer;
  }

  private static Optional<RegisteredName> deleted(WireCall call, Transaction transaction) {
    return transaction
        .find(Table.DELETED, call.domain())
        .filter(gone -> Profile.of(transaction) == Profile.B && gone.isOf(call.account()))
        .map(
            gone ->
                gone.name()
                    .withStatus(gone.restore() == null ? "redemptionPeriod" : "pendingRestore"));
  }

  private static void putContacts(
      Answer answer, RegisteredName name, boolean data, Transaction transaction) {
    for (String role : ContactSlots.ROLES) {
      String property = role.toLowerCase(Locale.ROOT) + "contact";
      List<String> handles = name.handles(role);
      answer.with(property, handles);
      if (data && !handles.isEmpty()) {
        Contacts.fields(handles.get(0), transaction)
            .orElse(Map.of())
            .forEach(
                (field, value) -> answer.with(property + field.toLowerCase(Locale.ROOT), value));
      }
    }
  }

  private void putFee(Answer answer, RegisteredName name, WireCall call, Transaction transaction) {
    if (transaction.find(Table.PREMIUM_CLASSES, name.subclass()).isEmpty()) {
      return;
    }
    answer.with("x-fee-class", name.subclass());
    if (call.value("X-FEE-COMMAND").filter("renew"::equalsIgnoreCase).isPresent()) {
      Prices.Price year = prices.year(name, transaction);
      answer
          .with("x-fee-amount", Ledger.amount(year.amount()))
          .with("x-fee-currency", year.currency());
    }
  }
}

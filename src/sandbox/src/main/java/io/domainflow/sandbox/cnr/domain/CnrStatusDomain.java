package io.domainflow.sandbox.cnr.domain;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.cnr.CnrDate;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.cnr.PricedZones;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.registry.ContactSlots;
import io.domainflow.sandbox.registry.Contacts;
import io.domainflow.sandbox.registry.Prices;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
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
  public Parameters parameters() {
    return Parameters.requiring("DOMAIN")
        .optional("SHOWCONTACTDATA", "X-FEE-COMMAND")
        .optional("X-FEE-LAUNCHPHASE", "X-FEE-PERIOD", "X-FEE-PERIODTYPE");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
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

  private static Optional<RegisteredName> deleted(ReceivedCommand call, Transaction transaction) {
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

  private void putFee(
      Answer answer, RegisteredName name, ReceivedCommand call, Transaction transaction) {
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

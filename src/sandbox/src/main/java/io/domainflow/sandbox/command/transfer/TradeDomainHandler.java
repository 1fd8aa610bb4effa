package io.domainflow.sandbox.command.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.registry.Availability;
import io.domainflow.sandbox.registry.ContactSlots;
import io.domainflow.sandbox.registry.Contacts;
import io.domainflow.sandbox.registry.NameParameters;
import io.domainflow.sandbox.registry.PaperForms;
import io.domainflow.sandbox.registry.Registration;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.Decision;
import io.domainflow.sandbox.stored.name.NameSetup;
import io.domainflow.sandbox.stored.name.Trade;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class TradeDomainHandler implements CommandHandler, Handler.Changing {

  /** Parameters that the registrar has and the sandbox does not. */
  static final Set<String> NOT_OFFERED = Set.of("ORDER", "ORDERID", "HOST0", "SUBUSER");

  private final TradeCheck check;
  private final Trades trades;
  private final PaperForms paper;
  private final Contacts contacts;
  private final Ledger ledger;
  private final Clock clock;

  TradeDomainHandler(
      TradeCheck check,
      Trades trades,
      PaperForms paper,
      Contacts contacts,
      Ledger ledger,
      Clock clock) {
    this.check = check;
    this.trades = trades;
    this.paper = paper;
    this.contacts = contacts;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    call.refuse(NOT_OFFERED);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return TradeCheck.cancels(call)
        ? cancel(call, now, transaction)
        : request(call, now, transaction);
  }

  private Answer cancel(ReceivedCommand call, Instant now, Transaction transaction) {
    Trade trade =
        TradeCheck.running(TradeCheck.name(call, transaction), transaction)
            .orElseThrow(
                () ->
                    new Refusal(
                        Profile.of(transaction) == Profile.A
                            ? Code.NOT_FOUND
                            : Code.STATUS_FORBIDS));
    trades.cancel(trade, now, transaction);
    Answer answer = Answer.of(Code.COMPLETED);
    ledger.record(call, command(), call.domain(), BigDecimal.ZERO, now, transaction);
    ledger.log(call, "DOMAIN", call.domain(), "TRADE", "REQUEST", answer, now, transaction);
    return answer;
  }

  private Answer request(ReceivedCommand call, Instant now, Transaction transaction) {
    TradeCheck.Result finding = check.of(call, true, transaction);
    finding
        .against()
        .ifPresent(
            against -> {
              throw new Refusal(against.code(), against.detail());
            });
    BigDecimal price = finding.policy().tradePrice();
    String currency = currency(call, finding, transaction);
    Registration.refuseBeyondCredit(call, price, transaction);
    Optional<NameSetup.Next> next = paper.next(command(), call.domain(), call, transaction);
    Trade trade =
        Trades.requested(
            finding.name(),
            wanted(call, finding, currency, next, now, transaction),
            call.role(),
            now,
            transaction);
    Answer answer =
        paper.trades(finding.policy().zone().tld()) && next.isPresent()
            ? Trades.awaitsForm(transaction)
            : Trades.answer(finding.asked() || next.isPresent(), transaction);
    ledger.record(call, command(), call.domain(), price, currency, now, transaction);
    ledger.log(call, "DOMAIN", call.domain(), "TRADE", "REQUEST", answer, now, transaction);
    trades.begin(trade, finding.asked(), transaction);
    return answer;
  }

  private Trades.Details wanted(
      ReceivedCommand call,
      TradeCheck.Result finding,
      String currency,
      Optional<NameSetup.Next> next,
      Instant now,
      Transaction transaction) {
    Map<String, List<String>> handles = new LinkedHashMap<>();
    ContactSlots.of(call)
        .forEach(
            slot ->
                handles.put(
                    slot.substring(0, slot.indexOf("CONTACT")),
                    contacts.handle(slot, call, transaction).stream().toList()));
    List<String> owners = Objects.requireNonNull(handles.remove("OWNER"), "the check wants one");
    Map<String, String> fields = new LinkedHashMap<>(NameParameters.fields(call));
    fields.keySet().removeAll(TradeCheck.AGREEMENTS);
    return new Trades.Details(
        owners,
        handles,
        call.list("NAMESERVER"),
        fields,
        finding.locks(),
        finding.policy().tradePrice(),
        currency,
        next.map(n -> decision(n, now)).orElse(null));
  }

  private static String currency(
      ReceivedCommand call, TradeCheck.Result finding, Transaction transaction) {
    return transaction
        .find(Table.SETUPS, call.domain())
        .filter(NameSetup::premium)
        .map(setup -> Availability.premium(setup, finding.policy().zone()).currency())
        .orElseGet(() -> Ledger.currency(call.account(), transaction));
  }

  private static Decision decision(NameSetup.Next next, Instant now) {
    return new Decision(
        now.plus(next.after()), next.outcome() == NameSetup.Outcome.SUCCESSFUL, next.reason());
  }
}

package io.domainflow.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Takes changes of registrant that need a confirmation to their end. */
@Component("sandboxTrades")
@ConditionalOnSandbox
@Behaviour(
    value = "the prior registrant has a mail and 14 days to confirm; silence ends the change",
    basis = Basis.DOCUMENTED,
    source = "HEXONET wiki on IRTP; hexonet.support 17167735001885")
@Behaviour(
    value = "the mail of a trade leaves at once",
    basis = Basis.INFERRED,
    source = "example of API/DOMAIN/TRADE/STATUSDOMAINTRADE.md of the HEXONET API documentation",
    profileB = "it leaves 3 days late")
@Behaviour(
    value = "for 30 days after its end StatusDomainTrade shows SUCCESSFUL or FAILED",
    basis = Basis.INFERRED,
    source = "values of TRANSFERSTATUS in API/DOMAIN/TRADE/STATUSDOMAINTRADE.md",
    profileB = "545 at once")
@Behaviour(
    value = "object log of a trade: TRADE with PENDING, SUCCESSFUL or FAILED; no lock afterwards",
    basis = Basis.INVENTED)
class Trades {

  /** How long the prior registrant may take to confirm. */
  static final Duration CONFIRMATION = Duration.ofDays(14);

  private static final Duration LATE = Duration.ofDays(3);

  private final Ledger ledger;
  private final Mailbox mailbox;
  private final Clock clock;

  Trades(Ledger ledger, Mailbox mailbox, Clock clock) {
    this.ledger = ledger;
    this.mailbox = mailbox;
    this.clock = clock;
  }

  /** The trade of a name that is under way. */
  static Optional<Stored.Trade> running(String domain, Transaction transaction) {
    return transaction.find(Table.TRADES, domain).filter(Stored.Trade::running);
  }

  /** The trade of a name as its account may see it. */
  Optional<Stored.Trade> shown(String domain, String account, Transaction transaction) {
    boolean endsShow = Profile.of(transaction) == Profile.A;
    return transaction
        .find(Table.TRADES, domain)
        .filter(trade -> trade.account().equals(account))
        .filter(
            trade ->
                trade.running()
                    || (endsShow
                        && clock.instant().isBefore(trade.updatedAt().plus(Transfers.SHOWN))));
  }

  /** What the trades under way do by themselves. */
  Stream<Due> due(Transaction transaction) {
    return transaction.all(Table.TRADES).stream()
        .filter(Stored.Trade::running)
        .map(
            trade ->
                new Due(
                    trade.dueAt(),
                    () ->
                        running(trade.domain(), transaction)
                            .filter(trade::equals)
                            .ifPresent(
                                t ->
                                    fail(
                                        t,
                                        "the change was not confirmed in time",
                                        t.dueAt(),
                                        transaction))));
  }

  /** Begins a change of registrant. */
  void begin(
      Stored.RegisteredName name,
      List<String> owners,
      String role,
      Instant at,
      Transaction transaction) {
    Stored.Trade trade =
        new Stored.Trade(
            name.domain(),
            3_610_000 + transaction.next("transfer"),
            name.account(),
            role,
            "REQUESTED",
            at,
            at,
            owners,
            name.contacts(),
            at.plus(CONFIRMATION),
            List.of(new Stored.Step(at, "REQUESTED", "domain trade initiated")));
    transaction.put(Table.TRADES, trade);
    Transfers.registrant(name.domain(), transaction)
        .ifPresent(registrant -> askPrior(trade, registrant, at, transaction));
    tell(trade, "PENDING", Answer.of(Code.COMPLETED).asPending(), at, transaction);
  }

  private void askPrior(
      Stored.Trade trade, Map<String, String> registrant, Instant at, Transaction transaction) {
    Instant leaves = Profile.of(transaction) == Profile.A ? at : at.plus(LATE);
    String name = Contacts.name(registrant);
    String address = registrant.get("EMAIL");
    mailbox.send(
        Mailbox.Kind.TRADE_CONFIRMATION,
        address,
        trade.domain(),
        trade.number(),
        "Confirm the change of registrant of " + trade.domain(),
        "Dear "
            + name
            + ",\n\nsomebody has asked to enter another registrant for "
            + trade.domain()
            + ". Please confirm or refuse this until "
            + WireDate.of(trade.dueAt())
            + " UTC. Without an answer nothing changes.\n\nTrigger: "
            + trade.number()
            + "\n",
        leaves,
        transaction);
    transaction.put(
        Table.TRADES,
        trade
            .with(
                new Stored.Step(
                    at,
                    "UNCONFIRMED",
                    "created APPROVE confirmation email for \"" + name + "\" <" + address + ">"))
            .with(Transfers.emailSent(leaves, name, address)));
  }

  /** Sends the mail of a trade once more. */
  void resend(Stored.Trade trade, Instant at, Transaction transaction) {
    Mailbox.latest(Mailbox.Kind.TRADE_CONFIRMATION, trade.number(), transaction)
        .ifPresent(
            mail -> {
              mailbox.send(
                  Mailbox.Kind.TRADE_CONFIRMATION,
                  mail.to(),
                  mail.domain(),
                  mail.about(),
                  mail.subject(),
                  mail.text(),
                  at,
                  transaction);
              String name =
                  Transfers.registrant(trade.domain(), transaction).map(Contacts::name).orElse("");
              transaction.put(Table.TRADES, trade.with(Transfers.emailSent(at, name, mail.to())));
            });
  }

  /** Carries out what the prior registrant has answered. */
  void answer(Stored.Trade trade, boolean yes, Instant at, Transaction transaction) {
    Optional<Stored.RegisteredName> name = transaction.find(Table.NAMES, trade.domain());
    if (!yes || name.isEmpty()) {
      fail(trade, "the change was refused by the prior registrant", at, transaction);
      return;
    }
    Map<String, List<String>> contacts = new LinkedHashMap<>(name.get().contacts());
    contacts.put("OWNER", trade.owners());
    transaction.put(Table.NAMES, name.get().withContacts(contacts));
    transaction.put(
        Table.TRADES,
        trade.ended("SUCCESSFUL", new Stored.Step(at, "SUCCESSFUL", "domain trade successful")));
    tell(trade, "SUCCESSFUL", Answer.of(Code.COMPLETED), at, transaction);
  }

  private void fail(Stored.Trade trade, String reason, Instant at, Transaction transaction) {
    transaction.put(Table.TRADES, trade.ended("FAILED", new Stored.Step(at, "FAILED", reason)));
    tell(trade, "FAILED", Answer.of(Code.FAILED, reason), at, transaction);
  }

  private void tell(
      Stored.Trade trade, String status, Answer answer, Instant at, Transaction transaction) {
    ledger.log(
        trade.account(), trade.role(), trade.domain(), "TRADE", status, answer, at, transaction);
  }
}

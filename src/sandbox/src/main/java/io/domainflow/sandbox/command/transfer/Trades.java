package io.domainflow.sandbox.command.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Events;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.account.Mailbox;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.registry.Registrant;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.Decision;
import io.domainflow.sandbox.stored.name.RegisteredName;
import io.domainflow.sandbox.stored.name.Step;
import io.domainflow.sandbox.stored.name.Trade;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries changes of registrant through to their end. */
@Component("sandboxTrades")
@ConditionalOnSandbox
public class Trades {

  private static final Duration LOCK = Duration.ofDays(60);
  private static final Duration LATE = Duration.ofDays(3);

  /**
   * The requested change.
   *
   * @param owners handles of the new registrant
   * @param contacts handles of the other roles; a role that is missing keeps its contact
   * @param nameservers empty to keep them
   * @param locks whether the name is locked once the change is done
   * @param currency of {@code price}; null where nothing is charged
   * @param decision null where the answer of the prior registrant decides
   */
  public record Details(
      List<String> owners,
      Map<String, List<String>> contacts,
      List<String> nameservers,
      Map<String, String> fields,
      boolean locks,
      BigDecimal price,
      @Nullable String currency,
      @Nullable Decision decision) {

    /** A change of only the registrant, free of charge. */
    public static Details registrant(List<String> owners, boolean locks) {
      return new Details(owners, Map.of(), List.of(), Map.of(), locks, BigDecimal.ZERO, null, null);
    }
  }

  private final Ledger ledger;
  private final Events events;
  private final ConfirmationMails mails;
  private final Clock clock;

  Trades(Ledger ledger, Events events, ConfirmationMails mails, Clock clock) {
    this.ledger = ledger;
    this.events = events;
    this.mails = mails;
    this.clock = clock;
  }

  /** The open trade of a name. */
  public static Optional<Trade> running(String domain, Transaction transaction) {
    return transaction.find(Table.TRADES, domain).filter(Trade::running);
  }

  /** The trade of a name, if its account may see it. */
  Optional<Trade> shown(String domain, String account, Transaction transaction) {
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

  /** Carries out what is due for a trade, unless something else came first. */
  public void advance(Trade seen, Transaction transaction) {
    running(seen.domain(), transaction)
        .filter(seen::equals)
        .ifPresent(
            trade -> {
              Instant at = trade.dueAtOrThrow();
              Decision decision = trade.decision();
              if (decision == null || at.isBefore(decision.at())) {
                fail(trade, "the change was not confirmed in time", at, transaction);
              } else if (decision.successful()) {
                succeed(trade, at, transaction);
              } else {
                String reason =
                    Optional.ofNullable(decision.reason()).orElse("rejected by the registry");
                fail(trade, reason, at, transaction);
              }
            });
  }

  /** A change of registrant as requested; {@link #begin} starts it. */
  public static Trade requested(
      RegisteredName name, Details wanted, String role, Instant at, Transaction transaction) {
    return new Trade(
        name.domain(),
        3_610_000 + transaction.next("transfer"),
        name.accountOrThrow(),
        role,
        "REQUESTED",
        at,
        at,
        wanted.owners(),
        name.contacts(),
        wanted.contacts(),
        wanted.nameservers(),
        wanted.fields(),
        wanted.locks(),
        wanted.price(),
        wanted.currency(),
        wanted.decision(),
        at,
        List.of(new Step(at, "REQUESTED", "domain trade initiated")));
  }

  /** The answer to a request that waits or is done at once. */
  public static Answer answer(boolean waits, Transaction transaction) {
    if (!waits) {
      return Answer.of(Code.COMPLETED, "realtime domain trade succeeded");
    }
    Answer answer = Answer.of(Code.COMPLETED, "trade pending - non-real-time");
    return Profile.of(transaction) == Profile.A ? answer.asPending() : answer;
  }

  /** The answer to a request that waits for a signed form. */
  static Answer awaitsForm(Transaction transaction) {
    Answer answer = Answer.of(Code.COMPLETED, "trade requested - fax confirmation required");
    return Profile.of(transaction) == Profile.A ? answer.asPending() : answer;
  }

  /**
   * Begins a change of registrant.
   *
   * @param asked whether the prior registrant has to confirm; if not, the change is done at once
   *     unless the registry has to decide
   */
  public void begin(Trade trade, boolean asked, Transaction transaction) {
    Instant at = trade.createdAt();
    Decision decision = trade.decision();
    if (asked) {
      Instant lapses = at.plus(ConfirmationMails.CONFIRMATION);
      askPrior(
          trade.until(decision != null && decision.at().isBefore(lapses) ? decision.at() : lapses),
          at,
          transaction);
    } else if (decision == null) {
      succeed(trade, at, transaction);
      return;
    } else {
      transaction.put(Table.TRADES, atRegistry(trade, decision, at));
    }
    tell(trade, "PENDING", Answer.of(Code.COMPLETED).asPending(), at, transaction);
    events.tellOfTrade(trade, "TRADE_PENDING", at, transaction);
  }

  /** Applies the registry's decision on a trade that waits only for the registry. */
  public void decide(Trade trade, boolean yes, Instant at, Transaction transaction) {
    if (yes) {
      succeed(trade, at, transaction);
    } else {
      fail(trade, "rejected by the registry", at, transaction);
    }
  }

  private static Trade atRegistry(Trade trade, Decision decision, Instant at) {
    return trade.in(
        "PENDING", decision.at(), new Step(at, "PENDING", "trade requested at the registry"));
  }

  private void askPrior(Trade trade, Instant at, Transaction transaction) {
    Trade asked = trade;
    Optional<Registrant> registrant = Registrant.of(trade.domain(), transaction);
    if (registrant.isPresent()) {
      Instant leaves = Profile.of(transaction) == Profile.A ? at : at.plus(LATE);
      ConfirmationMails.Question question =
          new ConfirmationMails.Question(
              Mailbox.Kind.TRADE_CONFIRMATION,
              trade.domain(),
              trade.number(),
              "Confirm the change of registrant of " + trade.domain(),
              "enter another registrant for " + trade.domain());
      for (Step step : mails.ask(question, registrant.get(), at, leaves, transaction)) {
        asked = asked.with(step);
      }
    }
    transaction.put(Table.TRADES, asked);
  }

  /** Sends the mail of a trade again. */
  void resend(Trade trade, Instant at, Transaction transaction) {
    mails
        .again(Mailbox.Kind.TRADE_CONFIRMATION, trade.domain(), trade.number(), at, transaction)
        .ifPresent(sent -> transaction.put(Table.TRADES, trade.with(sent)));
  }

  /** Carries out the prior registrant's answer. */
  public void answer(Trade trade, boolean yes, Instant at, Transaction transaction) {
    if (!yes) {
      fail(trade, "the change was refused by the prior registrant", at, transaction);
      return;
    }
    Trade confirmed = trade.with(new Step(at, "CONFIRMED", "confirmed by the prior registrant"));
    Decision decision = trade.decision();
    if (decision == null) {
      succeed(confirmed, at, transaction);
    } else {
      transaction.put(Table.TRADES, atRegistry(confirmed, decision, at));
    }
  }

  /** Ends a trade that is no longer wanted. */
  void cancel(Trade trade, Instant at, Transaction transaction) {
    fail(trade, "the change was cancelled", at, transaction);
  }

  private void succeed(Trade trade, Instant at, Transaction transaction) {
    Optional<RegisteredName> name =
        transaction
            .find(Table.NAMES, trade.domain())
            .filter(n -> trade.account().equals(n.account()));
    if (name.isEmpty() || name.get().onHold()) {
      String reason = name.isEmpty() ? "the name is not in the account" : "the name is on hold";
      fail(trade, reason, at, transaction);
      return;
    }
    transaction.put(Table.NAMES, traded(name.get(), trade, at, Profile.of(transaction)));
    transaction.put(
        Table.TRADES,
        trade.ended("SUCCESSFUL", new Step(at, "SUCCESSFUL", "domain trade successful")));
    tell(trade, "SUCCESSFUL", Answer.of(Code.COMPLETED), at, transaction);
    events.tellOfTrade(trade, "TRADE_SUCCESSFUL", at, transaction);
  }

  private static RegisteredName traded(
      RegisteredName name, Trade trade, Instant at, Profile profile) {
    Map<String, List<String>> contacts = new LinkedHashMap<>(name.contacts());
    contacts.putAll(trade.contacts());
    contacts.put("OWNER", trade.owners());
    Map<String, String> fields = new LinkedHashMap<>(name.fields());
    fields.putAll(trade.fields());
    RegisteredName traded = name.withContacts(contacts).withFields(fields).updated(at);
    if (!trade.nameservers().isEmpty()) {
      traded = traded.withNameservers(trade.nameservers());
    }
    if (!trade.locks()) {
      return traded;
    }
    traded = traded.withTradeLockUntil(at.plus(LOCK));
    return profile == Profile.A ? traded.withTransferLock(true) : traded;
  }

  private void fail(Trade trade, String reason, Instant at, Transaction transaction) {
    transaction.put(Table.TRADES, trade.ended("FAILED", new Step(at, "FAILED", reason)));
    if (trade.charged().signum() != 0) {
      ledger.refund(
          trade.account(),
          trade.role(),
          trade.domain(),
          trade.charged(),
          Objects.requireNonNull(trade.currency(), "it was charged"),
          at,
          transaction);
    }
    tell(trade, "FAILED", Answer.of(Code.FAILED, reason), at, transaction);
  }

  private void tell(
      Trade trade, String status, Answer answer, Instant at, Transaction transaction) {
    ledger.log(
        trade.account(), trade.role(), trade.domain(), "TRADE", status, answer, at, transaction);
  }
}

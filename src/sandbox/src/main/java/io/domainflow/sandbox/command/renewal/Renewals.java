package io.domainflow.sandbox.command.renewal;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.account.Events;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.registry.Deletions;
import io.domainflow.sandbox.registry.Prices;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.NameDates;
import io.domainflow.sandbox.stored.name.RegisteredName;
import io.domainflow.sandbox.stored.name.Renewal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Renews names, or lets them expire at the end of their period. */
@Component("sandboxRenewals")
@ConditionalOnSandbox
public class Renewals {

  /** The ledger's name for a charge without a command. */
  static final String AUTOMATIC = "AutoRenew";

  private static final Duration RETRY = Duration.ofDays(1);

  /** The modes that let a name expire. */
  static final Set<String> WITHOUT_RENEWAL = Set.of("AUTOEXPIRE", "AUTODELETE", "EXPIREAUCTION");

  private final Prices prices;
  private final Ledger ledger;
  private final Events events;
  private final Deletions deletions;
  private final RenewalsAtCnr atCnr;

  Renewals(Prices prices, Ledger ledger, Events events, Deletions deletions, RenewalsAtCnr atCnr) {
    this.prices = prices;
    this.ledger = ledger;
    this.events = events;
    this.deletions = deletions;
    this.atCnr = atCnr;
  }

  /** Carries out what is due for a name, unless something else came first. */
  public void advance(RegisteredName seen, Transaction transaction) {
    transaction
        .find(Table.NAMES, seen.domain())
        .filter(seen::equals)
        .ifPresent(
            name -> {
              Instant at = Objects.requireNonNull(name.dueAt(), "what is due has a time");
              if (isAtCnr(name)) {
                if (atCnr.advance(name, at, transaction)) {
                  tell(name, at, transaction);
                }
                return;
              }
              switch (NameDates.nextAction(name)) {
                case "finalize" -> carryOut(name, at, transaction);
                case "pay" -> charge(name, at, transaction);
                default -> deletions.delete(name, at, transaction);
              }
            });
  }

  private static boolean isAtCnr(RegisteredName name) {
    return Platform.of(name.accountOrThrow()) == Platform.CNR;
  }

  private void charge(RegisteredName name, Instant at, Transaction transaction) {
    Prices.Price price = prices.year(name, transaction);
    if (Ledger.covers(name.accountOrThrow(), price.amount(), transaction)) {
      ledger.charge(
          name.accountOrThrow(),
          AUTOMATIC,
          name.domain(),
          price.amount(),
          price.currency(),
          at,
          transaction);
      Instant until = NameDates.expiry(name.paidUntil(), 1);
      pay(name, Renewal.charged(until, price.amount()), at, transaction);
      return;
    }
    boolean first = !at.isAfter(NameDates.accounting(name));
    Renewal renewal = name.renewal();
    transaction.put(
        Table.NAMES,
        name.withRenewal(first ? renewal.notBefore(at.plus(RETRY)) : renewal.givenUp()));
  }

  /** Moves the date until which a name is paid, and renews it if that is already due. */
  void pay(RegisteredName name, Renewal paid, Instant at, Transaction transaction) {
    RegisteredName ahead = name.withRenewal(paid).updated(at);
    transaction.put(Table.NAMES, ahead);
    if (!at.isBefore(NameDates.finalization(ahead))) {
      carryOut(ahead, at, transaction);
    }
  }

  private void carryOut(RegisteredName name, Instant at, Transaction transaction) {
    Instant next = NameDates.expiry(name.expiresAt(), 1);
    // A 29 February must not leave a remainder of a year.
    boolean last = NameDates.expiry(next, 1).isAfter(name.paidUntil());
    transaction.put(
        Table.NAMES,
        name.renewed(last ? name.paidUntil() : next, Renewal.paid(name.paidUntil())).updated(at));
    tell(name, at, transaction);
  }

  /** Takes a name out of its suspension at CentralNic Reseller, if it is suspended. */
  public void resume(RegisteredName name, Instant at, Transaction transaction) {
    if (RenewalsAtCnr.isSuspended(name)) {
      transaction.put(Table.NAMES, RenewalsAtCnr.resumed(name, at));
    }
  }

  /** Adds years to a name at the registry, in addition to the years paid ahead. */
  RegisteredName renew(RegisteredName name, int years, Instant at, Transaction transaction) {
    if (isAtCnr(name)) {
      RegisteredName renewed =
          RenewalsAtCnr.renewed(name, NameDates.expiry(name.paidUntil(), years));
      transaction.put(Table.NAMES, renewed);
      tellByEvent(name, false, at, transaction);
      return renewed;
    }
    BigDecimal charged = name.paidAhead() ? name.renewal().charged() : null;
    RegisteredName renewed =
        name.renewed(
                NameDates.expiry(name.expiresAt(), years),
                Renewal.charged(NameDates.expiry(name.paidUntil(), years), charged))
            .updated(at);
    transaction.put(Table.NAMES, renewed);
    tellByEvent(name, false, at, transaction);
    return renewed;
  }

  /**
   * Sets the renewal mode of a name.
   *
   * @param takeBack whether a year that was charged automatically is refunded, if possible
   * @return whether it was refunded
   */
  public boolean setMode(
      RegisteredName name, String mode, boolean takeBack, Instant at, Transaction transaction) {
    boolean renews = !WITHOUT_RENEWAL.contains(mode);
    if (renews && RenewalsAtCnr.isSuspended(name)) {
      transaction.put(Table.NAMES, RenewalsAtCnr.resumed(name, at).withRenewalMode(mode));
      return false;
    }
    BigDecimal charged = name.renewal().charged();
    boolean back = false;
    Renewal renewal = renews ? name.renewal().resumed(at) : name.renewal();
    if (takeBack && !renews && charged != null) {
      ledger.refund(
          name.accountOrThrow(),
          "",
          name.domain(),
          charged,
          prices.year(name, transaction).currency(),
          at,
          transaction);
      renewal = Renewal.paid(name.expiresAt());
      back = true;
    }
    transaction.put(Table.NAMES, name.withRenewalMode(mode).withRenewal(renewal).updated(at));
    return back;
  }

  private void tell(RegisteredName name, Instant at, Transaction transaction) {
    ledger.log(
        name.accountOrThrow(),
        "",
        name.domain(),
        "RENEW",
        "SUCCESSFUL",
        Answer.of(Code.COMPLETED),
        at,
        transaction);
    tellByEvent(name, true, at, transaction);
  }

  private void tellByEvent(
      RegisteredName name, boolean automatic, Instant at, Transaction transaction) {
    events.tell(
        name.accountOrThrow(),
        name.domain(),
        "DOMAIN_RENEW",
        "RENEW_SUCCESSFUL",
        Platform.of(name.accountOrThrow()) == Platform.CNR
            ? "autorenew:" + (automatic ? 1 : 0)
            : "",
        at,
        transaction);
  }

  /** Renews a name by a year without a command over the text. */
  public void renewElsewhere(RegisteredName name, Instant at, Transaction transaction) {
    Prices.Price price = prices.year(name, transaction);
    ledger.charge(
        name.accountOrThrow(),
        "RenewDomain",
        name.domain(),
        price.amount(),
        price.currency(),
        at,
        transaction);
    RegisteredName renewed = renew(name, 1, at, transaction);
    ledger.log(
        name.accountOrThrow(),
        "",
        name.domain(),
        "RENEW",
        "SUCCESSFUL",
        RenewDomainHandler.answer(renewed),
        at,
        transaction);
  }
}

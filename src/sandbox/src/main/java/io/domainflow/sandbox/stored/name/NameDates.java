package io.domainflow.sandbox.stored.name;

import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.stored.Account;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Computes the dates that follow from the end of a period, as the documentation shows them for
 * .com.
 */
public final class NameDates {

  public static final Duration ACCOUNTING = Duration.ofDays(-5);
  public static final Duration FINALIZATION = Duration.ofDays(1);
  public static final Duration FAILURE = Duration.ofDays(44);

  private NameDates() {}

  /** The end of a period of a number of years. */
  public static Instant expiry(Instant from, int years) {
    return from.atOffset(ZoneOffset.UTC).plusYears(years).toInstant();
  }

  /** The end of a period of a number of months. */
  public static Instant monthsAfter(Instant from, int months) {
    return from.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
  }

  /** When the next year is charged, if the name renews automatically. */
  public static Instant accounting(RegisteredName name) {
    return name.paidUntil().plus(ACCOUNTING);
  }

  /** When a paid year is carried out. */
  public static Instant finalization(RegisteredName name) {
    return name.expiresAt().plus(FINALIZATION);
  }

  /** When the name is deleted if it is not paid. */
  public static Instant failure(RegisteredName name) {
    Instant deletion = name.renewal().deletionAt();
    return deletion == null ? name.paidUntil().plus(FAILURE) : deletion;
  }

  /** Adds the dates that both AddDomain and StatusDomain answer. */
  public static Answer put(Answer answer, RegisteredName name) {
    return answer
        .with("ACCOUNTINGDATE", RegistrarDate.of(accounting(name)))
        .with("FAILUREDATE", RegistrarDate.of(failure(name)))
        .with("FINALIZATIONDATE", RegistrarDate.of(finalization(name)))
        .with("PAIDUNTILDATE", RegistrarDate.of(name.paidUntil()))
        .with("REGISTRATIONEXPIRATIONDATE", RegistrarDate.of(name.expiresAt()));
  }

  /** The next automatic change of a name, in the registrar's words. */
  public static String nextAction(RegisteredName name) {
    if (name.status().equals(RegisteredName.PENDING_DELETE)) {
      return "delete";
    }
    if (name.paidAhead()) {
      return "finalize";
    }
    return switch (name.renewalMode()) {
      case "AUTOEXPIRE", "EXPIREAUCTION" -> "expire";
      case "AUTODELETE" -> "delete";
      default -> name.renewal().unpaid() ? "expireunpaid" : "pay";
    };
  }

  /** The time of the next automatic change. */
  public static Instant nextActionAt(RegisteredName name) {
    Instant usual =
        switch (nextAction(name)) {
          case "finalize" -> finalization(name);
          case "pay" -> accounting(name);
          default -> failure(name);
        };
    Instant earliest = name.renewal().notBefore();
    return earliest != null && earliest.isAfter(usual) ? earliest : usual;
  }

  /** The same for a name that the sandbox changes automatically; null for all others. */
  static @Nullable Instant dueAt(RegisteredName name) {
    String account = name.account();
    boolean settled = name.active() || name.status().equals(RegisteredName.PENDING_DELETE);
    if (account == null || Account.isElsewhere(account) || !settled) {
      return null;
    }
    return Platform.of(account) == Platform.CNR ? CnrNameDates.nextAt(name) : nextActionAt(name);
  }
}

package io.domainflow.sandbox;

import java.time.Duration;
import java.time.Instant;

/** The dates that follow from the end of a period, as the documentation shows them for .com. */
@Behaviour(
    value = "accounting 5 days before, finalization 1 day and failure 44 days after the expiry",
    basis = Basis.DOCUMENTED,
    source = "example of API/DOMAIN/ADDDOMAIN.md of the HEXONET API documentation (.com)")
@Behaviour(value = "the same periods for every zone", basis = Basis.INVENTED)
final class NameDates {

  static final Duration ACCOUNTING = Duration.ofDays(-5);
  static final Duration FINALIZATION = Duration.ofDays(1);
  static final Duration FAILURE = Duration.ofDays(44);

  private NameDates() {}

  /** Adds the dates both AddDomain and StatusDomain answer. */
  static Answer put(Answer answer, Instant expires) {
    return answer
        .with("ACCOUNTINGDATE", WireDate.of(expires.plus(ACCOUNTING)))
        .with("FAILUREDATE", WireDate.of(expires.plus(FAILURE)))
        .with("FINALIZATIONDATE", WireDate.of(expires.plus(FINALIZATION)))
        .with("PAIDUNTILDATE", WireDate.of(expires))
        .with("REGISTRATIONEXPIRATIONDATE", WireDate.of(expires));
  }

  /** What happens to a name at the end of its period. */
  static String nextAction(String renewalMode) {
    return switch (renewalMode) {
      case "AUTOEXPIRE" -> "expire";
      case "AUTODELETE" -> "delete";
      default -> "pay";
    };
  }

  /** When that happens. */
  static Instant nextActionAt(Stored.RegisteredName name) {
    return name.expiresAt().plus(name.renewalMode().equals("AUTORENEW") ? ACCOUNTING : FAILURE);
  }
}

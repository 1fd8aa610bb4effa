package io.domainflow.process.accountcheck;

import io.domainflow.order.domain.DepartedDomains;
import io.domainflow.order.domain.ExpiringDomain;
import io.domainflow.order.domain.ExpiringDomains;
import io.domainflow.process.text.PlainTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Records the results of a list of names, and reports problems. */
@Component
class NameFindings {

  /** How many names a task shows. */
  private static final int SHOWN_NAMES = 50;

  // The registrar carries out a renewal some time on its day; a check on that day may come too
  // early.
  private static final Duration CARRIED_OUT_WITHIN = Duration.ofDays(2);

  private static final String KEPT_TOO = " Renewals that nobody ordered stay paid, too.";

  private final DepartedDomains gone;
  private final ExpiringDomains ending;
  private final AccountCheckProperties properties;
  private final Clock clock;

  NameFindings(
      DepartedDomains gone,
      ExpiringDomains ending,
      AccountCheckProperties properties,
      Clock clock) {
    this.gone = gone;
    this.ending = ending;
    this.properties = properties;
    this.clock = clock;
  }

  /** To be called in the transaction that completes the check's step. */
  List<Finding> conclude(String account, NameListResult seen) {
    gone.gone(account, seen.missing().gone());
    gone.markMissing(account, seen.begunAt());
    gone.unmark(account, seen.missing().here());
    Instant now = clock.instant();
    return Stream.of(
            modes(seen.wrongModes(), ending.keptPaid(account)),
            finding(
                FindingKind.NAMES_GONE,
                "has left this account.",
                "have left this account.",
                gone.unreported(account).stream()
                    .map(name -> name.domain().unicode() + ": " + name.how())
                    .toList()),
            finding(
                FindingKind.NAMES_EXPIRING,
                "ends soon, or has ended, and nobody renews it.",
                "end soon, or have ended, and nobody renews them.",
                ending.notRenewed(account, soon(now)).stream().map(NameFindings::ends).toList()),
            finding(
                FindingKind.PAID_NOT_RENEWED,
                "is paid for, but the registrar has not renewed it.",
                "are paid for, but the registrar has not renewed them.",
                ending.paidNotRenewed(account, now.minus(CARRIED_OUT_WITHIN)).stream()
                    .map(NameFindings::paid)
                    .toList()))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * Records that somebody knows about the names in a finding, so that only others are reported.
   *
   * @param lookedAt when the finding was last seen
   */
  void noted(FindingKey key, Instant lookedAt) {
    switch (key.kind()) {
      case NAMES_GONE -> gone.reported(key.account(), lookedAt);
      case NAMES_EXPIRING -> ending.noted(key.account(), soon(lookedAt));
      default -> {
        // Reported again only when the finding changes.
      }
    }
  }

  private Instant soon(Instant now) {
    return now.plus(properties.expiringWithin());
  }

  private static Optional<Finding> modes(List<String> wrong, List<ExpiringDomain> keptPaid) {
    List<String> lines = new ArrayList<>(wrong.stream().sorted().toList());
    keptPaid.stream()
        .map(
            name ->
                name.domain().unicode()
                    + ": set to "
                    + name.renewalMode()
                    + ", but the registrar does not reverse the renewal that it had"
                    + " charged automatically; paid until "
                    + PlainTime.of(name.paidUntil()))
        .forEach(lines::add);
    if (wrong.isEmpty()) {
      return finding(
          FindingKind.NAMES,
          "has its renewal mode, but a renewal that nobody ordered stays paid.",
          "have their renewal mode, but renewals that nobody ordered stay paid.",
          lines);
    }
    String what =
        wrong.size() == 1
            ? "1 name has another renewal mode than it should have."
            : wrong.size() + " names have another renewal mode than they should have.";
    return Optional.of(
        finding(FindingKind.NAMES, what + (keptPaid.isEmpty() ? "" : KEPT_TOO), lines));
  }

  private static String ends(ExpiringDomain name) {
    return name.domain().unicode()
        + ": "
        + PlainTime.of(name.expiresAt())
        + (name.renewalMode() == null ? "" : ", " + name.renewalMode());
  }

  private static String paid(ExpiringDomain name) {
    return name.domain().unicode()
        + ": paid until "
        + PlainTime.of(name.paidUntil())
        + ", but registered until "
        + PlainTime.of(name.expiresAt())
        + " only";
  }

  private static Optional<Finding> finding(
      FindingKind kind, String ofOne, String ofSeveral, List<String> lines) {
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            finding(
                kind,
                lines.size() == 1 ? "1 name " + ofOne : lines.size() + " names " + ofSeveral,
                lines));
  }

  private static Finding finding(FindingKind kind, String what, List<String> lines) {
    return new Finding(
        kind,
        what,
        lines.stream().limit(SHOWN_NAMES).toList(),
        lines.size() + " " + Integer.toHexString(lines.hashCode()));
  }
}

package io.domainflow.sandbox.command.renewal;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.NameDates;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks the parameters of RenewDomain, PayDomainRenewal and RestoreDomain. */
@Component("sandboxRenewalCheck")
@ConditionalOnSandbox
public class RenewalCheck {

  /** How long before the expiry a renewal can be paid. */
  public static final Duration EARLIEST = Duration.ofDays(-61);

  private static final int MOST_YEARS = 10;

  private final Zones zones;
  private final Clock clock;

  RenewalCheck(Zones zones, Clock clock) {
    this.zones = zones;
    this.clock = clock;
  }

  /**
   * Refuses an impossible renewal or payment.
   *
   * @return the number of years
   * @throws Refusal with the reason
   */
  int years(ReceivedCommand call, RegisteredName name, Transaction transaction) {
    Profile profile = Profile.of(transaction);
    refuseStanding(name, profile);
    refuseOtherClass(call, name, transaction);
    Code unfit = profile == Profile.A ? Code.INVALID_VALUE : Code.FAILED;
    String period = call.period().orElse("1Y");
    if (!zones.policy(name.domain(), transaction).renewalPeriods().contains(period)) {
      throw new Refusal(unfit, "PERIOD");
    }
    refuseStale(call, name, profile);
    int years = Integer.parseInt(period.substring(0, period.length() - 1));
    Instant most = NameDates.expiry(clock.instant(), MOST_YEARS);
    if (NameDates.expiry(name.paidUntil(), years).isAfter(most)) {
      throw new Refusal(unfit, "PERIOD reaches more than " + MOST_YEARS + " years ahead");
    }
    return years;
  }

  private void refuseStanding(RegisteredName name, Profile profile) {
    Optional<String> against =
        name.onHold()
            ? Optional.of("the name is on hold (" + name.holds().get(0) + ")")
            : Optional.of("the name is not active (" + name.status() + ")")
                .filter(text -> !name.active());
    against
        .or(
            () ->
                Optional.of("the failure date of the name is over")
                    .filter(text -> !clock.instant().isBefore(NameDates.failure(name))))
        .ifPresent(
            text -> {
              throw new Refusal(profile == Profile.A ? Code.STATUS_FORBIDS : Code.FAILED, text);
            });
  }

  /**
   * Refuses a class other than the name's, and a missing class if the name has its own.
   *
   * @throws Refusal 504 or 541
   */
  static void refuseOtherClass(ReceivedCommand call, RegisteredName name, Transaction transaction) {
    Optional<String> given = call.value("CLASS");
    boolean premium = transaction.find(Table.PREMIUM_CLASSES, name.subclass()).isPresent();
    if (premium && given.isEmpty()) {
      throw new Refusal(
          Profile.of(transaction) == Profile.A ? Code.MISSING_ATTRIBUTE : Code.INVALID_VALUE,
          "CLASS=" + name.subclass());
    }
    if (given.filter(other -> !other.equals(name.subclass())).isPresent()) {
      throw new Refusal(Code.INVALID_VALUE, "CLASS");
    }
  }

  private static void refuseStale(ReceivedCommand call, RegisteredName name, Profile profile) {
    // There the period is the year that is paid, which that command checks itself.
    if (Platform.of(call.account()) == Platform.CNR) {
      return;
    }
    int year = name.expiresAt().atOffset(ZoneOffset.UTC).getYear();
    call.value("EXPIRATION")
        .map(Integer::parseInt)
        .ifPresent(given -> refuse(Integer.compare(given, year), "EXPIRATION", profile));
    Instant expires = Instant.ofEpochSecond(name.expiresAt().getEpochSecond());
    call.value("EXPIRATIONDATE")
        .map(text -> RegistrarDate.parse("EXPIRATIONDATE", text))
        .ifPresent(given -> refuse(given.compareTo(expires), "EXPIRATIONDATE", profile));
  }

  private static void refuse(int difference, String parameter, Profile profile) {
    if (difference < 0 && profile == Profile.A) {
      throw new Refusal(Code.ALREADY_RENEWED);
    }
    if (difference != 0) {
      throw new Refusal(Code.INVALID_VALUE, parameter);
    }
  }
}

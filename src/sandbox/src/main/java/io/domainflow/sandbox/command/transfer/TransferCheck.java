package io.domainflow.sandbox.command.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.registry.Availability;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.NameSetup;
import io.domainflow.sandbox.stored.name.PremiumClass;
import io.domainflow.sandbox.stored.name.RegisteredName;
import io.domainflow.sandbox.stored.name.Transfer;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks a requested transfer. */
@Component("sandboxTransferCheck")
@ConditionalOnSandbox
class TransferCheck {

  private final Zones zones;
  private final Clock clock;

  TransferCheck(Zones zones, Clock clock) {
    this.zones = zones;
    this.clock = clock;
  }

  /**
   * The result of the check.
   *
   * @param internal whether another account of the registrar has it
   * @param authRight whether the given code, if any, is that of the name
   * @param authKnown whether that is known before the request
   * @param transfer the open transfer, if there is one
   * @param premium class and price, if the name has its own class
   * @param prohibited why the registry does not release the name, as far as known
   */
  record Result(
      RegisteredName name,
      Zones.Policy policy,
      boolean internal,
      boolean authGiven,
      boolean authRight,
      boolean authKnown,
      Optional<Transfer> transfer,
      Optional<Availability.Premium> premium,
      Optional<String> prohibited) {

    /** Whether the code is checked only at the end of the transfer's time. */
    boolean codeAtEnd() {
      return TransferCheck.codeAtEnd(name, internal);
    }

    /** 1, 0 or UNKNOWN, in profile B YES or NO. */
    String authIsValid(Profile profile) {
      if (!authGiven || !authKnown) {
        return "UNKNOWN";
      }
      return profile == Profile.A ? (authRight ? "1" : "0") : (authRight ? "YES" : "NO");
    }
  }

  /**
   * Checks the transfer of a call.
   *
   * @throws Refusal if there is no such name elsewhere
   */
  Result of(ReceivedCommand call, Transaction transaction) {
    Zones.Policy policy = zones.policy(call.domain(), transaction);
    RegisteredName name =
        transaction
            .find(Table.NAMES, call.domain())
            .orElseThrow(
                () ->
                    new Refusal(
                        Profile.of(transaction) == Profile.A ? Code.NOT_FOUND : Code.FAILED));
    if (call.account().equals(name.account())) {
      throw new Refusal(Code.NOT_UNIQUE, "DOMAIN is already assigned to your account");
    }
    Optional<NameSetup> setup = transaction.find(Table.SETUPS, call.domain());
    Optional<String> auth = call.value("AUTH");
    boolean right = auth.filter(name.authAt(clock.instant())::equals).isPresent();
    boolean internal = Platform.same(name.account(), call.account());
    boolean known =
        setup.map(s -> s.authCheck().equals("VALID")).orElse(true) && !codeAtEnd(name, internal);
    return new Result(
        name,
        policy,
        internal,
        auth.isPresent(),
        right,
        known,
        Transfers.running(call.domain(), transaction),
        setup.filter(NameSetup::premium).map(s -> Availability.premium(s, policy.zone())),
        Prohibitions.against(name, right || auth.isEmpty() || !known, internal, clock.instant()));
  }

  /** The price of a transfer that adds a number of years. */
  static BigDecimal price(Result finding, int years, Transaction transaction) {
    BigDecimal annual =
        finding
            .premium()
            .map(
                premium ->
                    transaction
                        .find(Table.PREMIUM_CLASSES, premium.priceClass())
                        .map(PremiumClass::renewalPrice)
                        .orElse(premium.price()))
            .orElse(finding.policy().zone().annual());
    return annual.multiply(BigDecimal.valueOf(years));
  }

  /** The roles whose contacts the registry takes from a transfer; none for a user transfer. */
  static boolean takes(Result finding, String slot) {
    return !finding.internal() && finding.policy().takenOver().stream().anyMatch(slot::startsWith);
  }

  private static boolean codeAtEnd(RegisteredName name, boolean internal) {
    return internal && Platform.of(name.accountOrThrow()) == Platform.CNR;
  }

  /** The periods a transfer may add. */
  static List<String> periods(Result finding) {
    return finding.codeAtEnd() || (finding.internal() && !finding.policy().generic())
        ? List.of("0Y")
        : finding.policy().transferPeriods();
  }
}

package io.domainflow.sandbox.cnr.renewal;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrDate;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.IspapiCommands;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.cnr.PremiumFee;
import io.domainflow.sandbox.cnr.ZoneFacts;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.command.renewal.Renewals;
import io.domainflow.sandbox.command.transfer.TradeCheck;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.PremiumClass;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrRenewDomain implements CnrHandler, Handler.Changing {

  private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

  private final IspapiCommands other;
  private final Renewals renewals;
  private final Zones zones;
  private final Clock clock;

  CnrRenewDomain(IspapiCommands other, Renewals renewals, Zones zones, Clock clock) {
    this.other = other;
    this.renewals = renewals;
    this.zones = zones;
    this.clock = clock;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DOMAIN").optional("PERIOD", "EXPIRATION", "TOKEN", "X-*");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    boolean profileA = Profile.of(transaction) == Profile.A;
    RegisteredName name = IspapiCommands.plainly(() -> TradeCheck.name(call, transaction));
    if (!ZoneFacts.renewsByCommand(zones.policy(name.domain(), transaction))) {
      throw new Refusal(profileA ? Code.FAILED : Code.INVALID_VALUE);
    }
    Map<String, String> parameters = new LinkedHashMap<>(Map.of("DOMAIN", name.domain()));
    int more = yearsMore(call, name, profileA);
    call.value("PERIOD").ifPresent(period -> parameters.put("PERIOD", period));
    call.value("EXPIRATION").ifPresent(year -> parameters.put("EXPIRATION", year));
    if (more > 0) {
      parameters.put("PERIOD", String.valueOf(years(call) + more));
    }
    priceClass(call, name, transaction).ifPresent(known -> parameters.put("CLASS", known));
    renewals.resume(name, clock.instant(), transaction);
    other.carryOut(command(), call, parameters, transaction);
    RegisteredName renewed = transaction.find(Table.NAMES, name.domain()).orElseThrow();
    return Answer.of(Code.COMPLETED)
        .with("job id", Long.toString(600_000_000 + transaction.next("job")))
        .with("registration expiration date", CnrDate.of(renewed.expiresAt()));
  }

  private static int yearsMore(ReceivedCommand call, RegisteredName name, boolean profileA) {
    Optional<String> given = call.value("EXPIRATION");
    if (given.isEmpty() && profileA) {
      throw new Refusal(Code.MISSING_ATTRIBUTE, "EXPIRATION");
    }
    if (given.filter(year -> !YEAR.matcher(year).matches()).isPresent()) {
      throw new Refusal(Code.INVALID_SYNTAX, "EXPIRATION");
    }
    if (given.isEmpty() || given.get().equals(year(name.paidUntil()))) {
      return 0;
    }
    if (profileA && given.get().equals(year(name.expiresAt()))) {
      return 1;
    }
    boolean isOfRegistry = given.get().equals(year(name.expiresAt()));
    throw new Refusal(profileA || isOfRegistry ? Code.INVALID_VALUE : Code.FAILED);
  }

  private static String year(Instant date) {
    return String.valueOf(date.atOffset(ZoneOffset.UTC).getYear());
  }

  private static int years(ReceivedCommand call) {
    String period = call.period().orElse("1Y");
    return Integer.parseInt(period.substring(0, period.length() - 1));
  }

  private static Optional<String> priceClass(
      ReceivedCommand call, RegisteredName name, Transaction transaction) {
    Optional<PremiumClass> premium = transaction.find(Table.PREMIUM_CLASSES, name.subclass());
    if (premium.isEmpty()) {
      return Optional.empty();
    }
    PremiumFee.refuseOther(call, premium.get().renewalPrice(), Code.MISSING_ATTRIBUTE);
    return Optional.of(name.subclass());
  }
}

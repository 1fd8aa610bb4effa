package io.domainflow.cnr.command;

import io.domainflow.registrar.command.RenewDomain;
import io.domainflow.wire.Wire;
import io.domainflow.wire.probe.RenewalMove;
import io.domainflow.wire.protocol.WireResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@link RenewDomain} as {@code RenewDomain} or, where the registry does not renew on command, as
 * {@code SetDomainRenewalMode} with {@code RENEWONCE}. Sent is the year, in UTC, up to which the
 * name is paid: a name that has been renewed since is refused. The year of the registry would renew
 * by two years once the registry has counted it up.
 *
 * <p>With {@code RENEWONCE} nothing is charged before the renewal date, and after it the mode falls
 * back to the default. It renews by one year, and does no more when it is sent twice.
 */
final class RenewDomainWire implements Wire<RenewDomain, RenewDomain.Result> {

  @Override
  public Class<RenewDomain> command() {
    return RenewDomain.class;
  }

  @Override
  public String name(RenewDomain command) {
    return command.onCommand() ? "RenewDomain" : "SetDomainRenewalMode";
  }

  @Override
  public Map<String, String> parameters(RenewDomain command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", Spelling.of(command.domain()));
    if (command.onCommand()) {
      parameters.put("PERIOD", String.valueOf(command.period().years()));
      parameters.put(
          "EXPIRATION", String.valueOf(paidUntil(command).atOffset(ZoneOffset.UTC).getYear()));
      return parameters;
    }
    if (command.period().years() != 1) {
      throw new IllegalArgumentException("Its renewal mode renews a name for one year.");
    }
    parameters.put("RENEWALMODE", ModeText.RENEW_ONCE);
    return parameters;
  }

  // What is paid ahead, or ordered to be, is no part of the period that is to be prolonged.
  private static Instant paidUntil(RenewDomain command) {
    Instant end = command.expiresBefore();
    return command.paidUntilBefore().isAfter(end.plus(RenewalMove.TOLERANCE))
        ? end
        : command.paidUntilBefore();
  }

  @Override
  public RenewDomain.Result result(RenewDomain command, WireResponse response) {
    return new RenewDomain.Result(response.instant("REGISTRATIONEXPIRATIONDATE").orElse(null));
  }
}

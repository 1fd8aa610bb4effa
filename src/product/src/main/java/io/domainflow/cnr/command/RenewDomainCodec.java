package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.probe.RenewalMove;
import io.domainflow.registrar.command.RenewDomain;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@link RenewDomain} as {@code RenewDomain} or, where the registry does not accept renewal
 * commands, as {@code SetDomainRenewalMode} with {@code RENEWONCE}. It sends the year, in UTC,
 * until which the name is paid: a name that has been renewed since is refused. The registry's year
 * would renew by two years once the registry has moved it.
 *
 * <p>With {@code RENEWONCE} nothing is charged before the renewal date, and after it the mode falls
 * back to the default. It renews by one year, even if it is sent twice.
 */
final class RenewDomainCodec implements Codec<RenewDomain, RenewDomain.Result> {

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

  // A period that is already paid or ordered is not part of the period to be extended.
  private static Instant paidUntil(RenewDomain command) {
    Instant end = command.expiresBefore();
    return command.paidUntilBefore().isAfter(end.plus(RenewalMove.TOLERANCE))
        ? end
        : command.paidUntilBefore();
  }

  @Override
  public RenewDomain.Result result(RenewDomain command, RegistrarResponse response) {
    return new RenewDomain.Result(response.instant("REGISTRATIONEXPIRATIONDATE").orElse(null));
  }
}

package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.registrar.command.RenewDomain;
import io.domainflow.registrar.command.RenewDomain.Result;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@link RenewDomain} as {@code RenewDomain} or, where the registry does not accept renewal
 * commands, as {@code PayDomainRenewal}. The year of the renewal's expiry is sent, in UTC.
 *
 * <p>That {@code RenewDomain} is charged at once and never refunded is known from the registrar's
 * wiki on renewals. If the registry has no explicit renewal, it is refused with {@link
 * ResultCode#NOT_SUPPORTED_FOR_CLASS}. Its page lists {@code EXPIRATION} without saying what
 * happens with an outdated one; the code {@link ResultCode#ALREADY_RENEWED} suggests a refusal.
 *
 * <p>The page of {@code PayDomainRenewal} says that it moves the date until which the name is paid,
 * and that the registrar renews a paid name when its period ends. The date in the answer, which the
 * page calls the expiry, is interpreted as the date until which the name is paid.
 */
final class RenewDomainCodec implements Codec<RenewDomain, RenewDomain.Result> {

  @Override
  public String name(RenewDomain command) {
    return command.onCommand() ? "RenewDomain" : "PayDomainRenewal";
  }

  @Override
  public Map<String, String> parameters(RenewDomain command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", command.domain().ascii());
    parameters.put("PERIOD", command.period().toString());
    parameters.put(
        "EXPIRATION", String.valueOf(command.expiresBefore().atOffset(ZoneOffset.UTC).getYear()));
    if (command.priceClass() != null) {
      parameters.put("CLASS", command.priceClass());
    }
    return parameters;
  }

  @Override
  public Result result(RenewDomain command, RegistrarResponse response) {
    Optional<Instant> until = response.instant("EXPIRATIONDATE");
    return new Result(
        (command.onCommand()
                ? until.or(() -> response.instant("REGISTRATIONEXPIRATIONDATE"))
                : until)
            .orElse(null));
  }
}

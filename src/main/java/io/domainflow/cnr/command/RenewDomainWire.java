package io.domainflow.cnr.command;

import io.domainflow.registrar.command.RenewDomain;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@link RenewDomain} as {@code RenewDomain} or, where the registry does not renew on command, as
 * {@code SetDomainRenewalMode} with {@code RENEWONCE}. Of the expiry that the renewal is for, its
 * year is sent, in UTC: a name that has been renewed since is refused.
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
    parameters.put("DOMAIN", command.domain().unicode());
    if (command.onCommand()) {
      parameters.put("PERIOD", String.valueOf(command.period().years()));
      parameters.put(
          "EXPIRATION", String.valueOf(command.expiresBefore().atOffset(ZoneOffset.UTC).getYear()));
      return parameters;
    }
    if (command.period().years() != 1) {
      throw new IllegalArgumentException("By its mode a name is renewed for one year.");
    }
    parameters.put("RENEWALMODE", ModeText.RENEW_ONCE);
    return parameters;
  }

  @Override
  public RenewDomain.Result result(RenewDomain command, WireResponse response) {
    return new RenewDomain.Result(response.instant("REGISTRATIONEXPIRATIONDATE").orElse(null));
  }
}

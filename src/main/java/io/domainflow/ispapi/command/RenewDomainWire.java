package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.ispapi.protocol.ResultCode;
import io.domainflow.registrar.command.RenewDomain;
import io.domainflow.registrar.command.RenewDomain.Result;
import java.util.Map;

/**
 * {@link RenewDomain} as {@code RenewDomain}. That it is charged at once and never given back is
 * known from the registrar's wiki on renewals. Where the registry knows no explicit renewal, it is
 * refused with {@link ResultCode#NOT_SUPPORTED_FOR_CLASS}.
 *
 * <p>Its page lists {@code EXPIRATION} without saying what becomes of a stale one; the code {@link
 * ResultCode#ALREADY_RENEWED} tells.
 */
final class RenewDomainWire implements Wire<RenewDomain, RenewDomain.Result> {

  @Override
  public Class<RenewDomain> command() {
    return RenewDomain.class;
  }

  @Override
  public String name() {
    return "RenewDomain";
  }

  @Override
  public Map<String, String> parameters(RenewDomain command) {
    return RenewalParameters.of(
        command.domain(), command.period(), command.expiresBefore(), command.priceClass());
  }

  @Override
  public Result result(RenewDomain command, IspapiResponse response) {
    return new Result(
        response
            .instant("EXPIRATIONDATE")
            .or(() -> response.instant("REGISTRATIONEXPIRATIONDATE"))
            .orElse(null));
  }
}

package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@link RenewalTerms} as {@code StatusDomain}. {@code X-FEE-COMMAND} is what the registrar's
 * modules send to read the price of a renewal.
 */
final class RenewalTermsCodec implements Codec<RenewalTerms, RenewalTerms.Result> {

  @Override
  public String name(RenewalTerms command) {
    return "StatusDomain";
  }

  @Override
  public Map<String, String> parameters(RenewalTerms command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", Spelling.of(command.domain()));
    parameters.put("X-FEE-COMMAND", "renew");
    return parameters;
  }

  @Override
  public RenewalTerms.Result result(RenewalTerms command, RegistrarResponse response) {
    return new RenewalTerms.Result(
        response.first("RENEWALMODE").orElse(""),
        response.first("ZONE").orElse(null),
        FeeClass.own(response, 0).isPresent(),
        Columns.money(response, 0, RegistrarTexts.FEE_AMOUNT, RegistrarTexts.FEE_CURRENCY),
        response.instant("RENEWALDATE").orElse(null));
  }
}

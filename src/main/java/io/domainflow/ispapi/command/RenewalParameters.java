package io.domainflow.ispapi.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the two commands that buy a further period have in common. Of the expiry that the renewal is
 * for, its year is sent, in UTC.
 */
final class RenewalParameters {

  private RenewalParameters() {}

  static Map<String, String> of(
      DomainName domain, Period period, Instant expiresBefore, String priceClass) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", domain.ascii());
    parameters.put("PERIOD", period.toString());
    parameters.put("EXPIRATION", String.valueOf(expiresBefore.atOffset(ZoneOffset.UTC).getYear()));
    if (priceClass != null) {
      parameters.put("CLASS", priceClass);
    }
    return parameters;
  }
}

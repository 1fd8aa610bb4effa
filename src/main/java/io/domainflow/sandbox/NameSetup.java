package io.domainflow.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;

/** A name as it was set up by {@code POST /sandbox/registry}. */
record NameSetup(
    String domain,
    @JsonProperty("class") String priceClass,
    BigDecimal price,
    String currency,
    boolean claims,
    String authCheck,
    RegistryInput.Zone zone,
    List<RegistryInput.Next> next)
    implements Stored {
  @Override
  public String key() {
    return domain;
  }

  boolean premium() {
    return priceClass != null || price != null;
  }

  NameSetup withNext(List<RegistryInput.Next> remaining) {
    return new NameSetup(domain, priceClass, price, currency, claims, authCheck, zone, remaining);
  }
}

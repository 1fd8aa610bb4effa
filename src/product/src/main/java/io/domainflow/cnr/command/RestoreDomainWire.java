package io.domainflow.cnr.command;

import io.domainflow.registrar.command.RestoreDomain;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import java.util.Map;

/**
 * {@link RestoreDomain} as {@code RestoreDomain}, which accepts only the name: no price class is
 * sent, and the renewal mode becomes {@code RENEWONCE}, see {@link ComposedReadDomain}. That
 * success means under way is inferred.
 */
final class RestoreDomainWire implements Wire<RestoreDomain, RestoreDomain.Result> {

  @Override
  public String name(RestoreDomain command) {
    return "RestoreDomain";
  }

  @Override
  public Map<String, String> parameters(RestoreDomain command) {
    return Map.of("DOMAIN", Spelling.of(command.domain()));
  }

  @Override
  public RestoreDomain.Result result(RestoreDomain command, WireResponse response) {
    return new RestoreDomain.Result();
  }
}

package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.RestoreDomain;
import java.util.Map;

/**
 * {@link RestoreDomain} as {@code RestoreDomain}, which accepts only the name: no price class is
 * sent, and the renewal mode becomes {@code RENEWONCE}, see {@link ComposedReadDomain}. That
 * success means under way is inferred.
 */
final class RestoreDomainCodec implements Codec<RestoreDomain, RestoreDomain.Result> {

  @Override
  public String name(RestoreDomain command) {
    return "RestoreDomain";
  }

  @Override
  public Map<String, String> parameters(RestoreDomain command) {
    return Map.of("DOMAIN", Spelling.of(command.domain()));
  }

  @Override
  public RestoreDomain.Result result(RestoreDomain command, RegistrarResponse response) {
    return new RestoreDomain.Result();
  }
}

package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.ReadRegistryRules;
import java.util.Map;

/**
 * {@link ReadRegistryRules} as {@code GetZoneInfo}, which states neither how long a losing
 * registrar has to object, nor how early a renewal can be ordered.
 */
final class ReadRegistryRulesCodec implements Codec<ReadRegistryRules, ReadRegistryRules.Result> {

  @Override
  public String name(ReadRegistryRules command) {
    return "GetZoneInfo";
  }

  @Override
  public Map<String, String> parameters(ReadRegistryRules command) {
    return ZoneTerms.parameters(command.domain());
  }

  @Override
  public ReadRegistryRules.Result result(ReadRegistryRules command, RegistrarResponse response) {
    ZoneTerms zone = new ZoneTerms(response);
    return new ReadRegistryRules.Result(
        null, zone.renewsOnCommand(), zone.renewalPeriods(), null, zone.restorable());
  }
}

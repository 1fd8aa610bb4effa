package io.domainflow.cnr.command;

import io.domainflow.registrar.command.ReadRegistryRules;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import java.util.Map;

/**
 * {@link ReadRegistryRules} as {@code GetZoneInfo}, which states neither how long a losing
 * registrar has to object, nor how early a renewal can be ordered.
 */
final class ReadRegistryRulesWire implements Wire<ReadRegistryRules, ReadRegistryRules.Result> {

  @Override
  public String name(ReadRegistryRules command) {
    return "GetZoneInfo";
  }

  @Override
  public Map<String, String> parameters(ReadRegistryRules command) {
    return ZoneTerms.parameters(command.domain());
  }

  @Override
  public ReadRegistryRules.Result result(ReadRegistryRules command, WireResponse response) {
    ZoneTerms zone = new ZoneTerms(response);
    return new ReadRegistryRules.Result(
        null, zone.renewsOnCommand(), zone.renewalPeriods(), null, zone.restorable());
  }
}

package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.ContactRole;
import io.domainflow.registrar.command.ReadZoneRules;
import java.util.EnumSet;
import java.util.Map;

/**
 * {@link ReadZoneRules} as {@code GetZoneInfo}. That there is no opt-out from the lock after a
 * change of registrant follows from the lack of a parameter for it. The roles in which names have
 * contacts are stated only for transfers.
 */
final class ReadZoneRulesCodec implements Codec<ReadZoneRules, ReadZoneRules.Result> {

  @Override
  public String name(ReadZoneRules command) {
    return "GetZoneInfo";
  }

  @Override
  public Map<String, String> parameters(ReadZoneRules command) {
    return ZoneTerms.parameters(command.domain());
  }

  @Override
  public ReadZoneRules.Result result(ReadZoneRules command, RegistrarResponse response) {
    ZoneTerms zone = new ZoneTerms(response);
    return new ReadZoneRules.Result(
        zone.transferPeriods(),
        zone.confirmsTransferByMail(),
        zone.registrantChangeBy(),
        false,
        EnumSet.allOf(ContactRole.class));
  }
}

package io.domainflow.cnr.command;

import io.domainflow.registrar.command.ReadDefaultRenewalMode;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import java.util.Map;
import java.util.Optional;

/**
 * {@link ReadDefaultRenewalMode} as {@code StatusRegistrar}, whose {@code RENEWALMODE} applies to
 * what has none of its own. The rest of its answer, much of it personal, is dropped.
 */
final class ReadDefaultRenewalModeWire
    implements Wire<ReadDefaultRenewalMode, ReadDefaultRenewalMode.Result> {

  @Override
  public Class<ReadDefaultRenewalMode> command() {
    return ReadDefaultRenewalMode.class;
  }

  @Override
  public String name(ReadDefaultRenewalMode command) {
    return "StatusRegistrar";
  }

  @Override
  public Map<String, String> parameters(ReadDefaultRenewalMode command) {
    return Map.of();
  }

  @Override
  public ReadDefaultRenewalMode.Result result(
      ReadDefaultRenewalMode command, WireResponse response) {
    Optional<String> stated = response.first("RENEWALMODE");
    return new ReadDefaultRenewalMode.Result(stated, ModeText.read(stated.orElse("DEFAULT")));
  }
}

package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.command.ReadDefaultRenewalMode;
import java.util.Map;
import java.util.Optional;

/**
 * {@link AccountMode} as {@code StatusRegistrar}. An account without a stated mode has the
 * registrar's own default, which renews. The rest of the answer, much of it personal, is dropped.
 */
final class AccountModeCodec implements Codec<AccountMode, ReadDefaultRenewalMode.Result> {

  @Override
  public String name(AccountMode command) {
    return "StatusRegistrar";
  }

  @Override
  public Map<String, String> parameters(AccountMode command) {
    return Map.of("REGISTRAR", command.registrar());
  }

  @Override
  public ReadDefaultRenewalMode.Result result(AccountMode command, RegistrarResponse response) {
    Optional<String> stated = response.first("RENEWALMODE");
    return new ReadDefaultRenewalMode.Result(
        stated,
        stated.isEmpty()
            ? Optional.of(RenewalMode.AUTORENEW)
            : ModeText.read(stated.get(), Optional.empty()));
  }
}

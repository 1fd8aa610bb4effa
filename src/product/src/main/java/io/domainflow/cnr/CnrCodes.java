package io.domainflow.cnr;

import io.domainflow.cnr.command.RegistrarTexts;
import io.domainflow.lineprotocol.PlatformCodes;
import io.domainflow.registrar.ChangeHint;
import io.domainflow.registrar.TransferHint;
import io.domainflow.registrar.command.RegistrationPart;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/**
 * Interprets the descriptions of CentralNic Reseller that differ from those of HEXONET's ISPAPI.
 */
@Component
@Fallback
public final class CnrCodes extends PlatformCodes {

  /** The events that the registrar's knowledge base describes. */
  private static final Set<String> DOCUMENTED_EVENTS =
      Set.of("DOMAIN_TRANSFER", "DOMAIN_RENEWAL", "DOMAIN_MODIFICATION");

  @Override
  public Set<RegistrationPart> partsNamedIn(String words) {
    return RegistrarTexts.parts(words);
  }

  @Override
  public Set<String> additionalFieldsNamedIn(String words) {
    return RegistrarTexts.additionalFields(words);
  }

  @Override
  public Set<TransferHint> transferHints(String words) {
    return RegistrarTexts.ofTransfer(words);
  }

  /** Always empty, because changes of registrant are not offered. */
  @Override
  public Set<ChangeHint> changeHints(String words) {
    return Set.of();
  }

  @Override
  public Set<String> documentedEvents() {
    return DOCUMENTED_EVENTS;
  }

  /** Always empty, because no such text is known. */
  @Override
  public Optional<Instant> lockedUntil(String words) {
    return Optional.empty();
  }
}

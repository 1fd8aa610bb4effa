package io.domainflow.ispapi;

import io.domainflow.ispapi.command.RegistrarTextHints;
import io.domainflow.ispapi.command.RegistrationWords;
import io.domainflow.ispapi.command.TransferLockWords;
import io.domainflow.lineprotocol.PlatformCodes;
import io.domainflow.registrar.ChangeHint;
import io.domainflow.registrar.TransferHint;
import io.domainflow.registrar.command.RegistrationPart;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** Interprets ISPAPI's result codes and descriptions. */
@Component
@Fallback
public final class IspapiCodes extends PlatformCodes {

  /** The only one on the page of QueryEventList. */
  private static final Set<String> DOCUMENTED_EVENTS = Set.of("DOMAIN_TRANSFER");

  @Override
  public Set<RegistrationPart> partsNamedIn(String words) {
    return RegistrationWords.parts(words);
  }

  @Override
  public Set<String> additionalFieldsNamedIn(String words) {
    return RegistrationWords.additionalFields(words);
  }

  @Override
  public Set<TransferHint> transferHints(String words) {
    return RegistrarTextHints.ofTransfer(words);
  }

  @Override
  public Set<ChangeHint> changeHints(String words) {
    return RegistrarTextHints.ofChange(words);
  }

  @Override
  public Set<String> documentedEvents() {
    return DOCUMENTED_EVENTS;
  }

  @Override
  public Optional<Instant> lockedUntil(String words) {
    return TransferLockWords.lockedUntil(words);
  }
}

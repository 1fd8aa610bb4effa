package io.domainflow.registrar;

import io.domainflow.ispapi.command.AddDomain;
import io.domainflow.ispapi.command.StatusDomain;
import io.domainflow.ispapi.protocol.ResultCode;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Was this name registered by us? StatusDomain shows a name only to the account that has it, and
 * its creation date tells a registration of ours from one the account had before.
 */
@Component
class AddDomainProbe implements Probe<AddDomain, AddDomain.Result> {

  // The registrar's clock and ours may differ.
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  @Override
  public Class<AddDomain> command() {
    return AddDomain.class;
  }

  @Override
  public Finding<AddDomain.Result> look(AddDomain command, Intent intent, Reader registrar) {
    StatusDomain.Result domain;
    try {
      domain = registrar.ask(new StatusDomain(command.domain()));
    } catch (RegistrarFailure.Refused e) {
      return e.isOneOf(ResultCode.NOT_FOUND, ResultCode.AUTHORIZATION_FAILED)
          ? new Finding.NoTrace<>()
          : new Finding.Inconclusive<>(e.getMessage(), false);
    }
    if (domain.createdAt() == null && !domain.pendingCreate()) {
      return new Finding.Inconclusive<>("the registrar shows no creation date", false);
    }
    boolean ours =
        domain.createdAt() == null
            || !domain.createdAt().isBefore(intent.intendedAt().minus(CLOCK_SKEW));
    return ours
        ? new Finding.Executed<>(
            new AddDomain.Result(domain.status(), domain.pendingCreate(), domain.expiresAt()))
        : new Finding.NoTrace<>();
  }
}

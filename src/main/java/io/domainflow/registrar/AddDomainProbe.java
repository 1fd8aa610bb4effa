package io.domainflow.registrar;

import io.domainflow.ispapi.command.AddDomain;
import io.domainflow.ispapi.command.StatusDomain;
import io.domainflow.ispapi.protocol.ResultCode;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Was this name registered by this order? It was free when the order checked it, and StatusDomain
 * shows it only to the account that has it now. So it is ours, unless another order of ours has
 * registered it meanwhile, or the account has had it for long.
 */
@Component
class AddDomainProbe implements Probe<AddDomain, AddDomain.Result> {

  // Tells a name the account has had for long. Wide, because the registrar's clock is not ours.
  private static final Duration CLOCK_SKEW = Duration.ofDays(1);

  private final CommandJournal journal;

  AddDomainProbe(CommandJournal journal) {
    this.journal = journal;
  }

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
    Instant since = intent.intendedAt().minus(CLOCK_SKEW);
    if (domain.createdAt() != null && domain.createdAt().isBefore(since)) {
      return new Finding.NoTrace<>();
    }
    return switch (journal.claimOfOthers(intent, command.object(), since)) {
      case EXECUTED -> new Finding.NoTrace<>();
      case OPEN -> new Finding.Inconclusive<>("another order is registering the same name", false);
      case NONE ->
          new Finding.Executed<>(
              new AddDomain.Result(domain.status(), domain.pendingCreate(), domain.expiresAt()));
    };
  }
}

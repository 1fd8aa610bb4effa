package io.domainflow.registrar;

import io.domainflow.ispapi.command.StatusDomain;
import io.domainflow.ispapi.protocol.ResultCode;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.Probe.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Was this name registered by this order? It was free when the order checked it, and StatusDomain
 * shows it only to the account that has it now. So it is ours, unless another order of ours has
 * registered it meanwhile, or the account has had it for long.
 */
@Component
class NameProbe {

  // Tells a name the account has had for long. Wide, because the registrar's clock is not ours.
  private static final Duration CLOCK_SKEW = Duration.ofDays(1);

  // A name comes to the account by either of them.
  private static final Set<String> REGISTERING = Set.of("AddDomain", "AddDomainApplication");

  private final CommandJournal journal;

  NameProbe(CommandJournal journal) {
    this.journal = journal;
  }

  /** What was made at the registrar since then may be of this attempt. */
  static Instant since(Intent intent) {
    return intent.intendedAt().minus(CLOCK_SKEW);
  }

  /** Whether another order of ours has registered the name lately. */
  boolean isOfAnother(DomainName name, Intent intent) {
    return claimOfOthers(name, intent) == CommandJournal.Claim.EXECUTED;
  }

  /**
   * Looks.
   *
   * @param result makes the result of the command from the state of the name
   */
  <R> Finding<R> look(
      DomainName name,
      Intent intent,
      Probe.Reader registrar,
      Function<StatusDomain.Result, R> result) {
    StatusDomain.Result domain;
    try {
      domain = registrar.ask(new StatusDomain(name));
    } catch (RegistrarFailure.Refused e) {
      return e.isOneOf(ResultCode.NOT_FOUND, ResultCode.AUTHORIZATION_FAILED)
          ? new Finding.NoTrace<>()
          : new Finding.Inconclusive<>(e.reason());
    }
    if (domain.createdAt() != null && domain.createdAt().isBefore(since(intent))) {
      return new Finding.NoTrace<>();
    }
    return switch (claimOfOthers(name, intent)) {
      case EXECUTED -> new Finding.NoTrace<>();
      case OPEN -> new Finding.Inconclusive<>("another order is registering the same name");
      case NONE -> new Finding.Executed<>(result.apply(domain));
    };
  }

  private CommandJournal.Claim claimOfOthers(DomainName name, Intent intent) {
    return journal.claimOfOthers(intent, REGISTERING, name.ascii(), since(intent));
  }
}

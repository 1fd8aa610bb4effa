package io.domainflow.ispapi.probe;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.Finding;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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

  private static final Set<String> REGISTERING = Set.of("AddDomain", "AddDomainApplication");

  private final CommandJournal journal;

  NameProbe(CommandJournal journal) {
    this.journal = journal;
  }

  /** Objects created at the registrar since then may come from this attempt. */
  static Instant since(Intent intent) {
    return intent.intendedAt().minus(CLOCK_SKEW);
  }

  /** Whether another order of ours has registered the name recently. */
  boolean isOfAnother(DomainName name, Intent intent) {
    return claimOfOthers(name, intent) == CommandJournal.Claim.EXECUTED;
  }

  /**
   * Looks.
   *
   * @param result makes the result of the command from the state of the name
   */
  <R> Finding<R> look(
      DomainName name, Intent intent, Reader registrar, Function<ReadDomain.Result, R> result) {
    Optional<ReadDomain.Result> domain;
    try {
      domain = registrar.domain(name);
    } catch (RegistrarFailure.Refused e) {
      return new Finding.Inconclusive<>(e.reason());
    }
    if (domain.isEmpty() || isBefore(domain.get().createdAt(), intent)) {
      return new Finding.NoTrace<>();
    }
    return switch (claimOfOthers(name, intent)) {
      case EXECUTED -> new Finding.NoTrace<>();
      case OPEN -> new Finding.Inconclusive<>("another order is registering the same name");
      case NONE -> new Finding.Executed<>(result.apply(domain.get()));
    };
  }

  private static boolean isBefore(@Nullable Instant createdAt, Intent intent) {
    return createdAt != null && createdAt.isBefore(since(intent));
  }

  private CommandJournal.Claim claimOfOthers(DomainName name, Intent intent) {
    return journal.claimOfOthers(intent, REGISTERING, name.ascii(), since(intent));
  }
}

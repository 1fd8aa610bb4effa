package io.domainflow.lineprotocol.probe;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks whether this order has registered a name. The name was free when the order checked it, and
 * the registrar shows it only to its account. So it is ours, unless another of our orders has
 * registered it meanwhile, or the account has had it for a long time.
 */
@Component
public class NameProbe {

  private static final Set<String> REGISTERING = Set.of("AddDomain", "AddDomainApplication");

  private final CommandJournal journal;

  NameProbe(CommandJournal journal) {
    this.journal = journal;
  }

  /** Whether another of our orders has registered the name recently. */
  public boolean isOfAnother(DomainName name, Intent intent) {
    return claimOfOthers(name, intent) == CommandJournal.Claim.EXECUTED;
  }

  /**
   * Checks the name.
   *
   * @param ours creates the result if this order has registered it
   */
  public <R> ProbeResult<R> probe(
      DomainName name,
      Intent intent,
      Reader registrar,
      Function<ReadDomain.Result, ProbeResult<R>> ours) {
    Optional<ReadDomain.Result> domain;
    try {
      domain = registrar.domain(name);
    } catch (RegistrarFailure.Refused e) {
      return new ProbeResult.Inconclusive<>(e.reason());
    }
    if (domain.isEmpty() || isBefore(domain.get().createdAt(), intent)) {
      return new ProbeResult.NoTrace<>();
    }
    return switch (claimOfOthers(name, intent)) {
      case EXECUTED -> new ProbeResult.NoTrace<>();
      case OPEN -> new ProbeResult.Inconclusive<>("another order is registering the same name");
      case NONE -> ours.apply(domain.get());
    };
  }

  private static boolean isBefore(@Nullable Instant createdAt, Intent intent) {
    return createdAt != null && createdAt.isBefore(AttemptTime.dayBefore(intent));
  }

  private CommandJournal.Claim claimOfOthers(DomainName name, Intent intent) {
    return journal.claimOfOthers(intent, REGISTERING, name.ascii(), AttemptTime.dayBefore(intent));
  }
}

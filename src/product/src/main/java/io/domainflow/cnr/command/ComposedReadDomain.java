package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.command.DomainState;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@link ReadDomain} as {@code StatusDomain}, and {@code StatusRegistrar} if the mode of the name
 * depends on the account.
 *
 * <ul>
 *   <li>A deleted name may be shown while it can be restored: it is treated as not found; {@code
 *       ReadDeletedDomain} reads it. A name that is being deleted or restored is still returned.
 *   <li>A name whose period is over is shown as {@code pendingDelete} while the registrar suspends
 *       it before it deletes it: if it is not in the list of deleted names, it has expired and can
 *       still be renewed.
 *   <li>A restore also orders a renewal ({@code RENEWONCE}), which is carried out within minutes
 *       after the renewal date, and must not be disturbed: until then the name counts as being
 *       restored. Any other renewal ordered in this way takes equally long.
 * </ul>
 */
final class ComposedReadDomain implements Composed<ReadDomain, ReadDomain.Result> {

  @Override
  public String name(ReadDomain command) {
    return "StatusDomain";
  }

  @Override
  public int points(ReadDomain command) {
    return 2 + DefaultMode.POINTS;
  }

  @Override
  public Optional<DomainName> about(ReadDomain command) {
    return Optional.of(command.domain());
  }

  @Override
  public ReadDomain.Result ask(ReadDomain command, Calls calls) {
    CnrDomainStatus.Result stated = calls.ask(new CnrDomainStatus(command.domain()));
    DomainState state = stated.rest().state();
    if (state.status() == DomainStatus.DELETED) {
      throw new ComposedCallFailed(
          Refusals.notFound("the name is shown as deleted: " + String.join(", ", state.words())));
    }
    Optional<RenewalMode> byDefault =
        ModeText.isByDefault(stated.mode()) ? DefaultMode.of(calls) : Optional.empty();
    NameDates dates =
        NameDates.of(
            stated.expires(), stated.paidUntil(), stated.renewal(), stated.mode(), byDefault);
    return stated.as(
        state(command.domain(), state, dates, calls),
        dates,
        ModeText.read(stated.mode(), byDefault));
  }

  private static DomainState state(
      DomainName domain, DomainState stated, NameDates dates, Calls calls) {
    if (isOver(dates.finalizationDate(), calls) && !stated.deleting()) {
      return StatusWords.renewing(stated);
    }
    return stated.deleting()
            && !stated.restoring()
            && isOver(dates.expiresAt(), calls)
            && !isListed(domain, calls)
        ? StatusWords.suspended(stated)
        : stated;
  }

  private static boolean isOver(@Nullable Instant date, Calls calls) {
    return date != null && !calls.now().isBefore(date);
  }

  // A list that may not be read proves nothing.
  private static boolean isListed(DomainName domain, Calls calls) {
    return calls
        .askIfAllowed(ListedDeletion.of(domain, calls))
        .map(ListedDeletion.Result::isDeleted)
        .orElse(true);
  }
}

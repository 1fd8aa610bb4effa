package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.registrar.command.ReadDomain;
import java.util.Optional;

/**
 * {@link ReadDomain} as {@code StatusDomain}. A deleted name may be shown while it can be restored:
 * that is answered as a name that is not there, for which {@code ReadDeletedDomain} is asked. One
 * that is being deleted or restored is still shown.
 */
final class ComposedReadDomain implements Composed<ReadDomain, ReadDomain.Result> {

  @Override
  public Class<ReadDomain> command() {
    return ReadDomain.class;
  }

  @Override
  public String name(ReadDomain command) {
    return "StatusDomain";
  }

  @Override
  public int points(ReadDomain command) {
    return 1;
  }

  @Override
  public Optional<DomainName> about(ReadDomain command) {
    return Optional.of(command.domain());
  }

  @Override
  public ReadDomain.Result ask(ReadDomain command, Calls calls) {
    ReadDomain.Result shown = calls.ask(command);
    if (shown.state().status() == DomainStatus.DELETED) {
      throw new PartUnanswered(
          Refusals.notFound(
              "the name is shown as deleted: " + String.join(", ", shown.state().words())));
    }
    return shown;
  }
}

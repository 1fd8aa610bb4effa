package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.ReadDeletedDomain;
import java.util.Optional;

/** {@link ReadDeletedDomain} by the latest entry in the list of names that have left. */
final class ComposedReadDeletedDomain
    implements Composed<ReadDeletedDomain, ReadDeletedDomain.Result> {

  @Override
  public String name(ReadDeletedDomain command) {
    return "QueryDomainHistoryList";
  }

  @Override
  public int points(ReadDeletedDomain command) {
    return 1;
  }

  @Override
  public Optional<DomainName> about(ReadDeletedDomain command) {
    return Optional.of(command.domain());
  }

  @Override
  public ReadDeletedDomain.Result ask(ReadDeletedDomain command, Calls calls) {
    ListedDeletion.Result listed = calls.ask(ListedDeletion.of(command.domain(), calls));
    return new ReadDeletedDomain.Result(
        listed.isRestorable(), listed.isRestorable() ? listed.until() : null, listed.isRestoring());
  }
}

package io.domainflow.cnr.command;

import io.domainflow.cnr.command.CheckDomainsBatch.PriceOf;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.CheckDomains;
import io.domainflow.registrar.command.CheckDomains.Availability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@link CheckDomains} as {@code CheckDomains}, block by block. */
final class ComposedCheckDomains implements Composed<CheckDomains, CheckDomains.Result> {

  @Override
  public String name(CheckDomains command) {
    return "CheckDomains";
  }

  /** One point for each name, as at ISPAPI: it is not known how the registrar counts. */
  @Override
  public int points(CheckDomains command) {
    return command.domains().size();
  }

  @Override
  public Optional<DomainName> about(CheckDomains command) {
    return Optional.of(command.domains().get(0));
  }

  @Override
  public CheckDomains.Result ask(CheckDomains command, Calls calls) {
    List<Availability> names = new ArrayList<>();
    List<DomainName> domains = command.domains();
    for (int first = 0; first < domains.size(); first += CheckDomainsBatch.MOST) {
      int end = Math.min(first + CheckDomainsBatch.MOST, domains.size());
      names.addAll(
          calls.ask(new CheckDomainsBatch(domains.subList(first, end), PriceOf.CREATE)).names());
    }
    return new CheckDomains.Result(names);
  }
}

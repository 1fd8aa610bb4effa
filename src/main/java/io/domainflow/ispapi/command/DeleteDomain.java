package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.DomainName;
import java.util.List;
import java.util.Map;

/**
 * Deletes a name now, before its period ends. Costs nothing; having it back costs a {@link
 * RestoreDomain}, while that is possible at all.
 */
public record DeleteDomain(DomainName domain) implements Mutation<DeleteDomain.Result> {

  /**
   * The answer.
   *
   * @param pending the deletion is under way
   * @param status as the registrar writes it; mostly empty
   */
  public record Result(boolean pending, List<String> status) {}

  @Override
  public String name() {
    return "DeleteDomain";
  }

  @Override
  public String object() {
    return domain.ascii();
  }

  @Override
  public boolean costsMoney() {
    return false;
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("DOMAIN", domain.ascii());
  }

  @Override
  public Result result(IspapiResponse response) {
    return new Result(response.pending(), response.all("STATUS"));
  }
}

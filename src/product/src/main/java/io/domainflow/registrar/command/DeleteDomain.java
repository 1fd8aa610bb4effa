package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import java.util.List;

/**
 * Deletes a name now, before its period ends. Costs nothing; restoring it takes a paid {@link
 * RestoreDomain}, as long as that is possible.
 */
public record DeleteDomain(DomainName domain) implements Mutation<DeleteDomain.Result> {

  /**
   * The answer.
   *
   * @param pending the deletion is under way
   * @param status as stated by the registrar; usually empty
   */
  public record Result(boolean pending, List<String> status) {}

  @Override
  public String object() {
    return domain.ascii();
  }

  @Override
  public boolean costsMoney() {
    return false;
  }
}

package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;

/**
 * Releases a name of this account to another registrar, or to the registry. Costs nothing, and
 * cannot be undone.
 *
 * @param target the recipient in the registry's terms: the tag of a registrar, or a keyword
 */
public record PushDomain(DomainName domain, String target) implements Mutation<PushDomain.Result> {

  /**
   * Creates the command.
   *
   * @throws IllegalArgumentException if the target is empty
   */
  public PushDomain {
    if (target.isBlank()) {
      throw new IllegalArgumentException("A push needs a target.");
    }
  }

  /**
   * The answer.
   *
   * @param pending the registry has not executed it yet and may still refuse
   */
  public record Result(boolean pending) {}

  @Override
  public String object() {
    return domain.ascii();
  }

  @Override
  public boolean costsMoney() {
    return false;
  }
}

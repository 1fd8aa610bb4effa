package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;

/**
 * Gives a name of this account away: to another registrar, or back to the registry. Costs nothing,
 * and cannot be taken back.
 *
 * @param target to whom, in the words of the registry: the tag of a registrar, or a word of its own
 */
public record PushDomain(DomainName domain, String target) implements Mutation<PushDomain.Result> {

  /**
   * Puts the command together.
   *
   * @throws IllegalArgumentException if nobody is named
   */
  public PushDomain {
    if (target.isBlank()) {
      throw new IllegalArgumentException("A name is pushed to somebody.");
    }
  }

  /**
   * The answer.
   *
   * @param pending the registry has not done it yet and may still refuse
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

package io.domainflow.registrar.command;

import java.time.Instant;
import java.util.List;

/** Registers a name. Charged when executed. */
public record RegisterDomain(DomainRegistration registration)
    implements Mutation<RegisterDomain.Result> {

  /**
   * The answer.
   *
   * @param status as the registrar writes it
   * @param pending the name is not registered yet and may still be rejected
   * @param expiresAt end of the period; null while unknown
   */
  public record Result(List<String> status, boolean pending, Instant expiresAt) {}

  @Override
  public String object() {
    return registration.domain().ascii();
  }

  @Override
  public boolean costsMoney() {
    return true;
  }
}

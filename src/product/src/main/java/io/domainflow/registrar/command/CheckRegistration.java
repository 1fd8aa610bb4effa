package io.domainflow.registrar.command;

/**
 * Dry run of a registration: takes the same values as {@link RegisterDomain} and says whether it
 * would be accepted. It detects missing or wrong values and violations of the zone's rules, but not
 * what happens between the check and the registration; a platform without dry runs checks only
 * whether the name is taken.
 */
public record CheckRegistration(DomainRegistration registration)
    implements Query<CheckRegistration.Result> {

  /**
   * The answer, which may also be negative. An incomplete registration is refused instead, as with
   * {@link RegisterDomain}.
   *
   * @param accepted whether {@link RegisterDomain} with the same values would be accepted now
   * @param code the registrar's result code
   * @param words the registrar's message
   */
  public record Result(boolean accepted, int code, String words) {}
}

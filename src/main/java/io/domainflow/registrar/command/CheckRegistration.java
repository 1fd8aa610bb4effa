package io.domainflow.registrar.command;

/**
 * Tries a registration without carrying it out: takes what {@link RegisterDomain} takes and says
 * whether it would be accepted. Only a missing or wrong value or a rule of the zone is found out,
 * not what happens between the check and the registration; a platform without such a trial finds
 * out only whether the name is taken.
 */
public record CheckRegistration(DomainRegistration registration)
    implements Query<CheckRegistration.Result> {

  /**
   * The answer, which may also be that it would not be accepted. A registration that lacks
   * something is refused instead, as {@link RegisterDomain} would be.
   *
   * @param accepted {@link RegisterDomain} with the same values would be accepted now
   * @param code the registrar's number of the answer
   * @param words the registrar's own words
   */
  public record Result(boolean accepted, int code, String words) {}
}

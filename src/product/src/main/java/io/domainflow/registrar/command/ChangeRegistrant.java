package io.domainflow.registrar.command;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.DomainName;

/**
 * Requests a change of registrant. It is executed at once, or when the registrants and the registry
 * have agreed ({@link ReadRegistrantChange}), up to two weeks later. Some zones charge for it.
 * Zones that require a plain update use {@link ReplaceContacts} instead ({@link ReadZoneRules}).
 *
 * @param ownerHandle contact of the new registrant, such as {@code P-ABC123}
 * @param confirmations {@link Confirmations#NONE} in a zone with its own change of registrant
 * @param additionalFields sent unchanged, by {@code X-} parameter name; in a zone that requires the
 *     auth code, they contain it under the registrar's parameter name
 */
public record ChangeRegistrant(
    DomainName domain,
    String ownerHandle,
    Confirmations confirmations,
    AdditionalFields additionalFields)
    implements Mutation<ChangeRegistrant.Result> {

  /**
   * The answer.
   *
   * @param pending whether the change is under way and may still fail
   * @param text the registrar's message
   */
  public record Result(boolean pending, String text) {}

  @Override
  public String object() {
    return domain.ascii();
  }

  @Override
  public boolean costsMoney() {
    return true;
  }
}

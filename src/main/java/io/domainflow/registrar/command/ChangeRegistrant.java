package io.domainflow.registrar.command;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.DomainName;

/**
 * Asks for another registrant. Done at once, or when the people concerned and the registry have
 * agreed ({@link ReadRegistrantChange}), up to two weeks later. Some zones charge for it. Zones
 * that want a mere update take {@link ReplaceContacts} instead ({@link ReadZoneRules}).
 *
 * @param ownerHandle contact of the registrant to be, such as {@code P-ABC123}
 * @param confirmations {@link Confirmations#NONE} in a zone with a change of registrant of its own
 * @param additionalFields sent as they are, by {@code X-} parameter name; in a zone that wants the
 *     auth code, they have it under the registrar's name for it
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
   * @param pending the change has been asked for and may still fail
   * @param text what the registrar says of it
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

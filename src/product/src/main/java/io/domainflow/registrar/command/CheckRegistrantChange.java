package io.domainflow.registrar.command;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;

/**
 * Dry run of a change of registrant. An impossible change is returned as an answer, or refused as
 * {@link io.domainflow.registrar.RefusalReason#VALUE_REFUSED}; if name, organization and mail
 * address stay unchanged, either may happen. Auth codes and the registrants' data are dropped.
 *
 * @param owner the new registrant, as a handle such as {@code P-ABC123} or as data
 * @param confirmations as they will be sent with {@link ChangeRegistrant}
 * @param additionalFields as they will be sent with {@link ChangeRegistrant}
 */
public record CheckRegistrantChange(
    DomainName domain,
    Contact owner,
    Confirmations confirmations,
    AdditionalFields additionalFields)
    implements Query<CheckRegistrantChange.Result> {

  /**
   * The answer.
   *
   * @param possible whether the change would be accepted now
   * @param text the registrar's message
   */
  public record Result(boolean possible, String text) {}
}

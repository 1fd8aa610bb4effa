package io.domainflow.registrar.command;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;

/**
 * Tries a change of registrant without asking for it. One that is not possible comes as an answer,
 * or is refused as {@link io.domainflow.registrar.RefusalReason#VALUE_REFUSED}; where name,
 * organization and mail address stay as they are, it is not certain which. Auth codes and the data
 * of the people concerned are dropped.
 *
 * @param owner the registrant to be, as a handle such as {@code P-ABC123} or as data
 * @param confirmations as they are to be sent with {@link ChangeRegistrant}
 * @param additionalFields as they are to be sent with {@link ChangeRegistrant}
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
   * @param possible the change would be accepted now
   * @param text what the registrar says of it
   */
  public record Result(boolean possible, String text) {}
}

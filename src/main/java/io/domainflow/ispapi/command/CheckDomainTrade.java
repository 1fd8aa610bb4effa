package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.ispapi.protocol.ResultCode;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tries a change of registrant without asking for it. One that is not possible comes as an answer,
 * or as a refusal ({@link ResultCode#INVALID_OPTION}): which of them is not certain where name,
 * organization and mail address stay as they are. Auth codes and the data of the people concerned
 * are dropped.
 *
 * <p>That it changes nothing is read from its purpose; its page does not say so.
 *
 * @param owner the registrant to be, as a handle such as {@code P-ABC123} or as data
 * @param confirmations as they are to be sent with {@link TradeDomain}
 * @param additionalFields sent as they are, by {@code X-} parameter name or {@code AUTH}
 */
public record CheckDomainTrade(
    DomainName domain,
    Contact owner,
    Confirmations confirmations,
    AdditionalFields additionalFields)
    implements Query<CheckDomainTrade.Result> {

  /**
   * Puts a check together.
   *
   * @throws IllegalArgumentException if an additional field is not such a parameter, or is
   *     one of the confirmations
   */
  public CheckDomainTrade {
    AdditionalFieldParameters.checkForTrade(additionalFields);
  }

  /**
   * The answer.
   *
   * @param possible the change would be accepted now
   * @param text what the registrar says of it
   * @param realTime it would be done at once; false as well if not stated
   * @param oldOwnerContact handle of the registrant of now; null if not stated
   */
  public record Result(boolean possible, String text, boolean realTime, String oldOwnerContact) {}

  @Override
  public String name() {
    return "CheckDomainTrade";
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", domain.ascii());
    parameters.put("MODE", "FULL");
    ContactParameters.put(parameters, ContactRole.REGISTRANT, owner);
    confirmations.put(parameters);
    parameters.putAll(additionalFields.values());
    return parameters;
  }

  @Override
  public Result result(IspapiResponse response) {
    // Its page lists both.
    boolean possible =
        response.code() == ResultCode.REQUEST_AVAILABLE.code()
            || response.code() == ResultCode.COMPLETED.code();
    return new Result(
        possible,
        response.detail().isEmpty() ? response.description() : response.detail(),
        response
            .first("POLICYAPPROVECONFIRMATION")
            .filter(text -> text.equalsIgnoreCase("REALTIME"))
            .isPresent(),
        response.first("OLD-OWNERCONTACT").orElse(null));
  }
}

package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Asks for another registrant. Done at once, or when the people concerned and the registry have
 * agreed ({@link StatusDomainTrade}), up to two weeks later. Some zones charge for it. Zones that
 * want a mere update take {@link ReplaceContacts} instead ({@link QueryDomainOptions}).
 *
 * @param ownerHandle contact of the registrant to be, such as {@code P-ABC123}
 * @param confirmations {@link Confirmations#NONE} in a zone with a change of registrant of its own
 * @param additionalFields sent as they are, by {@code X-} parameter name or {@code AUTH}
 */
public record TradeDomain(
    DomainName domain,
    String ownerHandle,
    Confirmations confirmations,
    AdditionalFields additionalFields)
    implements Mutation<TradeDomain.Result> {

  /**
   * Puts a change together.
   *
   * @throws IllegalArgumentException if an additional field is not such a parameter, or is
   *     one of the confirmations
   */
  public TradeDomain {
    AdditionalFieldParameters.checkForTrade(additionalFields);
  }

  /**
   * The answer.
   *
   * @param pending the change has been asked for and may still fail
   * @param text what the registrar says of it
   */
  public record Result(boolean pending, String text) {}

  @Override
  public String name() {
    return "TradeDomain";
  }

  @Override
  public String object() {
    return domain.ascii();
  }

  @Override
  public boolean costsMoney() {
    return true;
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", domain.ascii());
    parameters.put(ContactParameters.key(ContactRole.REGISTRANT), ownerHandle);
    confirmations.put(parameters);
    parameters.putAll(additionalFields.values());
    return parameters;
  }

  @Override
  public Result result(IspapiResponse response) {
    String text = response.detail().isEmpty() ? response.description() : response.detail();
    return new Result(response.pending() || saysThatItWaits(text), text);
  }

  // Both were seen without the flag: «trade pending - non-real-time», «trade requested - fax …».
  private static boolean saysThatItWaits(String text) {
    String words = text.toLowerCase(Locale.ROOT);
    return words.contains("trade pending") || words.contains("trade requested");
  }
}

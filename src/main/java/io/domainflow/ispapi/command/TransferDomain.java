package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.AuthCode;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Asks for a name to be transferred to this account. Charged when it is carried out. The name is
 * here once the transfer is through ({@link StatusDomainTransfer}), often days later.
 *
 * <p>A transfer of a generic top-level domain mostly takes neither contacts nor name servers; they
 * are changed afterwards.
 *
 * @param authCode null where the zone needs none
 * @param period what the transfer extends the name by; {@code 0Y} extends it by nothing, null
 *     leaves it to the zone
 * @param contacts those to be changed with the transfer; may be empty
 * @param nameservers in order, at most 13; may be empty
 * @param additionalFields sent as they are, by {@code X-} parameter name
 * @param priceClass price class of a premium name, as {@link CheckDomainTransfer} states it; null
 *     for a plain one
 */
public record TransferDomain(
    DomainName domain,
    TransferKind kind,
    AuthCode authCode,
    Period period,
    Map<ContactRole, Contact> contacts,
    List<Nameserver> nameservers,
    AdditionalFields additionalFields,
    String priceClass)
    implements Mutation<TransferDomain.Result> {

  /**
   * Puts a transfer together.
   *
   * @throws IllegalArgumentException if there are too many name servers, or an additional field is
   *     not an {@code X-} parameter
   */
  public TransferDomain {
    Map<ContactRole, Contact> inOrder = new EnumMap<>(ContactRole.class);
    inOrder.putAll(contacts);
    contacts = Collections.unmodifiableMap(inOrder);
    nameservers = List.copyOf(nameservers);
    NameserverParameters.check(nameservers);
    AdditionalFieldParameters.check(additionalFields, Set.of());
  }

  /**
   * The answer.
   *
   * @param pending the transfer has been asked for and may still fail
   * @param text what the registrar says of it
   */
  public record Result(boolean pending, String text) {}

  @Override
  public String name() {
    return "TransferDomain";
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
    parameters.put("ACTION", kind.name());
    if (authCode != null) {
      parameters.put("AUTH", authCode.reveal());
    }
    if (period != null) {
      parameters.put("PERIOD", period.toString());
    }
    contacts.forEach((role, contact) -> ContactParameters.put(parameters, role, contact));
    NameserverParameters.put(parameters, nameservers);
    if (priceClass != null) {
      parameters.put("CLASS", priceClass);
    }
    parameters.putAll(additionalFields.values());
    return parameters;
  }

  @Override
  public Result result(IspapiResponse response) {
    String text = response.detail().isEmpty() ? response.description() : response.detail();
    return new Result(response.pending() || saysThatItHasBegun(text), text);
  }

  // The sample has both the flag and the first words; trades have the others without the flag.
  private static boolean saysThatItHasBegun(String text) {
    String words = text.toLowerCase(Locale.ROOT);
    return words.contains("transfer initiated") || words.contains("fax confirmation required");
  }
}

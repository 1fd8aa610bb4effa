package io.domainflow.registrar.command;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.AuthCode;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Requests the transfer of a name to this account. Charged when executed. The name arrives when the
 * transfer is complete ({@link ReadTransfer}), often days later.
 *
 * <p>Transfers in generic top-level domains usually accept neither contacts nor name servers; these
 * are changed afterwards.
 *
 * @param authCode null if the zone needs none
 * @param period by which the transfer extends the name; {@code 0Y} for no extension, null for the
 *     zone's default
 * @param contacts to be changed with the transfer; may be empty
 * @param nameservers in order, at most 13; may be empty
 * @param additionalFields sent unchanged, by {@code X-} parameter name
 * @param priceClass price class of a premium name, as {@link CheckTransfer} states it; null for an
 *     ordinary one
 * @param price the accepted price of a premium name, with its currency; null for an ordinary one
 */
public record RequestTransfer(
    DomainName domain,
    TransferKind kind,
    @Nullable AuthCode authCode,
    @Nullable Period period,
    Map<ContactRole, Contact> contacts,
    List<Nameserver> nameservers,
    AdditionalFields additionalFields,
    @Nullable String priceClass,
    @Nullable Money price)
    implements Mutation<RequestTransfer.Result> {

  /**
   * Creates the command.
   *
   * @throws IllegalArgumentException if there are too many name servers
   */
  public RequestTransfer {
    Map<ContactRole, Contact> inOrder = new EnumMap<>(ContactRole.class);
    inOrder.putAll(contacts);
    contacts = Collections.unmodifiableMap(inOrder);
    nameservers = Nameservers.checked(nameservers);
  }

  /**
   * The answer.
   *
   * @param pending the transfer is under way and may still fail
   * @param text the registrar's message
   * @param betweenAccounts whether the registrar has found out that the name comes from another of
   *     its accounts, which was not requested
   */
  public record Result(boolean pending, String text, boolean betweenAccounts) {}

  @Override
  public String object() {
    return domain.ascii();
  }

  @Override
  public boolean costsMoney() {
    return true;
  }
}

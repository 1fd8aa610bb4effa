package io.domainflow.registrar.command;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.AuthCode;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a name to be transferred to this account. Charged when it is carried out. The name is
 * here once the transfer is through ({@link ReadTransfer}), often days later.
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
 * @param priceClass price class of a premium name, as {@link CheckTransfer} states it; null for a
 *     plain one
 */
public record RequestTransfer(
    DomainName domain,
    TransferKind kind,
    @Nullable AuthCode authCode,
    @Nullable Period period,
    Map<ContactRole, Contact> contacts,
    List<Nameserver> nameservers,
    AdditionalFields additionalFields,
    @Nullable String priceClass)
    implements Mutation<RequestTransfer.Result> {

  /**
   * Puts a transfer together.
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
   * @param pending the transfer has been asked for and may still fail
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

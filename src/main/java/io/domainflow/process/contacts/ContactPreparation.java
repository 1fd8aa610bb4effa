package io.domainflow.process.contacts;

import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.ContactHandles;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.CreateContact;
import io.domainflow.registrar.command.ReadContact;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Gets a handle for each contact of an order. The registrar gives the one it has for the same data,
 * or makes one; each is noted at once, so that none is forgotten when the order fails.
 */
@Component
public class ContactPreparation {

  // The registrar's clock is not ours.
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private final ContactHandles handles;

  ContactPreparation(ContactHandles handles) {
    this.handles = handles;
  }

  /** Contact data that the registrar does not accept, with the roles it has in the order. */
  public record RefusedContact(Set<ContactRole> roles, Refused refusal) {}

  /**
   * Gets the handles that are missing.
   *
   * @return the first contact that is refused; empty if all have a handle
   */
  public Optional<RefusedContact> prepare(ProvisioningOrder order, RegistrarGateway registrar) {
    return prepare(order, EnumSet.allOf(ContactRole.class), registrar);
  }

  /** Likewise, for the contacts in some roles only. */
  public Optional<RefusedContact> prepare(
      ProvisioningOrder order, Set<ContactRole> roles, RegistrarGateway registrar) {
    for (Map.Entry<Contact, Set<ContactRole>> missing : withoutHandle(order, roles).entrySet()) {
      try {
        prepare(order, missing.getKey(), missing.getValue(), registrar);
      } catch (Refused e) {
        handles.refused(order.id(), missing.getValue());
        return Optional.of(new RefusedContact(missing.getValue(), e));
      }
    }
    return Optional.empty();
  }

  private void prepare(
      ProvisioningOrder order,
      Contact contact,
      Set<ContactRole> roles,
      RegistrarGateway registrar) {
    String account = order.request().account();
    Optional<Instant> triedBefore = handles.asking(order, roles);
    CreateContact.Result added = registrar.ensure(account, new CreateContact(contact));
    boolean made =
        added.created()
            || (triedBefore.isPresent()
                && madeSince(triedBefore.get(), added.handle(), account, registrar));
    handles.given(order.id(), roles, added.handle(), made);
  }

  // An earlier try whose answer was lost may have made what is found now.
  private static boolean madeSince(
      Instant tried, String handle, String account, RegistrarGateway registrar) {
    Instant created = registrar.ask(account, new ReadContact(handle)).createdAt();
    return created != null && !created.isBefore(tried.minus(CLOCK_SKEW));
  }

  private static Map<Contact, Set<ContactRole>> withoutHandle(
      ProvisioningOrder order, Set<ContactRole> roles) {
    Map<Contact, Set<ContactRole>> contacts = new LinkedHashMap<>();
    for (ContactRole role : new TreeSet<>(roles)) {
      Contact contact = order.request().contacts().get(role);
      if (contact != null && !contact.isHandle() && !order.purchase().handles().containsKey(role)) {
        contacts.computeIfAbsent(contact, c -> new TreeSet<>()).add(role);
      }
    }
    return contacts;
  }
}

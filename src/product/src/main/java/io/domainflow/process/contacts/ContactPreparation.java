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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Gets a handle for each contact of an order. The registrar returns the existing one for the same
 * data, or creates one; each is recorded at once, so that none is forgotten if the order fails.
 */
@Component
public class ContactPreparation {

  // The registrar's clock may differ from ours.
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private final ContactHandles handles;

  ContactPreparation(ContactHandles handles) {
    this.handles = handles;
  }

  /** Contact data that the registrar does not accept, with the roles it has in the order. */
  public record RefusedContact(Set<ContactRole> roles, Refused refusal) {}

  /**
   * Gets the handles that are missing, up to the first contact that is refused.
   *
   * @return the contact that is refused; empty if all have a handle
   */
  public Optional<RefusedContact> prepare(ProvisioningOrder order, RegistrarGateway registrar) {
    return refusals(order, EnumSet.allOf(ContactRole.class), registrar).findFirst();
  }

  /**
   * Gets the missing handles for these roles; a refused contact does not keep the others from
   * getting theirs.
   *
   * @return the contacts that are refused
   */
  public List<RefusedContact> prepareEach(
      ProvisioningOrder order, Set<ContactRole> roles, RegistrarGateway registrar) {
    return refusals(order, roles, registrar).toList();
  }

  private Stream<RefusedContact> refusals(
      ProvisioningOrder order, Set<ContactRole> roles, RegistrarGateway registrar) {
    return withoutHandle(order, roles).entrySet().stream()
        .flatMap(
            missing -> refusal(order, missing.getKey(), missing.getValue(), registrar).stream());
  }

  private Optional<RefusedContact> refusal(
      ProvisioningOrder order,
      Contact contact,
      Set<ContactRole> roles,
      RegistrarGateway registrar) {
    try {
      prepare(order, contact, roles, registrar);
      return Optional.empty();
    } catch (Refused e) {
      handles.refused(order.id(), roles);
      return Optional.of(new RefusedContact(roles, e));
    }
  }

  private void prepare(
      ProvisioningOrder order,
      Contact contact,
      Set<ContactRole> roles,
      RegistrarGateway registrar) {
    String account = order.content().account();
    Optional<Instant> triedBefore = handles.asking(order, roles);
    CreateContact.Result added = registrar.ensure(account, new CreateContact(contact));
    boolean made =
        added.created()
            || (triedBefore.isPresent()
                && madeSince(triedBefore.get(), added.handle(), account, registrar));
    handles.given(order.id(), roles, added.handle(), made);
  }

  // An earlier try whose answer was lost may have created what is found now.
  private static boolean madeSince(
      Instant tried, String handle, String account, RegistrarGateway registrar) {
    Instant created = registrar.ask(account, new ReadContact(handle)).createdAt();
    return created != null && !created.isBefore(tried.minus(CLOCK_SKEW));
  }

  private static Map<Contact, Set<ContactRole>> withoutHandle(
      ProvisioningOrder order, Set<ContactRole> roles) {
    Map<Contact, Set<ContactRole>> contacts = new LinkedHashMap<>();
    for (ContactRole role : new TreeSet<>(roles)) {
      Contact contact = order.content().contacts().get(role);
      if (contact != null && !contact.isHandle() && !order.purchase().handles().containsKey(role)) {
        contacts.computeIfAbsent(contact, c -> new TreeSet<>()).add(role);
      }
    }
    return contacts;
  }
}

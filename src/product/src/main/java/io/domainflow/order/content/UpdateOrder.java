package io.domainflow.order.content;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Section;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An update of the setup of a name in the account, section by section.
 *
 * @param operation {@code UPDATE} or {@code REVERT}
 * @param settings the ordered name servers, lock, privacy and renewal mode; contact handles are
 *     added later
 * @param registrarDns whether to use the registrar's own name servers
 * @param contacts the ordered admin, tech and billing contacts; for a {@code REVERT} also the
 *     registrant's previous handle
 * @param registrantDetails the registrant's new address or phone; null if not ordered
 * @param reverts reference or id of the order that a {@code REVERT} undoes, as given by the caller;
 *     null for an {@code UPDATE}
 */
public record UpdateOrder(
    Operation operation,
    NameSettings settings,
    boolean registrarDns,
    Map<ContactRole, Contact> contacts,
    @Nullable RegistrantDetails registrantDetails,
    AdditionalFields additionalFields,
    @Nullable OrderReference reverts)
    implements OrderDetails {

  /** The sections that the order changes. */
  public Set<Section> sections() {
    Set<Section> ordered = EnumSet.noneOf(Section.class);
    ordered.addAll(settings.sections());
    if (registrarDns) {
      ordered.add(Section.NAMESERVERS);
    }
    if (registrantDetails != null) {
      ordered.add(Section.REGISTRANT_DETAILS);
    }
    contacts.keySet().forEach(role -> ordered.add(Section.of(role)));
    return ordered;
  }

  /** The members of the order that can be corrected: those of its sections. */
  public Set<String> members() {
    Set<String> members = sections().stream().map(Section::member).collect(Collectors.toSet());
    if (registrarDns) {
      members.add("registrarDns");
    }
    if (registrantDetails != null) {
      members.add("additionalFields");
    }
    return members;
  }

  @Override
  public UpdateOrder with(Map<ContactRole, Contact> theirs, AdditionalFields fields) {
    return new UpdateOrder(
        operation, settings, registrarDns, theirs, registrantDetails, fields, reverts);
  }

  /** The same order with these details of the registrant; null for none. */
  public UpdateOrder with(@Nullable RegistrantDetails details) {
    return new UpdateOrder(
        operation, settings, registrarDns, contacts, details, additionalFields, reverts);
  }
}

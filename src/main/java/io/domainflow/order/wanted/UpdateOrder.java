package io.domainflow.order.wanted;

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
 * A change of how a name that is here is set up, section by section.
 *
 * @param operation {@code UPDATE} or {@code REVERT}
 * @param settings name servers, lock, privacy and renewal mode, as far as they are ordered; the
 *     contacts become handles later
 * @param registrarDns whether the registrar's own name servers are wanted
 * @param contacts admin, tech and billing, as far as they are ordered; of a {@code REVERT} also the
 *     registrant's handle of before
 * @param registrantDetails another address or phone of the registrant; null if none is ordered
 * @param reverts the order that a {@code REVERT} takes back, as its caller names it: by its
 *     reference, or by the id that it was given; null for an {@code UPDATE}
 */
public record UpdateOrder(
    Operation operation,
    NameSettings settings,
    boolean registrarDns,
    Map<ContactRole, Contact> contacts,
    @Nullable RegistrantDetails registrantDetails,
    AdditionalFields additionalFields,
    @Nullable OrderReference reverts)
    implements Wanted {

  /** What the order is about. */
  public Set<Section> sections() {
    Set<Section> ordered = EnumSet.noneOf(Section.class);
    ordered.addAll(settings.sections());
    if (registrarDns) {
      ordered.add(Section.NAMESERVERS);
    }
    if (registrantDetails != null || contacts.containsKey(ContactRole.REGISTRANT)) {
      ordered.add(Section.REGISTRANT_DETAILS);
    }
    if (contacts.keySet().stream().anyMatch(role -> role != ContactRole.REGISTRANT)) {
      ordered.add(Section.CONTACTS);
    }
    return ordered;
  }

  /** Members of the order that can be corrected in it: those of its sections. */
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

  /** The same with these details of the registrant; null for none. */
  public UpdateOrder with(@Nullable RegistrantDetails details) {
    return new UpdateOrder(
        operation, settings, registrarDns, contacts, details, additionalFields, reverts);
  }
}

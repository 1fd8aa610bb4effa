package io.domainflow.order.intake;

import io.domainflow.json.JsonMembers;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Section;
import io.domainflow.model.Text;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.OrderReference;
import io.domainflow.order.content.UpdateOrder;
import io.domainflow.order.progress.SectionState;
import io.domainflow.order.progress.Update;
import io.domainflow.order.progress.Updates;
import io.domainflow.owner.Caller;
import io.domainflow.owner.DomainOwners;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Parses updates of a name's setup, and their corrections. */
@Component
class UpdateReader {

  private static final String REGISTRAR_DNS = "registrarDns";

  /** The sections by the order members that set them. */
  private static final Map<String, Section> SECTIONS =
      new TreeMap<>(
          Map.of(
              "nameservers",
              Section.NAMESERVERS,
              REGISTRAR_DNS,
              Section.NAMESERVERS,
              "contacts",
              Section.CONTACTS,
              "registrantDetails",
              Section.REGISTRANT_DETAILS,
              "transferLock",
              Section.TRANSFER_LOCK,
              "privacy",
              Section.PRIVACY,
              "renewalMode",
              Section.RENEWAL_MODE));

  private final Orders orders;
  private final Updates updates;
  private final DomainOwners owners;

  UpdateReader(Orders orders, Updates updates, DomainOwners owners) {
    this.orders = orders;
    this.updates = updates;
    this.owners = owners;
  }

  /** An update; one that changes nothing is refused. */
  static UpdateOrder update(JsonMembers fields) {
    UpdateOrder update = given(fields, AdditionalFieldsReader.given(fields), false);
    if (SECTIONS.keySet().stream().noneMatch(isOrdered(fields, update))) {
      fields.problem(
          "body",
          "REQUIRED",
          "must say what is to be changed, with at least one of "
              + String.join(", ", SECTIONS.keySet()));
    }
    return update;
  }

  /**
   * An update with corrections: sections that they do not mention stay as ordered. Sections and
   * contacts that they mention as null are left out.
   */
  static UpdateOrder revised(JsonMembers fields, UpdateOrder before) {
    UpdateOrder given = given(fields, before.additionalFields(), true);
    SECTIONS.keySet().stream()
        .filter(isOrdered(fields, given))
        .filter(member -> !before.sections().contains(SECTIONS.get(member)))
        .forEach(
            member ->
                fields.problem(
                    member,
                    "NOT_OFFERED",
                    "is not part of this order; place another one once it has ended"));
    NameSettings settings = before.settings().with(given.settings());
    boolean registrarDns =
        given.registrarDns() || (before.registrarDns() && !fields.has("nameservers"));
    Map<ContactRole, Contact> contacts = new EnumMap<>(ContactRole.class);
    contacts.putAll(before.contacts());
    contacts.putAll(given.contacts());
    Contact registrant = before.contacts().get(ContactRole.REGISTRANT);
    if (given.registrantDetails() != null && registrant != null && !registrant.isHandle()) {
      // The registry's requirements may depend on them; the process applies them to the present
      // registrant.
      contacts.put(ContactRole.REGISTRANT, given.registrantDetails().applyTo(registrant));
    }
    UpdateOrder revised =
        new UpdateOrder(
            before.operation(),
            registrarDns
                ? settings.only(EnumSet.complementOf(EnumSet.of(Section.NAMESERVERS)))
                : settings,
            registrarDns,
            contacts,
            given.registrantDetails() == null
                ? before.registrantDetails()
                : given.registrantDetails().over(before.registrantDetails()),
            before.additionalFields(),
            before.reverts());
    if (!fields.problems().isEmpty()) {
      return revised;
    }
    UpdateOrder rest = without(leftOut(fields), OrderContactsReader.leftOut(fields), revised);
    if (rest.sections().isEmpty()) {
      fields.problem(
          "body", "INVALID", "would leave nothing of the order to be changed; cancel it instead");
    }
    return rest;
  }

  /** The sections that corrections leave out, by null in place of their value. */
  private static Set<Section> leftOut(JsonMembers fields) {
    Set<Section> sections = EnumSet.noneOf(Section.class);
    SECTIONS.forEach(
        (member, section) -> {
          if (fields.mentions(member) && !fields.has(member)) {
            sections.add(section);
          }
        });
    SECTIONS.forEach(
        (member, section) -> {
          if (fields.has(member)) {
            sections.remove(section);
          }
        });
    return sections;
  }

  private static UpdateOrder without(
      Set<Section> sections, Set<ContactRole> roles, UpdateOrder order) {
    Map<ContactRole, Contact> contacts = new EnumMap<>(ContactRole.class);
    contacts.putAll(order.contacts());
    contacts.keySet().removeAll(roles);
    contacts.keySet().removeIf(role -> sections.contains(Section.of(role)));
    Set<Section> rest = EnumSet.allOf(Section.class);
    rest.removeAll(sections);
    return new UpdateOrder(
        order.operation(),
        order.settings().only(rest),
        order.registrarDns() && !sections.contains(Section.NAMESERVERS),
        contacts,
        sections.contains(Section.REGISTRANT_DETAILS) ? null : order.registrantDetails(),
        // they concern the registrant, and nothing else in the order needs them
        sections.contains(Section.REGISTRANT_DETAILS)
            ? AdditionalFields.NONE
            : order.additionalFields(),
        order.reverts());
  }

  /**
   * The given changes.
   *
   * @param correction whether they correct an existing order
   */
  private static UpdateOrder given(
      JsonMembers fields, AdditionalFields additionalFields, boolean correction) {
    boolean registrarDns = Boolean.TRUE.equals(fields.flag(REGISTRAR_DNS));
    if (registrarDns && fields.has("nameservers")) {
      fields.problem(
          REGISTRAR_DNS,
          "INVALID",
          "stands alone: give either name servers or the registrar's own");
    }
    JsonMembers details = fields.object("registrantDetails");
    return new UpdateOrder(
        Operation.UPDATE,
        new NameSettings(
            fields.has("nameservers") ? fields.list("nameservers", Nameserver::of) : null,
            fields.flag("transferLock"),
            fields.flag("privacy"),
            fields.optional("renewalMode", text -> Text.oneOf(RenewalMode.class, text)),
            Map.of()),
        registrarDns,
        OrderContactsReader.changed(fields, correction),
        details == null ? null : ContactReader.details(details),
        additionalFields,
        null);
  }

  private static Predicate<String> isOrdered(JsonMembers fields, UpdateOrder given) {
    return member -> fields.has(member) && (!member.equals(REGISTRAR_DNS) || given.registrarDns());
  }

  /**
   * A reversal of an earlier update. An update that the caller may not see counts as missing. Names
   * of other owners are not reported here: such an order is refused as a whole, unless it repeats
   * one from the time when the caller owned the name.
   *
   * @param account null if the order is already refused because of it
   * @param domain as above
   */
  UpdateOrder reversal(
      JsonMembers fields, @Nullable String account, @Nullable DomainName domain, Caller caller) {
    OrderReference reverts = fields.required("reverts", OrderReference::of);
    NameSettings before =
        reverts == null
                || account == null
                || domain == null
                || !caller.maySee(owners.of(account, domain).orElse(null))
            ? NameSettings.NOTHING
            : before(fields, orders.updatesOf(account, domain, reverts), caller);
    Map<ContactRole, Contact> contacts = new EnumMap<>(ContactRole.class);
    before
        .contacts()
        .forEach(
            (role, handles) ->
                handles.stream()
                    .findFirst()
                    .ifPresent(handle -> contacts.put(role, Contact.ofHandle(handle))));
    return new UpdateOrder(
        Operation.REVERT,
        before.only(EnumSet.complementOf(EnumSet.of(Section.CONTACTS, Section.REGISTRANT_DETAILS))),
        false,
        contacts,
        null,
        AdditionalFields.NONE,
        reverts);
  }

  private NameSettings before(JsonMembers fields, List<ProvisioningOrder> found, Caller caller) {
    List<ProvisioningOrder> seen =
        found.stream().filter(order -> caller.maySee(order.owner())).toList();
    List<ProvisioningOrder> own =
        seen.stream().filter(order -> order.login().equals(caller.login())).toList();
    List<ProvisioningOrder> meant = own.isEmpty() ? seen : own;
    if (meant.isEmpty()) {
      return refused(fields, "names no order of yours that has changed how this name is set up");
    }
    if (meant.size() > 1) {
      return refused(fields, "is the reference of several orders; give the id of the one meant");
    }
    ProvisioningOrder order = meant.get(0);
    if (order.status().isOpen()) {
      return refused(fields, "names an order that has not ended yet; cancel it instead, or wait");
    }
    Optional<Update> update = updates.find(order.id());
    Optional<String> lost = update.flatMap(UpdateReader::lost);
    if (lost.isPresent()) {
      return refused(fields, lost.get() + "; order what else is to be as before as an UPDATE");
    }
    NameSettings before = update.map(UpdateReader::changed).orElse(NameSettings.NOTHING);
    return before.sections().isEmpty()
        ? refused(fields, "names an order without changes that could be undone")
        : before;
  }

  private static NameSettings refused(JsonMembers fields, String why) {
    fields.problem("reverts", "INVALID", why);
    return NameSettings.NOTHING;
  }

  /** The changes of an update that no order can undo; empty if there are none. */
  private static Optional<String> lost(Update update) {
    Set<Section> done = done(update);
    if (done.contains(Section.RENEWAL_MODE) && update.before().renewalMode() == null) {
      return Optional.of(
          "has changed the renewal mode, and the one before was set at the registrar and cannot be"
              + " ordered here");
    }
    if (!done.contains(Section.CONTACTS)) {
      return Optional.empty();
    }
    return roles(update, before -> before == 0)
        .map(
            roles ->
                "has given the name its first contact as %s, which cannot be undone"
                    .formatted(roles))
        .or(
            () ->
                roles(update, before -> before > 1)
                    .map(
                        roles ->
                            "has replaced several contacts as %s, and only one can be ordered here"
                                .formatted(roles)));
  }

  /**
   * The roles, in words, in which an update has set a contact.
   *
   * @param before condition on the previous number of contacts in such a role
   */
  private static Optional<String> roles(Update update, IntPredicate before) {
    List<String> roles =
        update.wanted().contacts().keySet().stream()
            .filter(role -> role != ContactRole.REGISTRANT)
            .filter(
                role ->
                    before.test(update.before().contacts().getOrDefault(role, List.of()).size()))
            .map(role -> role.name().toLowerCase(Locale.ROOT))
            .toList();
    return roles.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", roles));
  }

  private static Set<Section> done(Update update) {
    Set<Section> done = EnumSet.noneOf(Section.class);
    update
        .results()
        .forEach(
            (section, result) -> {
              if (result.state() == SectionState.DONE) {
                done.add(section);
              }
            });
    return done;
  }

  /** The previous state of the sections that an update has changed. */
  private static NameSettings changed(Update update) {
    Set<Section> done = done(update);
    NameSettings before = update.before().only(done);
    Map<ContactRole, List<String>> contacts = new EnumMap<>(ContactRole.class);
    contacts.putAll(before.contacts());
    contacts.keySet().retainAll(update.wanted().contacts().keySet());
    return new NameSettings(
        before.nameservers(),
        before.transferLock(),
        before.privacy(),
        before.renewalMode(),
        contacts);
  }
}

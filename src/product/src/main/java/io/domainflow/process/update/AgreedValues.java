package io.domainflow.process.update;

import io.domainflow.account.FingerprintKey;
import io.domainflow.consent.Fingerprint;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Section;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.UpdateOrder;
import io.domainflow.order.progress.SectionState;
import io.domainflow.order.progress.UpdateAgreements;
import io.domainflow.order.progress.UpdateAgreements.Agreement;
import io.domainflow.order.progress.Updates;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Records which values of an update may be sent, and is asked again by the steps that send them:
 * the path of a process proves nothing. A value is kept as its fingerprint, so that one that was
 * corrected since needs a new approval, and the other sections do not.
 */
@Component
class AgreedValues {

  private static final Contact NOBODY =
      new Contact(null, null, null, null, List.of(), null, null, null, null, null, null);

  private final UpdateAgreements agreements;
  private final Updates updates;
  private final FingerprintKey key;

  AgreedValues(UpdateAgreements agreements, Updates updates, FingerprintKey key) {
    this.agreements = agreements;
    this.updates = updates;
    this.key = key;
  }

  /**
   * Records what the policy says about the present values.
   *
   * @param needed whether the policy requires an approval
   * @return whether somebody has to be asked: nobody is asked twice about the same values
   */
  boolean isApprovalMissing(ProvisioningOrder order, boolean needed) {
    if (!needed) {
      agreements.agreed(order.id(), values(order), null);
      return false;
    }
    agreements.approvalNeeded(order.id());
    return SectionStates.in(updates.get(order.id()).results(), SectionState.WANTED).stream()
        .anyMatch(section -> !mayBeSent(order, section));
  }

  /** Records that a login has approved the present values. */
  void approved(ProvisioningOrder order, String login) {
    agreements.agreed(order.id(), values(order), login);
  }

  /** Whether the ordered value of a section may be sent. */
  boolean mayBeSent(ProvisioningOrder order, Section section) {
    Agreement agreement = agreements.of(order.id()).get(section);
    return agreement != null && agreement.fingerprint().equals(fingerprint(order, section));
  }

  /** The values of all sections that are not given up; they may become different before sending. */
  private Map<Section, String> values(ProvisioningOrder order) {
    Set<Section> sections = order.content().as(UpdateOrder.class).sections();
    sections.removeAll(SectionStates.in(updates.get(order.id()).results(), SectionState.REFUSED));
    Map<Section, String> values = new EnumMap<>(Section.class);
    sections.forEach(section -> values.put(section, fingerprint(order, section)));
    return values;
  }

  private String fingerprint(ProvisioningOrder order, Section section) {
    String text =
        "update %s %s %s"
            .formatted(order.id(), section, text(section, order.content().as(UpdateOrder.class)));
    return HexFormat.of().formatHex(key.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(Section section, UpdateOrder ordered) {
    return switch (section) {
      case NAMESERVERS ->
          ordered.registrarDns() ? "of the registrar" : hosts(ordered.settings().nameservers());
      case TRANSFER_LOCK -> String.valueOf(ordered.settings().transferLock());
      case PRIVACY -> String.valueOf(ordered.settings().privacy());
      case RENEWAL_MODE -> String.valueOf(ordered.settings().renewalMode());
      case REGISTRANT_DETAILS ->
          ordered.registrantDetails() == null
              ? contacts(ordered, Set.of(ContactRole.REGISTRANT))
              // not the registrant they were joined to, which may look different later
              : Fingerprint.of(ordered.registrantDetails().applyTo(NOBODY));
      case CONTACTS ->
          contacts(ordered, Set.of(ContactRole.ADMIN, ContactRole.TECH, ContactRole.BILLING));
    };
  }

  private static String hosts(@Nullable List<Nameserver> servers) {
    return servers == null
        ? "none"
        : servers.stream().map(Nameserver::host).sorted().collect(Collectors.joining(" "));
  }

  private static String contacts(UpdateOrder ordered, Set<ContactRole> roles) {
    Map<ContactRole, String> fingerprints = new TreeMap<>();
    ordered
        .contacts()
        .forEach(
            (role, contact) -> {
              if (roles.contains(role)) {
                fingerprints.put(role, Fingerprint.of(contact));
              }
            });
    return fingerprints.toString();
  }
}

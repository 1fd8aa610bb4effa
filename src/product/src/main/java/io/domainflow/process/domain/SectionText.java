package io.domainflow.process.domain;

import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Section;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a section of a name is set, for people. */
public final class SectionText {

  private SectionText() {}

  /** The setting; empty if it is not known, or is about people. */
  public static Optional<String> of(Section section, NameSettings settings) {
    return switch (section) {
      case NAMESERVERS -> Optional.ofNullable(settings.nameservers()).map(SectionText::hosts);
      case TRANSFER_LOCK ->
          Optional.ofNullable(settings.transferLock()).map(locked -> locked ? "locked" : "open");
      case PRIVACY -> Optional.ofNullable(settings.privacy()).map(on -> on ? "on" : "off");
      case RENEWAL_MODE -> Optional.ofNullable(settings.renewalMode()).map(RenewalMode::words);
      case CONTACTS, REGISTRANT_DETAILS -> Optional.empty();
    };
  }

  private static String hosts(List<Nameserver> nameservers) {
    return nameservers.isEmpty()
        ? "none"
        : nameservers.stream().map(Nameserver::host).collect(Collectors.joining(", "));
  }
}

package io.domainflow.model;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The actual or target setup of a name, section by section. A section without a value is null, or
 * has no contacts.
 *
 * @param nameservers all of them; their order does not matter
 * @param transferLock also null if the zone has no lock
 * @param privacy whether the registrar's privacy service replaces the registrant's data; also null
 *     if the zone has none
 * @param contacts handles by role, including the registrant's; the first one of a role counts
 */
public record NameSettings(
    @Nullable List<Nameserver> nameservers,
    @Nullable Boolean transferLock,
    @Nullable Boolean privacy,
    @Nullable RenewalMode renewalMode,
    Map<ContactRole, List<String>> contacts) {

  /** No section has a value. */
  public static final NameSettings NOTHING = new NameSettings(null, null, null, null, Map.of());

  public NameSettings {
    nameservers = nameservers == null ? null : List.copyOf(nameservers);
    Map<ContactRole, List<String>> copy = new EnumMap<>(ContactRole.class);
    contacts.forEach((role, handles) -> copy.put(role, List.copyOf(handles)));
    contacts = Collections.unmodifiableMap(copy);
  }

  /**
   * The same settings in a normal form for comparison: name servers sorted, one contact for each
   * role.
   */
  public NameSettings normalized() {
    Map<ContactRole, List<String>> firsts = new EnumMap<>(ContactRole.class);
    contacts.keySet().forEach(role -> firsts.put(role, first(role)));
    return new NameSettings(
        nameservers == null
            ? null
            : nameservers.stream().sorted(Comparator.comparing(Nameserver::host)).toList(),
        transferLock,
        privacy,
        renewalMode,
        firsts);
  }

  /** The sections that have a value. */
  public Set<Section> sections() {
    Set<Section> present = EnumSet.noneOf(Section.class);
    for (Section section : Section.values()) {
      if (isPresent(section)) {
        present.add(section);
      }
    }
    return present;
  }

  private boolean isPresent(Section section) {
    return switch (section) {
      case NAMESERVERS -> nameservers != null;
      case TRANSFER_LOCK -> transferLock != null;
      case PRIVACY -> privacy != null;
      case RENEWAL_MODE -> renewalMode != null;
      case REGISTRANT_DETAILS -> contacts.containsKey(ContactRole.REGISTRANT);
      case CONTACTS -> contacts.keySet().stream().anyMatch(NameSettings::isBesideRegistrant);
    };
  }

  /** The same setup with these sections only. */
  public NameSettings only(Set<Section> wanted) {
    Map<ContactRole, List<String>> theirs = new EnumMap<>(ContactRole.class);
    contacts.forEach(
        (role, handles) -> {
          if (wanted.contains(
              isBesideRegistrant(role) ? Section.CONTACTS : Section.REGISTRANT_DETAILS)) {
            theirs.put(role, handles);
          }
        });
    return new NameSettings(
        wanted.contains(Section.NAMESERVERS) ? nameservers : null,
        wanted.contains(Section.TRANSFER_LOCK) ? transferLock : null,
        wanted.contains(Section.PRIVACY) ? privacy : null,
        wanted.contains(Section.RENEWAL_MODE) ? renewalMode : null,
        theirs);
  }

  /** The same setup, overridden by the values of another one. */
  public NameSettings with(NameSettings others) {
    Map<ContactRole, List<String>> both = new EnumMap<>(ContactRole.class);
    both.putAll(contacts);
    both.putAll(others.contacts());
    return new NameSettings(
        others.nameservers() == null ? nameservers : others.nameservers(),
        others.transferLock() == null ? transferLock : others.transferLock(),
        others.privacy() == null ? privacy : others.privacy(),
        others.renewalMode() == null ? renewalMode : others.renewalMode(),
        both);
  }

  /**
   * The sections in which a name differs from this setup; sections without a value do not differ.
   *
   * @param present the actual setup
   */
  public Set<Section> differing(NameSettings present) {
    Set<Section> differing = EnumSet.noneOf(Section.class);
    for (Section section : sections()) {
      if (differs(section, present)) {
        differing.add(section);
      }
    }
    return differing;
  }

  private boolean differs(Section section, NameSettings present) {
    return switch (section) {
      case NAMESERVERS -> !hosts().equals(present.hosts());
      case TRANSFER_LOCK -> !Objects.equals(transferLock, present.transferLock());
      case PRIVACY -> !Objects.equals(privacy, present.privacy());
      case RENEWAL_MODE -> renewalMode != present.renewalMode();
      case REGISTRANT_DETAILS -> differs(ContactRole.REGISTRANT, present);
      case CONTACTS ->
          contacts.keySet().stream()
              .filter(NameSettings::isBesideRegistrant)
              .anyMatch(role -> differs(role, present));
    };
  }

  private boolean differs(ContactRole role, NameSettings present) {
    return !first(role).equals(present.first(role));
  }

  private List<String> first(ContactRole role) {
    return contacts.getOrDefault(role, List.of()).stream().limit(1).toList();
  }

  private Set<Nameserver> hosts() {
    return nameservers == null ? Set.of() : new HashSet<>(nameservers);
  }

  private static boolean isBesideRegistrant(ContactRole role) {
    return role != ContactRole.REGISTRANT;
  }
}

package io.domainflow.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.ContactRole;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import io.domainflow.order.domain.StoredSection.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Detects when a section of a name differs from the wanted one. */
class StoredSectionTest {

  private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

  @Test
  void theOrderOfNameServersDoesNotCount() {
    assertThat(differs(servers("a.example", "b.example"), servers("b.example", "a.example")))
        .isFalse();
    assertThat(differs(servers("a.example"), servers("a.example", "b.example"))).isTrue();
    assertThat(differs(servers("a.example"), servers())).isTrue();
  }

  @Test
  void lockPrivacyAndModeAreCompared() {
    assertThat(differs(new NameSettings(null, true, null, null, Map.of()), lock(true))).isFalse();
    assertThat(differs(lock(false), lock(true))).isTrue();
    assertThat(differs(privacy(false), privacy(true))).isTrue();
    assertThat(differs(mode(RenewalMode.AUTORENEW), mode(RenewalMode.AUTOEXPIRE))).isTrue();
    assertThat(differs(mode(RenewalMode.AUTORENEW), mode(RenewalMode.AUTORENEW))).isFalse();
  }

  @Test
  void contactsAreComparedInTheRolesThatTheRegistrarStates() {
    NameSettings wanted = contacts(Map.of(ContactRole.ADMIN, "P-1", ContactRole.TECH, "P-2"));

    assertThat(differs(wanted, contacts(Map.of(ContactRole.ADMIN, "P-1")))).isFalse();
    assertThat(differs(wanted, contacts(Map.of(ContactRole.ADMIN, "P-3")))).isTrue();
    assertThat(differs(wanted, contacts(Map.of(ContactRole.BILLING, "P-4")))).isFalse();
  }

  @Test
  void nothingIsSaidOfWhatIsNotKnown() {
    assertThat(new StoredSection(null, null, lock(true), NOW, Source.ORDER).differs()).isNull();
    assertThat(new StoredSection(lock(true), NOW, null, NOW, Source.ORDER).differs()).isNull();
    assertThat(StoredSection.UNKNOWN.differs()).isNull();
  }

  private static Boolean differs(NameSettings wanted, NameSettings present) {
    return new StoredSection(wanted, NOW, present, NOW, Source.ORDER).differs();
  }

  private static NameSettings servers(String... hosts) {
    return new NameSettings(
        Stream.of(hosts).map(Nameserver::new).toList(), null, null, null, Map.of());
  }

  private static NameSettings lock(boolean locked) {
    return new NameSettings(null, locked, null, null, Map.of());
  }

  private static NameSettings privacy(boolean on) {
    return new NameSettings(null, null, on, null, Map.of());
  }

  private static NameSettings mode(RenewalMode mode) {
    return new NameSettings(null, null, null, mode, Map.of());
  }

  private static NameSettings contacts(Map<ContactRole, String> handles) {
    return new NameSettings(
        null,
        null,
        null,
        null,
        handles.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))));
  }
}

package io.domainflow.order.progress;

import static io.domainflow.order.progress.SectionState.DONE;
import static io.domainflow.order.progress.SectionState.REFUSED;
import static io.domainflow.order.progress.SectionState.UNCHANGED;
import static io.domainflow.order.progress.SectionState.WANTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.StoredText;
import io.domainflow.model.ContactRole;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Section;
import io.domainflow.order.OrderEvent;
import io.domainflow.order.OrderEvents;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The progress of an update is stored sealed, section by section, with the state before. */
@DomainflowTest
class UpdatesTest {

  private static final NameSettings BEFORE =
      new NameSettings(
          servers("ns1.before-canary.example"),
          true,
          null,
          RenewalMode.AUTORENEW,
          Map.of(ContactRole.ADMIN, List.of("P-CANARY1"), ContactRole.REGISTRANT, List.of("P-9")));

  private static final NameSettings SERVERS =
      new NameSettings(servers("ns1.wanted.example"), null, null, null, Map.of());

  private final Registrations registrations;
  private final Updates updates;
  private final OrderEvents events;
  private final JdbcClient jdbc;
  private UUID order;

  @Autowired
  UpdatesTest(@LocalServerPort int port, Updates updates, OrderEvents events, JdbcClient jdbc) {
    this.registrations = new Registrations(port);
    this.updates = updates;
    this.events = events;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void anOrder() {
    String reference = registrations.place(Registrations.freshName("com"));
    order = UUID.fromString(registrations.awaitStatus(reference, "COMPLETED").get("id").asText());
  }

  @Test
  void hasNothingBeforeItIsPlanned() {
    assertThat(updates.find(order)).isEmpty();
    assertThatThrownBy(() -> updates.get(order)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void keepsTheStateThatWasReadLastBeforeAnythingWasSent() {
    updates.plan(order, SERVERS, NameSettings.NOTHING);
    updates.begin(order, BEFORE);
    NameSettings corrected =
        new NameSettings(servers("ns2.wanted.example"), null, null, null, Map.of());

    updates.begin(order, SERVERS);
    updates.plan(order, corrected, SERVERS);

    Update update = updates.get(order);
    assertThat(update.wanted()).isEqualTo(corrected);
    assertThat(update.before()).isEqualTo(BEFORE);
    assertThat(update.after()).isEqualTo(NameSettings.NOTHING);
    assertThat(update.pending()).isFalse();
    assertThat(update.results())
        .containsExactly(Map.entry(Section.NAMESERVERS, new SectionResult(WANTED, null)));
  }

  @Test
  void isSealed() {
    updates.plan(order, SERVERS, BEFORE);
    updates.after(order, BEFORE.with(SERVERS));

    assertThat(StoredText.tablesWith("before-canary", jdbc)).isEmpty();
    assertThat(StoredText.tablesWith("P-CANARY1", jdbc)).isEmpty();
    assertThat(updates.get(order).after()).isEqualTo(BEFORE.with(SERVERS));
  }

  @Test
  void whatIsDoneStaysDoneAndWhatWasRefusedIsWantedAgain() {
    NameSettings both = new NameSettings(SERVERS.nameservers(), false, null, null, Map.of());
    updates.plan(order, both, BEFORE);
    updates.conclude(order, Section.NAMESERVERS, DONE, null);
    updates.conclude(order, Section.TRANSFER_LOCK, REFUSED, "It is held until tomorrow.");

    updates.plan(order, both, BEFORE);
    updates.conclude(order, Section.NAMESERVERS, UNCHANGED, null);

    assertThat(updates.get(order).results())
        .containsOnly(
            Map.entry(Section.NAMESERVERS, new SectionResult(DONE, null)),
            Map.entry(Section.TRANSFER_LOCK, new SectionResult(WANTED, null)));
  }

  @Test
  void tellsOnceWhatBecameOfASection() {
    updates.plan(order, SERVERS, BEFORE);

    updates.conclude(order, Section.NAMESERVERS, REFUSED, "DS records stand.");
    updates.conclude(order, Section.NAMESERVERS, REFUSED, "DS records stand.");
    updates.conclude(order, Section.NAMESERVERS, DONE, null);

    assertThat(events.of(order))
        .filteredOn(event -> event.kind().name().startsWith("SECTION"))
        .extracting(event -> event.kind() + ": " + event.text())
        .containsExactly(
            OrderEvent.Kind.SECTION_REFUSED + ": name servers; DS records stand.",
            OrderEvent.Kind.SECTION_CHANGED + ": name servers");
  }

  @Test
  void waitsForTheRegistry() {
    updates.plan(order, SERVERS, BEFORE);

    updates.pending(order, true);

    assertThat(updates.get(order).pending()).isTrue();
  }

  private static List<Nameserver> servers(String... hosts) {
    return Stream.of(hosts).map(Nameserver::of).toList();
  }
}

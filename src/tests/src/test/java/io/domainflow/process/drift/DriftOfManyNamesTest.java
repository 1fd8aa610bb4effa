package io.domainflow.process.drift;

import static io.domainflow.process.drift.DriftStories.PANEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BuildSize;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Section;
import io.domainflow.process.accountcheck.AccountChecks;
import io.domainflow.registrar.RegistrarGateway;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Of many names, exactly those are found that somebody has changed, and the registrar is asked for
 * no others.
 */
@DomainflowTest
@TestPropertySource(properties = "domainflow.account-check.enabled=true")
class DriftOfManyNamesTest {

  private static final int NAMES = BuildSize.choose(50, 200, 200);

  /** The sections that are checked in turn. */
  private static final List<Section> PLANTED =
      List.of(
          Section.NAMESERVERS,
          Section.TRANSFER_LOCK,
          Section.PRIVACY,
          Section.CONTACTS,
          Section.RENEWAL_MODE);

  private final JdbcClient jdbc;
  private final AccountChecks checks;
  private final DriftStories drift;

  @Autowired
  DriftOfManyNamesTest(@LocalServerPort int port, RegistrarGateway gateway, JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.checks = new AccountChecks(port);
    this.drift = new DriftStories(checks, gateway);
  }

  @BeforeEach
  void begin() {
    checks.begin("A");
  }

  @AfterEach
  void putEverythingBack() {
    drift.end();
  }

  /**
   * Each name has one section that was changed in the panel: each is found, and no other. The pages
   * of the list are read, and no call is made for unchanged names.
   */
  @Test
  void findsWhatWasChangedOfManyNamesAndAsksForThoseOnly() {
    List<String> names = new ArrayList<>();
    List<String> orders = new ArrayList<>();
    StringBuilder setUp = new StringBuilder("[");
    for (int i = 0; i < NAMES; i++) {
      // Wanted contacts are sealed, and therefore come only from orders.
      boolean ordered = PLANTED.get(i % PLANTED.size()) == Section.CONTACTS;
      String name = ordered ? Registrations.freshName("com") : "many-%03d.com".formatted(i);
      names.add(name);
      if (ordered) {
        orders.add(checks.registrations().place(name));
      } else {
        setUp
            .append(i == 0 ? "" : ",")
            .append(
                "{'domain': '%s', 'account': 'test.user', 'renewalMode': 'AUTOEXPIRE'}"
                    .formatted(name));
      }
    }
    orders.forEach(order -> checks.registrations().awaitStatus(order, "COMPLETED"));
    checks.registrations().registry(setUp.append("]").toString());
    checks.nextDay();
    // The list of CentralNic Reseller contains neither locks nor privacy.
    names.stream().filter(name -> name.startsWith("many-")).forEach(drift::refresh);
    int wanted =
        jdbc.sql(
                """
                update domain_section set wanted = present, wanted_since = read_at
                where account = :account and domain like 'many-%' and present is not null
                """)
            .param("account", checks.here("sandbox"))
            .update();
    assertThat(wanted).isGreaterThan(names.size());
    String before = checks.registrations().now();
    checks.nextDay();
    assertThat(checks.calls("StatusDomain", before)).as("nothing was changed").isZero();
    assertThat(drift.tasks()).isEmpty();

    NameSettings otherAdmin = drift.adminOf(drift.ofAnotherRegistrant());
    checks.registrations().advance("PT1M");
    Map<String, Section> planted = new LinkedHashMap<>();
    names.forEach(
        name -> {
          Section section = PLANTED.get(planted.size() % PLANTED.size());
          planted.put(name, section);
          changeInPanel(section, name, otherAdmin);
        });
    before = checks.registrations().now();
    checks.nextDay();

    assertThat(checks.partsOfLists(before)).as("of both accounts").isLessThanOrEqualTo(2);
    assertThat(checks.calls("StatusDomain", before)).isLessThanOrEqualTo(names.size());
    assertThat(drift.tasks()).hasSize(names.size() * 4 / 5);
    assertThat(checks.tasks("sandbox")).as("of renewal modes").isNotEmpty();
    planted.forEach(
        (name, section) -> {
          assertThat(differing(name)).as(name).containsExactly(section.member());
          if (section != Section.RENEWAL_MODE) {
            assertThat(drift.task(name).get("name").asText()).isEqualTo("Settle drift: " + name);
          }
        });
  }

  private void changeInPanel(Section section, String name, NameSettings otherAdmin) {
    switch (section) {
      case NAMESERVERS -> drift.panel(name, PANEL);
      case TRANSFER_LOCK -> drift.panel(name, new NameSettings(null, true, null, null, Map.of()));
      case PRIVACY -> drift.panel(name, new NameSettings(null, null, true, null, Map.of()));
      case CONTACTS -> drift.panel(name, otherAdmin);
      case RENEWAL_MODE ->
          checks.registrations().happen(name, "MODE_CHANGED_ELSEWHERE", "AUTORENEW");
      case REGISTRANT_DETAILS -> throw new IllegalArgumentException("nobody looks for it");
    }
  }

  /** The sections reported as different from the wanted ones. */
  private List<String> differing(String domain) {
    return drift.section(domain, "").properties().stream()
        .filter(section -> section.getValue().path("differs").asBoolean())
        .map(Map.Entry::getKey)
        .toList();
  }
}

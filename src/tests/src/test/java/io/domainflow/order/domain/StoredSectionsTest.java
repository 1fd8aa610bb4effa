package io.domainflow.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Section;
import io.domainflow.order.domain.StoredSection.Source;
import io.domainflow.order.leaving.RegistrantMailAddresses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stored present and wanted settings of names. */
@DomainflowTest
class StoredSectionsTest {

  private static final String ACCOUNT = "sandbox";
  private static final NameSettings ALL =
      new NameSettings(
          List.of(new Nameserver("ns1.example.net"), new Nameserver("ns2.example.net")),
          true,
          false,
          RenewalMode.AUTOEXPIRE,
          Map.of(
              ContactRole.REGISTRANT, List.of("P-CANARY1"),
              ContactRole.ADMIN, List.of("P-CANARY2"),
              ContactRole.TECH, List.of("P-CANARY3")));

  private final DomainName domain = DomainName.of(Registrations.freshName("com"));
  private final Registrations registrations;
  private final StoredSections sections;
  private final RecentChanges changes;
  private final RegistrantMailAddresses mails;
  private final JdbcClient jdbc;
  private final Clock clock;

  @Autowired
  StoredSectionsTest(
      @LocalServerPort int port,
      StoredSections sections,
      RecentChanges changes,
      RegistrantMailAddresses mails,
      JdbcClient jdbc,
      Clock clock) {
    this.changes = changes;
    this.mails = mails;
    this.registrations = new Registrations(port);
    this.sections = sections;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private Map<Section, StoredSection> find() {
    return sections.find(ACCOUNT, domain);
  }

  private UUID order() {
    String reference = registrations.place(Registrations.freshName("com"));
    return UUID.fromString(registrations.awaitStatus(reference, "COMPLETED").get("id").asText());
  }

  @Test
  void keepsAllThatWasReadAndSealsHandles() {
    sections.read(ACCOUNT, domain, ALL, clock.instant(), Source.REFRESH);

    assertThat(find()).containsOnlyKeys(EnumSet.allOf(Section.class));
    NameSettings read = NameSettings.NOTHING;
    for (StoredSection section : find().values()) {
      assertThat(section.source()).isEqualTo(Source.REFRESH);
      assertThat(section.wanted()).isNull();
      read = read.with(section.present());
    }
    assertThat(read).isEqualTo(ALL);
    assertThat(
            jdbc.sql("select * from domain_section where domain = :domain")
                .param("domain", domain.ascii())
                .query()
                .listOfRows()
                .toString())
        .contains("ns1.example.net")
        .doesNotContain("CANARY");
  }

  @Test
  void whatANameNoLongerHasIsNotPresent() {
    sections.read(ACCOUNT, domain, ALL, clock.instant(), Source.ORDER);
    sections.read(
        ACCOUNT,
        domain,
        new NameSettings(List.of(), null, null, null, Map.of()),
        clock.instant(),
        Source.ORDER);

    assertThat(find().get(Section.TRANSFER_LOCK).present()).isNull();
    assertThat(find().get(Section.TRANSFER_LOCK).readAt()).isNotNull();
    assertThat(find().get(Section.NAMESERVERS).present().nameservers()).isEmpty();
  }

  @Test
  void aListChangesWhatItSaysUnlessThatWasReadSince() {
    Instant now = clock.instant();
    sections.read(ACCOUNT, domain, ALL, clock.instant(), Source.ORDER);
    NameSettings unlocked = new NameSettings(null, false, null, null, Map.of());

    sections.listed(ACCOUNT, now.minus(Duration.ofDays(1)), Map.of(domain, unlocked));
    assertThat(find().get(Section.TRANSFER_LOCK).present().transferLock()).isTrue();

    sections.listed(ACCOUNT, now.plus(Duration.ofDays(1)), Map.of(domain, unlocked));
    assertThat(find().get(Section.TRANSFER_LOCK).present().transferLock()).isFalse();
    assertThat(find().get(Section.TRANSFER_LOCK).source()).isEqualTo(Source.DAILY_CHECK);
    assertThat(find().get(Section.PRIVACY).source()).isEqualTo(Source.ORDER);
  }

  @Test
  void whatIsWantedOfOneContactLeavesTheOthers() {
    UUID order = order();
    sections.want(ACCOUNT, domain, ALL, order);
    sections.want(
        ACCOUNT,
        domain,
        new NameSettings(null, null, null, null, Map.of(ContactRole.ADMIN, List.of("P-CANARY9"))),
        order);

    assertThat(find().get(Section.CONTACTS).wanted().contacts())
        .containsEntry(ContactRole.ADMIN, List.of("P-CANARY9"))
        .containsEntry(ContactRole.TECH, List.of("P-CANARY3"))
        .doesNotContainKey(ContactRole.REGISTRANT);
    assertThat(find().get(Section.REGISTRANT_DETAILS).wanted().contacts())
        .containsOnlyKeys(ContactRole.REGISTRANT);
    assertThat(sections.wantedModes(ACCOUNT)).containsEntry(domain.ascii(), RenewalMode.AUTOEXPIRE);
  }

  @Test
  void aNameThatComesAnewHasNothingWantedAndOneThatLeavesHasNothing() {
    sections.read(ACCOUNT, domain, ALL, clock.instant(), Source.ORDER);
    sections.want(ACCOUNT, domain, ALL, order());

    sections.forgetWanted(ACCOUNT, domain);
    assertThat(find().values())
        .allMatch(section -> section.wanted() == null)
        .allMatch(section -> section.present() != null);

    sections.forget(ACCOUNT, List.of(domain));
    assertThat(find()).isEmpty();
  }

  @Test
  void whatAReadingShowsToBeChangedIsKnownAlsoOnceItIsSettled() {
    sections.read(ACCOUNT, domain, ALL, clock.instant(), Source.ORDER);
    sections.want(ACCOUNT, domain, ALL, null);
    assertThat(changes.of(ACCOUNT, domain))
        .isEqualTo(new RecentChanges.Changes(null, null, null, null));

    sections.read(
        ACCOUNT,
        domain,
        new NameSettings(
            List.of(new Nameserver("ns9.example.net")),
            false,
            false,
            RenewalMode.AUTOEXPIRE,
            Map.of(ContactRole.REGISTRANT, List.of("P-CANARY8"))),
        clock.instant(),
        Source.DAILY_CHECK);
    sections.adopt(ACCOUNT, domain, EnumSet.of(Section.NAMESERVERS));
    sections.set(ACCOUNT, domain, new NameSettings(null, true, null, null, Map.of()));

    RecentChanges.Changes seen = changes.of(ACCOUNT, domain);
    assertThat(seen.nameserversAt()).isNotNull();
    assertThat(seen.registrantAt()).isNotNull();
    assertThat(seen.lockOpenedAt()).isNotNull();
  }

  @Test
  void namesInAnotherOrderAndALockThatIsSetAreNoChange() {
    sections.read(ACCOUNT, domain, ALL, clock.instant(), Source.ORDER);
    NameSettings unlocked =
        new NameSettings(
            List.of(new Nameserver("ns2.example.net"), new Nameserver("ns1.example.net")),
            null,
            false,
            RenewalMode.AUTOEXPIRE,
            ALL.contacts());
    sections.read(ACCOUNT, domain, unlocked, clock.instant(), Source.ORDER);
    sections.read(ACCOUNT, domain, ALL, clock.instant(), Source.ORDER);

    assertThat(changes.of(ACCOUNT, domain))
        .isEqualTo(new RecentChanges.Changes(null, null, null, null));
  }

  @Test
  void keepsTheRegistrantsMailAddressSealedAndTheOneBeforeForAWhile() {
    mails.seen(ACCOUNT, domain, "canary-one@example.org");
    assertThat(mails.find(ACCOUNT, domain).orElseThrow().changedAt()).isNull();
    mails.seen(ACCOUNT, domain, "Canary-One@example.org");
    assertThat(mails.find(ACCOUNT, domain).orElseThrow().changedAt()).isNull();
    mails.seen(ACCOUNT, domain, "canary-two@example.org");

    RegistrantMailAddresses.Known known = mails.find(ACCOUNT, domain).orElseThrow();
    assertThat(known.mail()).isEqualTo("canary-two@example.org");
    assertThat(known.former()).isEqualTo("canary-one@example.org");
    assertThat(changes.of(ACCOUNT, domain).registrantAt()).isEqualTo(known.changedAt());
    assertThat(
            jdbc.sql("select * from domain_section where domain = :domain")
                .param("domain", domain.ascii())
                .query()
                .listOfRows()
                .toString())
        .doesNotContain("canary");

    mails.seen(ACCOUNT, domain, "canary-three@example.org");
    assertThat(mails.find(ACCOUNT, domain).orElseThrow().former())
        .as("who changes it twice is not told instead of who had it")
        .isEqualTo("canary-one@example.org");

    jdbc.sql("update domain_section set mail_changed_at = :at where domain = :domain")
        .param("domain", domain.ascii())
        .param("at", clock.instant().minus(Duration.ofDays(61)).atOffset(ZoneOffset.UTC))
        .update();
    mails.forgetFormer();
    assertThat(mails.find(ACCOUNT, domain).orElseThrow().former()).isNull();
  }
}

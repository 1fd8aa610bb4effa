package io.domainflow.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.model.NameSettings;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Section;
import io.domainflow.order.domain.DomainReading.DateKind;
import io.domainflow.order.domain.StoredSection.Source;
import io.domainflow.owner.Owner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An answer that was long under way changes nothing that is known better since. */
@DomainflowTest
class StoredDomainsTest {

  private static final Duration UNDER_WAY = Duration.ofSeconds(20);
  private static final Instant END = Instant.parse("2031-01-01T00:00:00Z");

  private final Registrations registrations;
  private final StoredDomains domains;
  private final ListedDomains listed;
  private final StoredSections sections;
  private final RecentChanges changes;
  private final DepartedDomains gone;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  private DomainName domain;
  private String account;
  private Owner owner;

  @Autowired
  StoredDomainsTest(
      @LocalServerPort int port,
      StoredDomains domains,
      ListedDomains listed,
      StoredSections sections,
      RecentChanges changes,
      DepartedDomains gone,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.registrations = new Registrations(port);
    this.domains = domains;
    this.listed = listed;
    this.sections = sections;
    this.changes = changes;
    this.gone = gone;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @BeforeEach
  void aName() {
    domain = DomainName.of(Registrations.freshName("com"));
    account = registrations.account();
    registrations.awaitStatus(registrations.place(domain.ascii()), "COMPLETED");
    owner = stored().owner();
    assertThat(owner).isNotNull();
  }

  private StoredDomain stored() {
    return domains.find(account, domain).orElseThrow();
  }

  /** Puts off what is known of the name, so that a reading may be older, and not of the future. */
  private void knownSince(Instant at) {
    jdbc.sql("update stored_domain set read_at = :at where account = :account and domain = :domain")
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("account", account)
        .param("domain", domain.ascii())
        .update();
  }

  private void read(Instant askedAt, boolean locked) {
    domains.read(
        account,
        domain,
        new DomainReading(
            DomainStatus.ACTIVE,
            Map.of(DateKind.EXPIRES, locked ? END : END.plus(Duration.ofDays(1))),
            new NameSettings(List.of(), locked, null, RenewalMode.AUTOEXPIRE, Map.of()),
            null,
            null),
        askedAt,
        Source.REFRESH);
  }

  private void list(Instant askedAt) {
    listed.store(
        account,
        askedAt,
        List.of(
            new ListedDomain(
                domain,
                DomainStatus.ACTIVE,
                RenewalMode.AUTOEXPIRE,
                Map.of(DateKind.EXPIRES, END))));
    sections.listed(
        account,
        askedAt,
        Map.of(domain, new NameSettings(null, true, null, RenewalMode.AUTOEXPIRE, Map.of())));
  }

  private void leaves() {
    transaction.executeWithoutResult(
        status -> gone.left(account, domain, "it was transferred away"));
  }

  private void isGone() {
    assertThat(stored().status()).isEqualTo(DomainStatus.TRANSFERRED_AWAY);
    assertThat(stored().gone()).isNotNull();
    assertThat(stored().owner()).isEqualTo(owner);
    assertThat(sections.find(account, domain)).isEmpty();
  }

  @Test
  void hasTheLockThatWasReadLastWhereverItWasRead() {
    read(clock.instant(), true);

    sections.set(account, domain, new NameSettings(null, false, null, null, Map.of()));

    assertThat(stored().transferLocked()).isFalse();
  }

  /** A list may not state the lock: then the first reading is what its owner is taken to know. */
  @Test
  void theFirstLockThatIsReadIsWhatLaterOnesAreComparedWith() {
    String told = "from domain_told where account = :account and domain = :domain";
    jdbc.sql("delete " + told).param("account", account).param("domain", domain.ascii()).update();
    jdbc.sql(
            "insert into domain_told (account, domain, status, notices)"
                + " values (:account, :domain, 'ACTIVE', 0)")
        .param("account", account)
        .param("domain", domain.ascii())
        .update();

    read(clock.instant(), false);
    read(clock.instant(), true);

    assertThat(
            jdbc.sql("select locked " + told)
                .param("account", account)
                .param("domain", domain.ascii())
                .query(Boolean.class)
                .single())
        .isFalse();
  }

  @Test
  void whatWasAskedBeforeAnOrderChangedTheNameIsNotStored() {
    Instant changed = clock.instant();
    read(changed, true);

    read(changed.minus(UNDER_WAY), false);

    assertThat(stored().transferLocked()).isTrue();
    assertThat(stored().dates().get(DateKind.EXPIRES).at()).isEqualTo(END);
    assertThat(sections.find(account, domain).get(Section.TRANSFER_LOCK).present().transferLock())
        .isTrue();
    assertThat(changes.of(account, domain).lockOpenedAt()).as("nobody has opened it").isNull();
  }

  @Test
  void whatIsAskedAtTheSameMomentIsStored() {
    Instant now = clock.instant();
    read(now, true);

    read(now, false);

    assertThat(stored().transferLocked()).isFalse();
    assertThat(stored().dates().get(DateKind.EXPIRES).at()).isEqualTo(END.plus(Duration.ofDays(1)));
  }

  @Test
  void aNameThatLeftWhileTheAnswerWasUnderWayStaysGone() {
    leaves();
    Instant before = clock.instant().minus(UNDER_WAY);

    read(before, true);
    isGone();
    list(before);
    isGone();
  }

  @Test
  void aNameThatIsFoundHereLaterHasComeBackForNobody() {
    leaves();
    Instant later = clock.instant();
    knownSince(later.minus(UNDER_WAY));

    list(later);

    assertThat(stored().status()).isEqualTo(DomainStatus.ACTIVE);
    assertThat(stored().gone()).isNull();
    assertThat(stored().owner()).isNull();
    assertThat(sections.find(account, domain)).isNotEmpty();
  }

  @Test
  void aNameLeavesOnce() {
    list(clock.instant());
    jdbc.sql(
            """
            update stored_domain set missing_since = read_at
            where account = :account and domain = :domain
            """)
        .param("account", account)
        .param("domain", domain.ascii())
        .update();
    leaves();

    transaction.executeWithoutResult(
        status ->
            gone.gone(
                account,
                List.of(
                    new DepartedDomain(
                        domain,
                        DomainStatus.TRANSFERRED_AWAY,
                        "the log of the account has it",
                        null))));

    assertThat(stored().gone().how()).isEqualTo("it was transferred away");
  }
}

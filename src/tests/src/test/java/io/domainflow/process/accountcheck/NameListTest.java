package io.domainflow.process.accountcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.ListingRegistrar;
import io.domainflow.account.Accounts;
import io.domainflow.account.RegistrarSystem;
import io.domainflow.account.ResellerAccount;
import io.domainflow.process.domain.NameList;
import io.domainflow.registrar.RegistrarGateway;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * The check handles lists that the sandbox does not produce: long, broken and inconsistent ones.
 */
@DomainflowTest
@TestPropertySource(properties = "domainflow.account-check.enabled=true")
class NameListTest {

  private static final String ACCOUNT = "listed";
  private static final ListingRegistrar REGISTRAR = new ListingRegistrar();
  private static final DateTimeFormatter REGISTRAR_DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private final AccountChecks checks;
  private final Accounts accounts;
  private final NameList list;
  private final RegistrarGateway gateway;
  private final JdbcClient jdbc;
  private final Clock clock;

  @Autowired
  NameListTest(
      @LocalServerPort int port,
      Accounts accounts,
      NameList list,
      RegistrarGateway gateway,
      JdbcClient jdbc,
      Clock clock) {
    this.checks = new AccountChecks(port);
    this.accounts = accounts;
    this.list = list;
    this.gateway = gateway;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @DynamicPropertySource
  static void registrar(DynamicPropertyRegistry properties) {
    properties.add("domainflow.ispapi.ote-url", REGISTRAR::url);
  }

  @BeforeEach
  void begin() {
    checks.begin("A");
    REGISTRAR.begin();
    ResellerAccount plain = ResellerAccount.of(ACCOUNT, RegistrarSystem.OTE, "listed.user");
    accounts.save(plain, "secret");
  }

  @AfterEach
  void end() {
    checks.admin().delete("/api/v1/accounts/" + ACCOUNT);
  }

  @AfterAll
  static void close() {
    REGISTRAR.close();
  }

  /** A name that expires after this time, and is paid and finalized as given. */
  private void name(String domain, Duration expires, Duration paidUntil) {
    Instant now = clock.instant();
    REGISTRAR.name(
        domain,
        Map.of(
            "STATUS", "ACTIVE",
            "RENEWALMODE", "expire",
            "EXPIRATIONDATE", REGISTRAR_DATE.format(now.plus(expires)),
            "PAIDUNTILDATE", REGISTRAR_DATE.format(now.plus(paidUntil)),
            "FINALIZATIONDATE", REGISTRAR_DATE.format(now.plus(expires).plus(Duration.ofDays(1)))));
  }

  private void names(int number) {
    for (int i = 0; i < number; i++) {
      name("name-%05d.com".formatted(i), Duration.ofDays(200), Duration.ofDays(200));
    }
  }

  private int count(String what) {
    return jdbc.sql("select count(*) from stored_domain where account = :account and " + what)
        .param("account", ACCOUNT)
        .query(Integer.class)
        .single();
  }

  @Test
  void storesTwoThousandNamesWithAFewStatements() {
    names(2_000);
    for (String which : List.of("seen for the first time", "seen again")) {
      REGISTRAR.forgetCalls();
      long start = System.nanoTime();
      list.read(ACCOUNT, gateway);
      Duration took = Duration.ofNanos(System.nanoTime() - start);

      System.out.printf("2000 names, %s, were read and stored in %d ms%n", which, took.toMillis());
      assertThat(REGISTRAR.calls()).hasSize(8);
      assertThat(count("listed_at is not null")).isEqualTo(2_000);
      assertThat(took).isLessThan(Duration.ofSeconds(30));
    }
    assertThat(
            jdbc.sql("select count(*) from stored_domain_date where account = :account")
                .param("account", ACCOUNT)
                .query(Integer.class)
                .single())
        .isEqualTo(6_000);
  }

  /** The registrar fails after the first part; nothing is reported about the names that follow. */
  @Test
  void anIncompleteListMarksNothing() {
    names(260);
    checks.nextDay();
    assertThat(count("missing_since is null")).isEqualTo(260);

    REGISTRAR.nameGone("name-00003.com");
    checks.toTheNextCheck();
    REGISTRAR.awayBehind(250);
    checks.registrations().advance("PT20M");
    assertThat(checks.instances("AccountCheckProcess", ACCOUNT)).isEqualTo(1);
    assertThat(count("missing_since is not null")).isZero();

    REGISTRAR.accept();
    checks.registrations().advance("PT10M");
    assertThat(count("missing_since is not null")).isEqualTo(1);
    assertThat(count("missing_since is not null and domain = 'name-00003.com'")).isEqualTo(1);
  }

  @Test
  void tellsOfARenewalThatWasPaidAndNotCarriedOut() {
    name("paid.com", Duration.ofDays(1), Duration.ofDays(366));
    name("late.com", Duration.ofDays(-4), Duration.ofDays(361));
    checks.nextDay();

    JsonNode task = checks.onlyTask(ACCOUNT);
    assertThat(task.get("name").asText()).isEqualTo("Look after names: paid, but not renewed");
    assertThat(checks.form(task, "names")).startsWith("late.com: paid until ");
    assertThat(checks.form(task, "money")).startsWith("the registrar has charged");
    assertThat(checks.form(task, "advice")).contains("Do not order the renewal again");

    name("late.com", Duration.ofDays(361), Duration.ofDays(361));
    checks.nextDay();
    checks.awaitTasks(ACCOUNT, 0);
  }

  /** A name that was read while the list was being fetched is not overwritten by the list. */
  @Test
  void keepsWhatWasReadLater() {
    name("later.com", Duration.ofDays(100), Duration.ofDays(100));
    list.read(ACCOUNT, gateway);
    jdbc.sql(
            """
            update stored_domain_date set at = '2040-01-01', read_at = :later
            where account = :account and kind = 'EXPIRES'
            """)
        .param("account", ACCOUNT)
        .param("later", clock.instant().plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
        .update();

    list.read(ACCOUNT, gateway);

    assertThat(
            jdbc.sql(
                    "select at = '2040-01-01' from stored_domain_date where account = :account"
                        + " and kind = 'EXPIRES'")
                .param("account", ACCOUNT)
                .query(Boolean.class)
                .single())
        .isTrue();
  }
}

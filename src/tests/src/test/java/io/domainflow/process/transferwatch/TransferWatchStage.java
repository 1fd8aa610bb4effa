package io.domainflow.process.transferwatch;

import io.domainflow.DomainflowTest;
import io.domainflow.ListingRegistrar;
import io.domainflow.Registrations;
import io.domainflow.WaitingTransfers;
import io.domainflow.account.Accounts;
import io.domainflow.account.RegistrarSystem;
import io.domainflow.account.ResellerAccount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * Provides an account whose list of transfers and events a test writes. The registrar that lists
 * them answers as long as the process runs, because the classes share an application.
 */
@DomainflowTest
@TestPropertySource(properties = "domainflow.transfer-watch.enabled=true")
abstract class TransferWatchStage {

  static final String ACCOUNT = "watched";
  static final ListingRegistrar REGISTRAR = new ListingRegistrar();

  final Registrations registrations;
  final WaitingTransfers transfers;
  final RepositoryService repository;
  final RuntimeService runtime;
  final JdbcClient jdbc;
  final Clock clock;
  private final Accounts accounts;

  TransferWatchStage(
      int port,
      Accounts accounts,
      RepositoryService repository,
      RuntimeService runtime,
      JdbcClient jdbc,
      Clock clock) {
    this.registrations = new Registrations(port);
    this.transfers = new WaitingTransfers(jdbc, repository, runtime, ACCOUNT);
    this.accounts = accounts;
    this.repository = repository;
    this.runtime = runtime;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @DynamicPropertySource
  static void registrar(DynamicPropertyRegistry properties) {
    properties.add("domainflow.ispapi.ote-url", REGISTRAR::url);
  }

  @BeforeEach
  void begin() {
    registrations.startOver();
    transfers.end();
    REGISTRAR.begin();
    accounts.save(ResellerAccount.of(ACCOUNT, RegistrarSystem.OTE, "watched.user"), "secret");
  }

  @AfterEach
  void end() {
    transfers.end();
  }

  /** The next watch. */
  void watch() {
    REGISTRAR.forgetCalls();
    registrations.advance("PT16M");
  }

  Instant longAgo() {
    return clock.instant().minus(Duration.ofDays(1));
  }

  /** A name that waits for the registry, and is listed as waiting. */
  String waiting(String domain) {
    REGISTRAR.transfer(domain, "REQUESTED");
    return transfers.waiting(domain, "AT_REGISTRY", longAgo());
  }

  /** The account's events here, each with what was done about it. */
  List<String> inbox() {
    return jdbc.sql(
            """
            select id || ' ' || coalesce(handling, 'OPEN') from registrar_event
            where account = :account order by id
            """)
        .param("account", ACCOUNT)
        .query(String.class)
        .list();
  }

  /** How many watches are under way. */
  long watches() {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey("TransferWatchProcess")
        .count();
  }
}

package io.domainflow.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.domainflow.DomainflowTest;
import io.domainflow.ForkedMain;
import io.domainflow.Registrations;
import io.domainflow.TestDatabase;
import io.domainflow.account.AccountProperties.Account;
import io.domainflow.model.ContactRole;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

@DomainflowTest
class ConfiguredAccountsTest {

  private static final String NAME = "configured";

  private final Accounts accounts;
  private final ConfiguredAccounts configured;
  private final OpenOrderCount use;
  private final String database;
  private final Registrations registrations;

  @Autowired
  ConfiguredAccountsTest(
      Accounts accounts,
      ConfiguredAccounts configured,
      OpenOrderCount use,
      @Value("${spring.datasource.url}") String database,
      @LocalServerPort int port) {
    this.accounts = accounts;
    this.configured = configured;
    this.use = use;
    this.database = database;
    this.registrations = new Registrations(port);
  }

  @AfterEach
  void remove() {
    accounts.delete(NAME);
  }

  @Test
  void demonstrationHasItsAccountsWithTheShippedSettings() {
    ResellerAccount sandbox = accounts.find("sandbox").orElseThrow();

    assertThat(sandbox.system()).isEqualTo(RegistrarSystem.SANDBOX);
    assertThat(sandbox.quota()).isEqualTo(new Quota(1_000_000, 1_000_000));
    assertThat(sandbox.defaults()).isEqualTo(OrderDefaults.SHIPPED);
    assertThat(sandbox.registrantChangeMode()).isEqualTo(RegistrantChangeMode.WAIT_WITHOUT_LOCK);
    assertThat(sandbox.designatedAgent())
        .isEqualTo(
            new DesignatedAgent("demonstration", Instant.parse("2026-01-01T00:00:00Z"), "demo-1"));
    assertThat(accounts.find("sandbox2").orElseThrow().designatedAgent()).isNull();
    assertThat(configured.membersOf("sandbox"))
        .containsExactly(
            "designatedAgent", "login", "password", "quotaHard", "quotaSoft", "system");
    assertThat(configured.membersOf("somebody")).isEmpty();
  }

  @Test
  void eachStartSetsWhatTheConfigurationSetsAndLeavesTheRest() {
    start(account("acme!robot", "first", List.of("ns1.example.net"), null));
    ResellerAccount stored = accounts.find(NAME).orElseThrow();
    OrderDefaults changed =
        new OrderDefaults(
            List.of(Nameserver.of("ns9.example.net")),
            Map.of(ContactRole.TECH, "P-ABC1"),
            RenewalMode.AUTORENEW,
            false);
    accounts.update(stored.with(changed), "changed");

    start(account("acme!robot", "second", List.of("ns1.example.net"), "P-ADM1"));

    Accounts.Access access = accounts.access(NAME).orElseThrow();
    assertThat(access.password()).isEqualTo("second");
    assertThat(access.account().defaults())
        .isEqualTo(
            new OrderDefaults(
                List.of(Nameserver.of("ns1.example.net")),
                Map.of(ContactRole.TECH, "P-ABC1", ContactRole.ADMIN, "P-ADM1"),
                RenewalMode.AUTORENEW,
                false));
  }

  @Test
  void changesAreUndoneWhenTheSandboxIsReset() {
    ResellerAccount sandbox = accounts.find("sandbox").orElseThrow();
    accounts.update(
        sandbox.with(new OrderDefaults(List.of(), Map.of(), RenewalMode.AUTODELETE, false)), null);

    configured.startOver();

    assertThat(accounts.find("sandbox")).contains(sandbox);
  }

  @Test
  void doesNotStartWithAnAccountThatCannotBeUsed() {
    assertThatThrownBy(() -> start(account("acme!robot", " ", null, null)))
        .hasMessageContaining("domainflow.accounts.configured needs a system");
    assertThatThrownBy(() -> start(account("acme!a!b", "canary", null, null)))
        .hasMessageContaining("domainflow.accounts.configured cannot be used")
        .hasMessageNotContaining("canary");
    assertThat(accounts.find(NAME)).isEmpty();
  }

  @Test
  void doesNotStartWithAPolicyThatIsNotInForceThere() {
    start(withPolicy(RegistrarSystem.SANDBOX, "CORD"));
    assertThat(accounts.find(NAME).orElseThrow().registrantChangePolicy())
        .isEqualTo(RegistrantChangePolicy.CORD);

    for (RegistrarSystem system : List.of(RegistrarSystem.LIVE, RegistrarSystem.OTE)) {
      for (String policy : Arrays.asList("CORD", null)) {
        assertThatThrownBy(() -> start(withPolicy(system, policy)))
            .hasMessageContaining("domainflow.accounts.configured cannot be used: a value of")
            .hasMessageContaining(
                "registrant-change-policy must be 2016 for an account on " + system)
            .hasMessageContaining("CORD is not in force");
      }
    }
    assertThat(accounts.find(NAME).orElseThrow().system()).isEqualTo(RegistrarSystem.SANDBOX);

    start(withPolicy(RegistrarSystem.LIVE, "2016"));
    assertThat(accounts.find(NAME).orElseThrow().registrantChangePolicy())
        .isEqualTo(RegistrantChangePolicy.POLICY_2016);
    assertThatThrownBy(() -> start(withPolicy(RegistrarSystem.LIVE, "2027")))
        .hasMessageContaining("of registrant-change-policy must be 2016 or CORD");
  }

  @Test
  void doesNotMoveOpenOrdersToAnotherSystem() throws Exception {
    String reference = registrations.place(Registrations.freshName("ca"));
    registrations.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    String[] arguments = {
      "--spring.profiles.active=demo",
      "--server.port=0",
      "--spring.datasource.url=" + database,
      "--spring.datasource.username=" + TestDatabase.USERNAME,
      "--spring.datasource.password=",
      "--domainflow.accounts.sandbox.system=OTE"
    };

    ForkedMain.Ended refused = ForkedMain.run(arguments);

    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.output())
        .contains("APPLICATION FAILED TO START")
        .contains("domainflow.accounts.sandbox.system is OTE, but the account has ")
        .contains("on SANDBOX, and they cannot continue elsewhere. Nothing was changed.")
        .doesNotContain("\tat ");
    assertThat(accounts.find("sandbox").orElseThrow().system()).isEqualTo(RegistrarSystem.SANDBOX);
    registrations.cancel(reference);
  }

  @Test
  void movesAnAccountWithoutOpenOrdersToAnotherSystem() {
    start(account("acme!robot", "first", null, null));
    accounts.update(
        ResellerAccount.of(NAME, RegistrarSystem.LIVE, "acme!robot"), "of the live system");

    start(account("acme!robot", "first", null, null));

    assertThat(accounts.find(NAME).orElseThrow().system()).isEqualTo(RegistrarSystem.SANDBOX);
  }

  private void start(Account account) {
    new ConfiguredAccounts(new AccountProperties(null, Map.of(NAME, account)), accounts, use)
        .afterPropertiesSet();
  }

  private static Account account(
      String login, String password, List<String> nameservers, String adminContact) {
    return account(RegistrarSystem.SANDBOX, login, password, nameservers, adminContact, null);
  }

  private static Account withPolicy(RegistrarSystem system, String policy) {
    return account(system, "acme!robot", "first", null, null, policy);
  }

  private static Account account(
      RegistrarSystem system,
      String login,
      String password,
      List<String> nameservers,
      String adminContact,
      String policy) {
    return new Account(
        system,
        login,
        password,
        null,
        null,
        null,
        nameservers,
        adminContact,
        null,
        null,
        null,
        null,
        null,
        policy,
        null,
        null,
        null,
        null);
  }
}

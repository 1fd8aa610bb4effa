package io.domainflow.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.domainflow.DomainflowTest;
import io.domainflow.account.AccountProperties.Account;
import io.domainflow.model.ContactRole;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DomainflowTest
class ConfiguredAccountsTest {

  private static final String NAME = "configured";

  private final Accounts accounts;
  private final ConfiguredAccounts configured;

  @Autowired
  ConfiguredAccountsTest(Accounts accounts, ConfiguredAccounts configured) {
    this.accounts = accounts;
    this.configured = configured;
  }

  @AfterEach
  void remove() {
    accounts.delete(NAME);
  }

  @Test
  void demonstrationHasItsAccountsWithTheShippedSettings() {
    ResellerAccount sandbox = accounts.find("sandbox").orElseThrow();

    assertThat(sandbox.system()).isEqualTo(RegistrarSystem.SANDBOX);
    assertThat(sandbox.quota()).isEqualTo(new Quota(300, 500));
    assertThat(sandbox.defaults()).isEqualTo(OrderDefaults.SHIPPED);
    assertThat(sandbox.registrantChangeMode()).isEqualTo(RegistrantChangeMode.WAIT_WITHOUT_LOCK);
    assertThat(sandbox.designatedAgent())
        .isEqualTo(
            new DesignatedAgent("demonstration", Instant.parse("2026-01-01T00:00:00Z"), "demo-1"));
    assertThat(accounts.find("sandbox2").orElseThrow().designatedAgent()).isNull();
    assertThat(configured.membersOf("sandbox"))
        .containsExactly("designatedAgent", "login", "password", "system");
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
  void whatIsChangedGoesBackWhenADemonstrationStartsOver() {
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

  private void start(Account account) {
    new ConfiguredAccounts(new AccountProperties(null, Map.of(NAME, account)), accounts)
        .afterPropertiesSet();
  }

  private static Account account(
      String login, String password, List<String> nameservers, String adminContact) {
    return new Account(
        RegistrarSystem.SANDBOX,
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
        null);
  }
}

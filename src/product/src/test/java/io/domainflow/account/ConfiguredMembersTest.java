package io.domainflow.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.account.AccountProperties.Account;
import io.domainflow.account.AccountProperties.Agent;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Section;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Members of an account that are set in the configuration can be changed only there. */
class ConfiguredMembersTest {

  @Test
  void areAllThatTheConfigurationSets() {
    Account all =
        new Account(
            RegistrarSystem.SANDBOX,
            "login",
            "password",
            "192.0.2.7",
            300,
            500,
            List.of("ns1.example.net"),
            "P-1",
            "P-2",
            "P-3",
            RenewalMode.AUTORENEW,
            true,
            RegistrantChangeMode.WAIT_WITHOUT_LOCK,
            "2016",
            Map.of(Section.NAMESERVERS, DriftRule.TASK),
            true,
            true,
            new Agent("us", Instant.EPOCH, "1"));

    assertThat(members(all))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Account.class.getRecordComponents()).map(RecordComponent::getName).toList());
  }

  @Test
  void areNotThoseThatAreLeftOutOrEmpty() {
    Account login =
        new Account(
            null, "login", "", null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null);

    assertThat(members(login)).containsExactly("login");
  }

  private static Set<String> members(Account account) {
    AccountProperties properties = new AccountProperties(null, Map.of("a", account));
    return new ConfiguredAccounts(properties, null, null).membersOf("a");
  }
}

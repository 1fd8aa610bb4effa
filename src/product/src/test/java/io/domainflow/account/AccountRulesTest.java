package io.domainflow.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.domainflow.model.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRulesTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "main-2", "12345678901234567890123456789012"})
  void takesNames(String name) {
    assertThat(AccountRules.name(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Main", "a_b", "a b", "ä", "a/b", "123456789012345678901234567890123"})
  void refusesOtherNames(String name) {
    assertThatThrownBy(() -> AccountRules.name(name)).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"test.user", "acme!robot", "a@b.example!r-1", "acme:robot"})
  void acceptsLoginsOfAccountsAndRoleUsers(String login) {
    assertThat(AccountRules.login(login, Platform.ISPAPI)).isEqualTo(login);
  }

  @ParameterizedTest
  @ValueSource(strings = {"!robot", "acme!", "acme!a!b", "ac me", "acme\nrobot"})
  void refusesOtherLogins(String login) {
    assertThatThrownBy(() -> AccountRules.login(login, Platform.ISPAPI))
        .isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"test.user", "test.user:robot", "a@b.example:r-1"})
  void acceptsLoginsOfTheSecondPlatform(String login) {
    assertThat(AccountRules.login(login, Platform.CNR)).isEqualTo(login);
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme!robot", "acme:a!b", ":robot", "acme:", "acme:a:b", "ac me"})
  void refusesOtherLoginsOfTheSecondPlatform(String login) {
    assertThatThrownBy(() -> AccountRules.login(login, Platform.CNR))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("account:role")
        .hasMessageContaining("CentralNic Reseller");
  }

  @Test
  void theSecondPlatformTakesNoClientAddress() {
    assertThatThrownBy(() -> AccountRules.clientAddress("192.0.2.7", Platform.CNR))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("is not accepted by CentralNic Reseller");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2.3.4", "1.2.3.4:80", "255.0.10.199:65535"})
  void acceptsTheTwoFormsOfClientAddresses(String address) {
    assertThat(AccountRules.clientAddress(address, Platform.ISPAPI)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1.2.3", "1.2.3.256", "1.2.3.4:", "1.2.3.4:0", "example.com", "1.2.3.4/8"})
  void refusesOtherClientAddresses(String address) {
    assertThatThrownBy(() -> AccountRules.clientAddress(address, Platform.ISPAPI))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void keepsTheMarksOfTheQuotaInOrder() {
    assertThat(new Quota(300, 300).hard()).isEqualTo(300);
    assertThat(new Quota(1, 1).soft()).isEqualTo(1);
    assertThatThrownBy(() -> new Quota(301, 300)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new Quota(0, 300)).isInstanceOf(InvalidValue.class);
  }
}

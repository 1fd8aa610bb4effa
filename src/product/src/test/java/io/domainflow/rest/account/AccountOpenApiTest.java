package io.domainflow.rest.account;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.rest.DocumentedTypes;
import io.domainflow.rest.OpenApi;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The documentation of accounts agrees with the code. */
class AccountOpenApiTest extends DocumentedTypes {

  @Override
  protected Map<String, Class<? extends Record>> objectsInAnswers() {
    return Map.ofEntries(entry("AccountView", AccountView.class));
  }

  @Test
  void hasTheMembersOfAnAccount() {
    assertThat(api.members("Account"))
        .containsExactlyInAnyOrderElementsOf(AccountReader.MEMBERS)
        .allSatisfy(member -> assertThat(OpenApi.accountsGuide()).contains("`" + member + "`"));
  }

  @Test
  void hasTheMembersOfAnAuthorization() {
    assertThat(api.members("Authorization"))
        .containsExactlyInAnyOrderElementsOf(AuthorizationController.MEMBERS)
        .allSatisfy(
            member -> assertThat(OpenApi.accountsGuide()).contains("\n| `" + member + "` | "));
  }
}

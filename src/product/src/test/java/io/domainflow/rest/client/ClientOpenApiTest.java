package io.domainflow.rest.client;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.client.ClientState;
import io.domainflow.rest.DocumentedTypes;
import io.domainflow.rest.OpenApi;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The documentation of API clients agrees with the code. */
class ClientOpenApiTest extends DocumentedTypes {

  @Override
  protected Map<String, Class<? extends Record>> objectsInAnswers() {
    return Map.ofEntries(
        entry("ClientView", ClientView.class),
        entry("TokenView", TokenView.class),
        entry("IssuedTokenView", IssuedTokenView.class));
  }

  @Test
  void hasTheMembersOfClientsAndTokens() {
    assertThat(api.members("Client"))
        .containsExactlyInAnyOrderElementsOf(ClientReader.MEMBERS)
        .allSatisfy(
            member -> assertThat(OpenApi.clientsGuide()).contains("\n| `" + member + "` | "));
    assertThat(api.members("ClientChange"))
        .containsExactlyInAnyOrderElementsOf(
            ClientReader.MEMBERS.stream().filter(member -> !member.equals("name")).toList());
    assertThat(api.members("TokenRequest"))
        .containsExactlyInAnyOrderElementsOf(ClientReader.OF_A_TOKEN);
    assertThat(api.values("ClientState"))
        .containsExactlyElementsOf(OpenApi.constants(ClientState.class))
        .allSatisfy(value -> assertThat(OpenApi.clientsGuide()).contains("`" + value + "`"));
  }
}

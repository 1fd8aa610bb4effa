package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the engine's REST API says of requests that it would call broken itself. */
@DomainflowTest
class EngineAnswersTest {

  private final Caller admin;

  @Autowired
  EngineAnswersTest(@LocalServerPort int port) {
    this.admin = new Caller(port, "admin");
  }

  @Test
  void saysThatAMemberOfAGroupIsThereAlready() {
    Answer again = admin.put("/engine-rest/group/operators/members/operator", "{}");

    assertThat(again.status()).as(String.valueOf(again.body())).isEqualTo(409);
    assertThat(again.body().get("message").asText())
        .isEqualTo("That is there already. Nothing was changed.");
  }
}

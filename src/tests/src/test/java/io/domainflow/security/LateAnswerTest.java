package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An authorised caller gets the answer, however late; others get none. */
@SecurityTest
class LateAnswerTest {

  @LocalServerPort private int port;

  @Test
  void reachesTheCaller() {
    HttpResponse<String> answer = Caller.basic(port, "billing").get(LateAnswer.PATH);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("late for billing");
  }

  @Test
  void isAnErrorAndNoChallengeWhenItFails() {
    HttpResponse<String> answer = Caller.basic(port, "admin").post(LateAnswer.PATH, "{}");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("urn:domainflow:problem:internal-error");
  }

  @Test
  void isRefusedLikeAnyOther() {
    assertThat(Caller.anonymous(port).get(LateAnswer.PATH).statusCode()).isEqualTo(401);
    assertThat(Caller.basic(port, "billing", "wrong").get(LateAnswer.PATH).statusCode())
        .isEqualTo(401);
    assertThat(Caller.basic(port, "billing").post(LateAnswer.PATH, "{}").statusCode())
        .isEqualTo(403);
  }
}

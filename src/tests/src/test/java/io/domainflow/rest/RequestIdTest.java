package io.domainflow.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A caller gets a request id for questions, and a helpful answer at a wrong address. */
@DomainflowTest
@ExtendWith(OutputCaptureExtension.class)
class RequestIdTest {

  private final Caller billing;
  private final int port;

  @Autowired
  RequestIdTest(@LocalServerPort int port) {
    this.port = port;
    this.billing = new Caller(port, "billing");
  }

  @Test
  void isInEveryAnswerAndDifferentEachTime() {
    List<String> ids = new ArrayList<>();
    for (Answer answer :
        List.of(
            billing.get("/api/v1/orders"),
            billing.get("/api/v1/orders"),
            billing.getWith("/api/v1/orders", RequestIdFilter.HEADER, "mine"),
            billing.post("/api/v1/orders", "{}"),
            billing.get("/api/v1//orders"),
            billing.get("/api/v1/clients"),
            Caller.stranger(port).get("/api/v1/orders"),
            billing.get("/engine-rest/process-instance"))) {
      String id = answer.response().headers().firstValue(RequestIdFilter.HEADER).orElse("none");
      assertThat(UUID.fromString(id)).isNotNull();
      ids.add(id);
    }
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void isInTheLinesOfTheLog(CapturedOutput log) {
    Answer refused = new Caller(port, "admin").delete("/api/v1/domains/never-here.com/hold");
    Answer removed = new Caller(port, "admin").post("/api/v1/clients", client());

    assertThat(refused.status()).isEqualTo(404);
    assertThat(removed.status()).isEqualTo(201);
    String id = removed.response().headers().firstValue(RequestIdFilter.HEADER).orElseThrow();
    assertThat(log.getAll()).containsPattern("\\[" + id + "\\].*was added by admin");
  }

  private static String client() {
    return "{'name': 'id-%s', 'accounts': ['sandbox'], 'operations': ['RENEW']}"
        .formatted(UUID.randomUUID().toString().substring(0, 8));
  }

  @Test
  void aWrongAddressAndAWrongMethodAreToldInWordsOfOurs() {
    Answer nothing = billing.get("/api/v1/nothing-here");
    Answer method = billing.call("POST", "/api/v1/orders/B-1", "{}");
    Answer form = billing.getAs("/api/v1/orders", "image/png");
    Answer text =
        billing.postAs("/api/v1/orders", "text/plain", "{}".getBytes(StandardCharsets.UTF_8));

    assertThat(nothing.status()).isEqualTo(404);
    assertThat(type(nothing)).isEqualTo("urn:domainflow:problem:no-such-address");
    assertThat(method.status()).isEqualTo(405);
    assertThat(type(method)).isEqualTo("urn:domainflow:problem:method-not-offered");
    assertThat(method.response().headers().firstValue("Allow")).hasValue("GET");
    assertThat(form.status()).isEqualTo(406);
    assertThat(text.status()).isEqualTo(415);
    assertThat(type(text)).isEqualTo("urn:domainflow:problem:no-form");
  }

  private static String type(Answer answer) {
    return answer.body().path("type").asText();
  }
}

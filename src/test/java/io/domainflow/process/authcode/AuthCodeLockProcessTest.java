package io.domainflow.process.authcode;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stories of AuthCodeLockProcess.bpmn: what happens to a name that does not leave, or does. */
@DomainflowTest
class AuthCodeLockProcessTest {

  private final JdbcClient jdbc;
  private final Registrations stories;
  private final Caller billing;

  @Autowired
  AuthCodeLockProcessTest(JdbcClient jdbc, @LocalServerPort int port) {
    this.jdbc = jdbc;
    this.stories = new Registrations(port);
    this.billing = new Caller(port, "billing");
  }

  @Test
  void makesACodeVoidWhereThePolicySaysSo() {
    String domain = here("com", ", 'authCode': 'canary-code-4713'");
    String reference = place(domain, ", 'unlock': true");
    stories.awaitStatus(reference, "COMPLETED");
    assertThat(changes(domain)).isEmpty();

    String locked = here("com", ", 'transferLock': true, 'authCode': 'canary-code-4714'");
    String opened = place(locked, ", 'unlock': true");
    stories.awaitStatus(opened, "COMPLETED");
    jdbc.sql(
            """
            update order_code_course set voids = true
            where order_id = (select id from provisioning_order where reference = :reference)
            """)
        .param("reference", opened)
        .update();
    stories.advance("P15D");

    assertThat(changes(locked)).hasSize(3);
    String again = place(locked, ", 'unlock': true");
    stories.awaitStatus(again, "COMPLETED");
    assertThat(read(billing, again).body().get("authCode").asText())
        .isNotEmpty()
        .isNotEqualTo("canary-code-4714");
    assertThat(read(billing, opened).status()).isEqualTo(410);
  }

  @Test
  void hasNothingLeftToDoOnceTheNameHasLeft() {
    String domain = here("com", ", 'transferLock': true");
    stories.awaitStatus(place(domain, ", 'unlock': true"), "COMPLETED");
    stories.happen(domain, "MOVED_TO_ACCOUNT", "test.user2");
    int before = changes(domain).size();

    stories.advance("P16D");

    assertThat(changes(domain)).hasSize(before);
  }

  private String here(String tld, String more) {
    String domain = freshName(tld);
    stories.registry(
        "{'domain': '%s', 'owner': 'OURS', 'expires': 'P200D' %s}".formatted(domain, more));
    return domain;
  }

  private String place(String domain, String more) {
    return stories.placePlain("AUTH_CODE", domain, more);
  }

  private static Answer read(Caller caller, String reference) {
    return caller.post("/api/v1/orders/" + reference + "/auth-code", "");
  }

  private List<String> changes(String domain) {
    return stories.ledger(domain).stream()
        .map(
            entry ->
                entry.get("parameters").properties().stream()
                    .map(p -> p.getKey() + "=" + p.getValue().asText())
                    .toList()
                    .toString())
        .toList();
  }
}

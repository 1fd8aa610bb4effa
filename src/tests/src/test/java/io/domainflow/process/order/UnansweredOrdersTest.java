package io.domainflow.process.order;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An order does not wait for its caller for ever, unless something would be lost with it. */
@DomainflowTest
class UnansweredOrdersTest {

  private final Registrations stories;
  private final JdbcClient jdbc;

  @Autowired
  UnansweredOrdersTest(@LocalServerPort int port, JdbcClient jdbc) {
    this.stories = new Registrations(port);
    this.jdbc = jdbc;
  }

  @AfterEach
  void putTheClockBack() {
    stories.startOver();
  }

  @Test
  void endsAfterTwoWeeksAndFreesItsName() {
    String domain = freshName("ca");
    String reference = stories.place(domain);
    stories.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    Map<String, String> kept = new TreeMap<>();
    for (String why :
        new String[] {
          "charged = 'YES'",
          "charged = 'UNKNOWN'",
          "awaits_registry = true",
          "outcome_code = 'TRANSFERRED'",
          "waiting_code = 'TOO_YOUNG'",
          "waiting_until = waiting_since + interval '60 days'"
        }) {
      String other = stories.place(freshName("ca"));
      stories.awaitWaitingFor(other, "ADDITIONAL_FIELDS");
      jdbc.sql("update provisioning_order set " + why + " where reference = :reference")
          .param("reference", other)
          .update();
      kept.put(why, other);
    }

    stories.advance("P13DT23H");
    assertThat(status(reference)).isEqualTo("WAITING");
    stories.advance("PT2H");

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("NOT_ANSWERED");
    assertThat(order.at("/failure/message").asText())
        .contains("waited 14 days", "the additional fields", "Nothing was bought");
    kept.forEach((why, other) -> assertThat(status(other)).as(why).isEqualTo("WAITING"));
    stories.awaitWaitingFor(stories.place(domain), "ADDITIONAL_FIELDS");
    kept.values().forEach(this::putBack);
  }

  private void putBack(String reference) {
    jdbc.sql(
            """
            update provisioning_order set charged = 'NO', awaits_registry = false,
              outcome_code = null where reference = :reference
            """)
        .param("reference", reference)
        .update();
  }

  private String status(String reference) {
    return jdbc.sql("select status from provisioning_order where reference = :reference")
        .param("reference", reference)
        .query(String.class)
        .single();
  }
}

package io.domainflow.process.worker;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.Registrations.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many orders at a slow registrar hold up neither another account nor a single order. */
@DomainflowTest
class WhoseTurnTest {

  private static final String SLOW = "slowly-";

  private final Registrations registrations;
  private final WorkerProperties properties;
  private final JdbcClient jdbc;

  @Autowired
  WhoseTurnTest(@LocalServerPort int port, WorkerProperties properties, JdbcClient jdbc) {
    this.registrations = new Registrations(port);
    this.properties = properties;
    this.jdbc = jdbc;
  }

  @AfterEach
  void everythingIsAnswered() {
    registrations.noFaults();
    await()
        .until(
            () ->
                jdbc.sql(
                        """
                        select count(*) from provisioning_order
                        where domain like ? and status in ('IN_PROGRESS', 'WAITING')
                        """)
                    .param(SLOW + "%")
                    .query(Integer.class)
                    .single()
                    .equals(0));
  }

  @Test
  void anotherAccountDoesNotWaitForTheCallsOfASlowOne() {
    List<String> many = placeMany(5 * properties.concurrency(), 1_000);

    String other =
        registrations.placeChanged(
            freshName("com"), "", order -> order.replace("\"sandbox\"", "\"sandbox2\""));

    awaitCompleted(other);
    assertThat(completed(many))
        .as("completed before the other account's order, of %d", many.size())
        .isLessThan(many.size() / 4);
  }

  @Test
  void aSingleOrderGoesBeforeTheManyOfABulk() {
    List<String> many = placeMany(10 * properties.concurrency(), 300);

    int before = completed(many);
    String single = "S-" + UUID.randomUUID();
    Answer placed =
        registrations.operator().postExactly("/api/v1/orders", order(single, freshName("com"), ""));
    assertThat(placed.status()).as(placed.body().toString()).isEqualTo(202);

    awaitCompleted(single);
    assertThat(completed(many) - before)
        .as("completed before the single order, of %d", many.size() - before)
        .isLessThan((many.size() - before) / 2);
  }

  private List<String> placeMany(int number, int milliseconds) {
    registrations.fault(
        "{'command': '*', 'domain': '%s*', 'fault': 'DELAY_%d', 'times': 10000}"
            .formatted(SLOW, milliseconds));
    return Stream.generate(() -> registrations.place(SLOW + freshName("com")))
        .limit(number)
        .toList();
  }

  private void awaitCompleted(String reference) {
    await().until(() -> completed(List.of(reference)) == 1);
  }

  private int completed(List<String> references) {
    return jdbc.sql(
            """
            select count(*) from provisioning_order
            where reference = any(?) and status = 'COMPLETED'
            """)
        .param(references.toArray(String[]::new))
        .query(Integer.class)
        .single();
  }
}

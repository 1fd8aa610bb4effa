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
import java.util.function.DoubleSupplier;
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
  private static final int TRIES = 3;

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
    assertThat(
            lowestOf(
                () -> {
                  List<String> many = placeMany(5 * properties.concurrency());
                  awaitCompleted(
                      registrations.placeChanged(
                          freshName("com"),
                          "",
                          order -> order.replace("\"sandbox\"", "\"sandbox2\"")));
                  return (double) completed(many) / many.size();
                },
                0.25))
        .as("share of the many that was completed before the other account's order")
        .isLessThan(0.25);
  }

  @Test
  void aSingleOrderGoesBeforeTheManyOfABulk() {
    assertThat(
            lowestOf(
                () -> {
                  List<String> many = placeMany(10 * properties.concurrency());
                  int before = completed(many);
                  placeSingle();
                  // if none was left to go before, this try shows nothing
                  return before == many.size()
                      ? 1
                      : (double) (completed(many) - before) / (many.size() - before);
                },
                0.5))
        .as("share of the many that was completed before the single order")
        .isLessThan(0.5);
  }

  private void placeSingle() {
    String reference = "S-" + UUID.randomUUID();
    Answer placed =
        registrations
            .operator()
            .postExactly("/api/v1/orders", order(reference, freshName("com"), ""));
    assertThat(placed.status()).as(placed.body().toString()).isEqualTo(202);
    awaitCompleted(reference);
  }

  /**
   * A busy machine may delay the one order; the many go on meanwhile, as they need no processor.
   */
  private double lowestOf(DoubleSupplier share, double enough) {
    double lowest = share.getAsDouble();
    for (int tries = 1; tries < TRIES && !(lowest < enough); tries++) {
      everythingIsAnswered();
      lowest = Math.min(lowest, share.getAsDouble());
    }
    return lowest;
  }

  // slow enough for a busy machine to place them faster than they are carried out
  private List<String> placeMany(int number) {
    registrations.fault(
        "{'command': '*', 'domain': '%s*', 'fault': 'DELAY_1000', 'times': 10000}".formatted(SLOW));
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

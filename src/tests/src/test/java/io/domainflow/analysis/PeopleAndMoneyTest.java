package io.domainflow.analysis;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.model.MovableClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures for orders, costs and people's decisions, with the rows behind each number. */
@DomainflowTest
class PeopleAndMoneyTest {

  private final int port;
  private final Registrations registrations;
  private final ChargedDays charged;
  private final FigureReader reader;

  @Autowired
  PeopleAndMoneyTest(
      @LocalServerPort int port, ChargedDays charged, JdbcClient jdbc, MovableClock clock) {
    this.port = port;
    this.registrations = new Registrations(port);
    this.charged = charged;
    this.reader = new FigureReader(port, jdbc, clock);
  }

  @AfterEach
  void startOver() {
    registrations.startOver();
  }

  @Test
  void saysWhatCameInWhatEndedAndWhatIsLeft() {
    LocalDate day = reader.freshDay();
    reader.complete("com");
    String open = reader.place("ca");
    registrations.awaitStatus(open, "WAITING");

    JsonNode flow = reader.ofDay("order-flow", day).at("/rows/0");

    assertThat(flow.get("placed").asInt()).isEqualTo(2);
    assertThat(flow.get("completed").asInt()).isEqualTo(1);
    assertThat(flow.get("open").asInt()).isEqualTo(1);
    assertThat(FigureReader.texts(reader.ofDay("placed-orders", day), "reference"))
        .hasSize(2)
        .startsWith(open);
    assertThat(FigureReader.texts(reader.ofDay("ended-orders", day), "status"))
        .containsExactly("COMPLETED");

    registrations.cancel(open);
    JsonNode afterwards = reader.ofDay("order-flow", day).at("/rows/0");
    assertThat(afterwards.get("cancelled").asInt()).isEqualTo(1);
    assertThat(afterwards.get("open").asInt()).isZero();
  }

  @Test
  void namesTheOrdersThatFailedForAReason() {
    LocalDate day = reader.freshDay();
    reader.complete("com");
    String taken = freshName("net");
    registrations.registry("{'domain': '%s', 'owner': 'OTHER_REGISTRAR'}".formatted(taken));
    registrations.awaitStatus(registrations.place(taken), "FAILED");

    JsonNode failed =
        reader.read(
            "ended-orders?from=%1$s&to=%1$s&status=FAILED&reason=NAME_TAKEN&tld=net"
                .formatted(day));

    assertThat(FigureReader.texts(failed, "domain")).containsExactly(taken);
    assertThat(
            FigureReader.rows(
                reader.read(
                    "ended-orders?from=%1$s&to=%1$s&reason=REGISTRAR_REFUSED".formatted(day))))
        .isEmpty();
    JsonNode register = reader.ofDay("success-by-operation", day).at("/rows/0");
    assertThat(register.get("operation").asText()).isEqualTo("REGISTER");
    assertThat(register.get("success").asDouble()).isEqualTo(0.5);
  }

  @Test
  void addsUpWhatWasBookedExactlyOnce() {
    LocalDate day = reader.freshDay();
    List<JsonNode> orders = List.of(reader.complete("com"), reader.complete("com"));
    registrations.advance("PT5M");
    BigDecimal booked =
        orders.stream()
            .map(order -> registrations.get(order.get("reference").asText()).get("price"))
            .map(price -> new BigDecimal(price.get("amount").asText()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);

    JsonNode before = reader.ofDay("charges", day);

    assertThat(FigureReader.rows(before)).hasSize(1);
    JsonNode row = before.at("/rows/0");
    assertThat(row.get("month").asText()).isEqualTo(day.toString().substring(0, 7));
    assertThat(row.get("account").asText()).isEqualTo("sandbox");
    assertThat(row.get("operation").asText()).isEqualTo("REGISTER");
    assertThat(row.get("tld").asText()).isEqualTo("com");
    assertThat(row.get("bookings").asInt()).isEqualTo(2);
    assertThat(new BigDecimal(row.get("amount").asText())).isEqualByComparingTo(booked);
    assertThat(row.get("currency").asText())
        .isEqualTo(orders.get(0).at("/price/currency").asText());
    assertThat(FigureReader.texts(reader.ofDay("bookings", day), "reference"))
        .containsExactlyInAnyOrder(
            orders.get(0).get("reference").asText(), orders.get(1).get("reference").asText());
    assertThat(reader.ofDay("charges-per-day", day).at("/rows/0/amount"))
        .isEqualTo(row.get("amount"));
    charged.add();
    charged.add();
    assertThat(reader.ofDay("charges", day)).isEqualTo(before);
    reader.complete("com");
    registrations.advance("PT5M");
    assertThat(reader.ofDay("charges", day).at("/rows/0/bookings").asInt()).isEqualTo(3);
  }

  @Test
  void listsOpenTasksThoseDueFirstAtTheTop() {
    reader.freshDay();
    String domain = freshName("com");
    String reference = premium(domain);
    JsonNode order = registrations.awaitWaitingFor(reference, "PRICE");
    String id = order.get("id").asText();
    JsonNode longest = reader.row("waiting-orders", "code", "PRICE");
    assertThat(longest.get("domain").asText()).isEqualTo(domain);
    assertThat(longest.get("order").asText()).isEqualTo(id);
    JsonNode open = reader.row("tasks-to-do", "reference", reference);
    assertThat(open.get("task").asText()).isEqualTo("Decide on price");
    assertThat(open.get("domain").asText()).isEqualTo(domain);
    assertThat(open.get("order").asText()).isEqualTo(id);
    assertThat(open.get("login").isNull()).isTrue();
    assertThat(open.get("late").isNull()).isTrue();

    registrations.advance("P3D");
    String later = premium(freshName("com"));
    JsonNode waiting = registrations.awaitWaitingFor(later, "PRICE");
    new Caller(port, "operator")
        .post(
            "/engine-rest/task/%s/claim".formatted(waiting.at("/waitingFor/taskId").asText()),
            "{'userId': 'operator'}");

    JsonNode tasks = reader.read("tasks-to-do?operation=REGISTER");
    assertThat(FigureReader.texts(tasks, "reference")).containsExactly(reference, later);
    assertThat(tasks.at("/rows/0/late").asDouble()).isPositive();
    assertThat(tasks.at("/rows/1/late").isNull()).isTrue();
    assertThat(tasks.at("/rows/1/login").asText()).isEqualTo("operator");
    assertThat(reader.row("waiting-orders", "code", "PRICE").get("domain").asText())
        .isEqualTo(domain);
  }

  private String premium(String domain) {
    registrations.registry(
        "{'domain': '%s', 'owner': 'FREE', 'class': 'PREMIUM_DATING', 'price': '900.00'}"
            .formatted(domain));
    return registrations.place(domain);
  }

  @Test
  void saysWhoDecidedWhatAndHowLate() {
    LocalDate day = reader.freshDay();
    String reference = premium(freshName("com"));
    JsonNode waiting = registrations.awaitWaitingFor(reference, "PRICE");
    String task = waiting.at("/waitingFor/taskId").asText();
    assertThat(FigureReader.rows(reader.read("open-tasks"))).isNotEmpty();
    registrations.advance("PT10M");
    assertThat(registrations.decide(task, "REJECT").status()).isLessThan(300);
    registrations.awaitStatus(reference, "FAILED");

    JsonNode decided = reader.ofDay("decided-tasks", day).at("/rows/0");
    JsonNode sum = reader.ofDay("decisions", day).at("/rows/0");

    assertThat(decided.get("login").asText()).isEqualTo("operator");
    assertThat(decided.get("decision").asText()).isEqualTo("REJECT");
    assertThat(decided.get("reference").asText()).isEqualTo(reference);
    assertThat(decided.get("took").asDouble()).isBetween(600.0, 700.0);
    assertThat(decided.get("late").isNull()).isTrue();
    assertThat(sum.get("login").asText()).isEqualTo("operator");
    assertThat(sum.get("task")).isEqualTo(decided.get("task"));
    assertThat(sum.get("decision").asText()).isEqualTo("REJECT");
    assertThat(sum.get("tasks").asInt()).isEqualTo(1);
    assertThat(sum.get("late").asInt()).isZero();
  }
}

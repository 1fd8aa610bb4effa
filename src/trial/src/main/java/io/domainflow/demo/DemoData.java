package io.domainflow.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Makes the application look like that of a shop after some months. Everything is done over HTTP,
 * with the demo logins: placing orders, completing tasks, following links in mails, and moving the
 * sandbox's clock by {@link #SPAN}.
 */
@Component
@Profile("demo")
@ConditionalOnProperty("domainflow.sandbox.enabled")
public class DemoData {

  private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);

  /** How long ago the first story begins. */
  static final Duration SPAN = Duration.ofDays(84);

  /** In these weeks, stories begin at their written hour, because deadlines depend on it. */
  static final Duration LAST_WEEKS = Duration.ofDays(21);

  /** The numbers of orders of one run begin after a multiple of this. */
  private static final int ROUND = 10_000;

  private final DemoDataProperties properties;
  private final Environment environment;
  private final ObjectMapper json;

  DemoData(DemoDataProperties properties, Environment environment, ObjectMapper json) {
    this.properties = properties;
    this.environment = environment;
    this.json = json;
  }

  /**
   * Creates orders, at least as many as are needed to show every state; does nothing if some are
   * still open.
   *
   * @param orders how many to create
   * @return the demo data afterwards
   * @throws IllegalStateException if the application or its clock does not work
   */
  public DemoReport fill(int orders) {
    long begun = System.nanoTime();
    Calls calls =
        new Calls(environment.getRequiredProperty("local.server.port", Integer.class), json);
    if (isThere(calls)) {
      LOG.info(
          "Demo data is there already. POST /sandbox/reset ends its orders; then it is made anew.");
      return DemoReport.of(calls, List.of());
    }
    int first = ROUND * (1 + lastRound(calls)) + 1;
    OrderBook book = new OrderBook(new Customers(properties.seed() + first), first);
    ShopProgram.logIn(calls);
    Shop shop = new Shop(calls);
    DemoTimeline timeline = new DemoTimeline();
    ShopHours hours =
        new ShopHours(Instant.parse(shop.now()).plus(SPAN), properties.seed() + first);
    stories().forEach(stories -> stories.write(timeline, book, shop));
    timeline.move(hours::near);
    new OrdinaryOrders(orders, hours).write(timeline, book, shop);
    LOG.info("Makes {} orders of three months; the clock moves meanwhile.", book.written());
    timeline.tell(shop::passes);
    timeline.story("tasks that somebody has taken").atTheEnd(() -> Desk.open(shop));
    timeline.tell(shop::passes);
    DemoReport report = DemoReport.of(calls, timeline.stopped());
    LOG.info(
        "Demo data is there after {} s.\n{}",
        Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
        report.table());
    return report;
  }

  /** All stories that are needed to show every state. */
  static List<Stories> stories() {
    return List.of(
        new RegistrationStories(),
        new TransferStories(),
        new ChangeStories(),
        new RenewalStories(),
        new EndingStories(),
        new UpdateStories(),
        new AuthCodeStories(),
        new AccountStories(),
        new DisputeStories());
  }

  private static boolean isThere(Calls calls) {
    return !calls
        .get("admin", DemoReport.ORDERS + "&status=WAITING,IN_PROGRESS&limit=1")
        .get("orders")
        .isEmpty();
  }

  /** How many runs there were before. */
  private static int lastRound(Calls calls) {
    JsonNode orders = calls.get("admin", DemoReport.ORDERS + "&limit=1").get("orders");
    return orders.isEmpty()
        ? 0
        : Integer.parseInt(orders.get(0).get("reference").asText().replaceAll("\\D", "")) / ROUND;
  }
}

package io.domainflow.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;

/**
 * Creates orders in every task and every wait: the demo data, and the same stories twice more with
 * orders that may be stopped before a step that asks the registrar.
 */
public final class EveryWait {

  /**
   * References of orders, and names of accounts, whose steps may be stopped: a regular expression.
   */
  public static final String MAY_BE_STOPPED = "^(SO-[23]|" + AccountsToStop.PREFIX + ")";

  /** Short, because waiting for a stopped order is in vain. */
  private static final Duration PATIENCE_WITH_STOPPED = Duration.ofSeconds(8);

  private EveryWait() {}

  /** Creates the orders; takes ten minutes. */
  public static DemoReport fill(int port) {
    ObjectMapper json = new ObjectMapper();
    Calls calls = new Calls(port, json);
    ShopProgram.logIn(calls);
    Shop shop = new Shop(calls);
    Calls impatientCalls = new Calls(port, json, PATIENCE_WITH_STOPPED);
    ShopProgram.logIn(impatientCalls);
    Shop impatient = new Shop(impatientCalls);
    DemoTimeline timeline = new DemoTimeline();
    // one for all, so that no two orders are about the same name
    Customers customers = new Customers(1);
    write(timeline, DemoData.stories(), book(1, customers), shop);
    write(timeline, List.of(new FurtherWaits()), book(4, customers), shop);
    for (int round : new int[] {2, 3}) {
      OrderBook book = book(round, customers);
      write(
          timeline,
          List.of(
              new RegistrationStories(),
              new TransferStories(),
              new ChangeStories(),
              new RenewalStories(),
              new EndingStories(),
              new UpdateStories(),
              new AuthCodeStories(),
              new DisputeStories(),
              new StepsToStop()),
          book,
          impatient);
    }
    write(timeline, List.of(new AccountsToStop(port)), book(5, customers), impatient);
    timeline.tell(shop::passes);
    timeline.story("tasks that somebody has taken").atTheEnd(() -> Desk.open(shop));
    timeline.tell(shop::passes);
    return DemoReport.of(calls, timeline.stopped());
  }

  /** References begin with SO- and this digit. */
  private static OrderBook book(int digit, Customers customers) {
    return new OrderBook(customers, digit * 10_000 + 1);
  }

  private static void write(DemoTimeline timeline, List<Stories> all, OrderBook book, Shop shop) {
    all.forEach(stories -> stories.write(timeline, book, shop));
  }
}

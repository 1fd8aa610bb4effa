package io.domainflow.demo;

import static io.domainflow.demo.World.MAIN_LOGIN;
import static io.domainflow.demo.World.QUICK;
import static io.domainflow.demo.World.SECOND_LOGIN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The many orders that need nobody's attention, spread over the months. */
final class OrdinaryOrders implements Stories {

  private static final List<String> TLDS =
      List.of(
          "com", "com", "com", "com", "net", "org", "de", "de", "info", "shop", "eu", "nl",
          "online", "co.uk", "us");

  private static final Map<String, Object> US =
      Map.of("X-US-NEXUS-APPPURPOSE", "P3", "X-US-NEXUS-CATEGORY", "C11");

  private final int total;
  private final ShopHours hours;

  /**
   * @param total the total number of orders, including those of the other stories
   * @param hours when they are placed
   */
  OrdinaryOrders(int total, ShopHours hours) {
    this.total = total;
    this.hours = hours;
  }

  @Override
  public void write(DemoTimeline timeline, OrderBook book, Shop shop) {
    for (Duration time : hours.of(total - book.written())) {
      timeline.story("order " + book.written()).before(time.toString(), ordinary(book, shop));
    }
  }

  private static Story.Deed ordinary(OrderBook book, Shop shop) {
    int kind = book.customers().below(20);
    if (kind < 13) {
      DemoOrder order = registration(book);
      return () -> shop.place(order);
    }
    if (kind < 17) {
      return renewal(book, shop);
    }
    if (kind < 19) {
      DemoOrder order = anyAccount(book, book.transfer(book.name("com")));
      return () -> {
        shop.registry(order.domain(), "owner", "OTHER_REGISTRAR", "zone", QUICK);
        shop.place(order);
      };
    }
    return update(book, shop);
  }

  private static DemoOrder registration(OrderBook book) {
    String tld = book.customers().oneOf(TLDS);
    DemoOrder order =
        anyAccount(book, book.registration(book.name(tld)))
            .with(
                "registrant",
                book.customers().registrantAtHome(),
                "period",
                book.customers().below(5) == 0 && tld.equals("com") ? "2Y" : "1Y");
    return tld.equals("us") ? order.with("additionalFields", US) : order;
  }

  private static Story.Deed renewal(OrderBook book, Shop shop) {
    DemoOrder order = anyAccount(book, book.order("RENEW", book.name("com")));
    int days = 10 + book.customers().below(50);
    return () -> {
      shop.own(order, ours(order, "P" + days + "D"));
      String end =
          Instant.parse(shop.now()).plus(Duration.ofDays(days)).toString().substring(0, 10);
      shop.place(order.with("period", "1Y", "expires", end));
    };
  }

  /** The same registrant with a different address. */
  private static Story.Deed update(OrderBook book, Shop shop) {
    DemoOrder order = book.change(book.name("com"));
    Map<String, Object> before =
        Members.with(
            Members.objectIn(order.body(), "registrant"),
            Members.of("street", List.of("Old Street 1")));
    return () -> {
      shop.own(
          order,
          Members.with(
              ours(order, "P700D"), Members.of("registrant", before, "zone", World.ICANN_TRADE)));
      shop.place(order);
    };
  }

  private static Map<String, Object> ours(DemoOrder order, String expires) {
    return Members.of(
        "account",
        order.account().equals(OrderBook.MAIN_ACCOUNT) ? MAIN_LOGIN : SECOND_LOGIN,
        "age",
        "P900D",
        "renewalMode",
        "AUTOEXPIRE",
        "expires",
        expires);
  }

  /** Places one order in five through the second account. */
  private static DemoOrder anyAccount(OrderBook book, DemoOrder order) {
    return book.customers().below(5) == 0
        ? order.in(OrderBook.SECOND_ACCOUNT).by("billing2")
        : order;
  }
}

package io.domainflow.demo;

import static io.domainflow.demo.World.MAIN_LOGIN;
import static io.domainflow.demo.World.SECOND_LOGIN;
import static io.domainflow.demo.World.decidedLater;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Stories of renewals, and of names that have to be restored first. */
final class RenewalStories implements Stories {

  private static final Map<String, Object> PAID_ONLY = Map.of("explicitRenewal", false);
  private static final Map<String, Object> ENOUGH =
      Members.of("amount", "500.00", "currency", "EUR");

  @Override
  public void write(DemoTimeline timeline, OrderBook book, Shop shop) {
    failed(timeline, book, shop);
    done(timeline, book, shop);
    open(timeline, book, shop);
    restored(timeline, book, shop);
    toRestore(timeline, book, shop);
  }

  private static void failed(DemoTimeline timeline, OrderBook book, Shop shop) {
    DemoOrder believed = book.order("RENEW", book.name("com"));
    timeline
        .story("a renewal for another date")
        .before(
            "P70D",
            () -> {
              ours(shop, believed, MAIN_LOGIN, "P100D");
              place(shop, believed, "1Y", "-P265D");
            });

    DemoOrder paid = book.order("RENEW", book.name("com"));
    DemoOrder again = book.order("RENEW", paid.domain());
    timeline
        .story("a period that is paid for already")
        .before(
            "P70D",
            () -> {
              ours(shop, paid, MAIN_LOGIN, "P30D", "zone", PAID_ONLY);
              place(shop, paid, "1Y", "P30D");
            })
        .then(
            () -> {
              shop.ended(paid);
              place(shop, again, "1Y", "P30D");
            });

    DemoOrder early = book.order("RENEW", book.name("com"));
    timeline
        .story("a renewal that comes too early")
        .before(
            "P56D",
            () -> {
              ours(shop, early, MAIN_LOGIN, "P100D", "zone", PAID_ONLY);
              place(shop, early, "1Y", "P100D");
            });

    DemoOrder long9 = book.order("RENEW", book.name("net"));
    timeline
        .story("more years than there are")
        .before(
            "P56D",
            () -> {
              ours(shop, long9, MAIN_LOGIN, "P500D");
              place(shop, long9, "9Y", "P500D");
            });

    DemoOrder dear = book.order("RENEW", book.name("com"));
    timeline
        .story("a premium renewal that is too dear")
        .before(
            "P42D",
            () -> {
              ours(shop, dear, MAIN_LOGIN, "P100D", "class", "PREMIUM_RENEW", "price", "900.00");
              place(shop, dear, "1Y", "P100D");
            })
        .then(() -> shop.decide("operator", dear, "REJECT"));

    DemoOrder absent = book.order("RENEW", book.name("com"));
    timeline
        .story("the renewal of a name that is not here")
        .before(
            "P42D",
            () -> {
              shop.give(absent);
              place(shop, absent, "1Y", "P20D");
            });

    DemoOrder blocked = book.order("RENEW", book.name("com"));
    timeline
        .story("a renewal that an operator gives up")
        .before(
            "P35D",
            () -> {
              shop.answers(blocked.domain(), "RenewDomain", "CODE_552", 1, "the name is blocked");
              ours(shop, blocked, MAIN_LOGIN, "P100D");
              place(shop, blocked, "1Y", "P100D");
            })
        .then(() -> shop.decide("operator2", blocked, "GIVE_UP"));
  }

  private static void done(DemoTimeline timeline, OrderBook book, Shop shop) {
    for (String since : List.of("P63D", "P49D", "P21D")) {
      DemoOrder renewed = book.order("RENEW", book.name("net"));
      timeline
          .story("a renewal for two years, " + since)
          .before(
              since,
              () -> {
                ours(shop, renewed, MAIN_LOGIN, "P40D");
                place(shop, renewed, "2Y", "P40D");
              });
    }
    DemoOrder late = book.order("RENEW", book.name("com"));
    timeline
        .story("a renewal after the end of the period")
        .before(
            "P28D",
            () -> {
              ours(shop, late, MAIN_LOGIN, "-P20D");
              place(shop, late.with("acceptPrice", ENOUGH), "1Y", "-P20D");
            });
  }

  private static void open(DemoTimeline timeline, OrderBook book, Shop shop) {
    for (String since : List.of("P2D", "PT20H")) {
      DemoOrder price = book.order("RENEW", book.name("com"));
      timeline
          .story("the price of a renewal to decide on, since " + since)
          .before(
              since,
              () -> {
                ours(shop, price, MAIN_LOGIN, "P100D", "class", "PREMIUM_RENEW", "price", "900.00");
                place(shop, price, "1Y", "P100D");
              })
          .atTheEnd(() -> shop.waits(price, "PRICE"));
    }

    DemoOrder blocked = book.order("RENEW", book.name("org"));
    timeline
        .story("a renewal that the registrar refuses")
        .before(
            "PT20H",
            () -> {
              shop.answers(blocked.domain(), "RenewDomain", "CODE_552", 1, "the name is blocked");
              ours(shop, blocked, MAIN_LOGIN, "P60D");
              place(shop, blocked, "1Y", "P60D");
            })
        .atTheEnd(() -> shop.waits(blocked, "REGISTRAR_REFUSED"));

    DemoOrder unseen = book.order("RENEW", book.name("com"));
    timeline
        .story("a renewal that does not show yet")
        .atTheEnd(
            () -> {
              // confirmed, and never carried out
              shop.answers(unseen.domain(), "RenewDomain", "CODE_200", 1, null);
              ours(shop, unseen, MAIN_LOGIN, "P60D");
              place(shop, unseen, "1Y", "P60D");
            })
        .then(() -> shop.waits(unseen, "RENEWAL_AT_REGISTRY"));

    DemoOrder overdue = book.order("RENEW", book.name("com"));
    timeline
        .story("a renewal that does not show for days")
        .before(
            "P2D",
            () -> {
              shop.answers(overdue.domain(), "RenewDomain", "CODE_200", 1, null);
              ours(shop, overdue, MAIN_LOGIN, "P60D");
              place(shop, overdue, "1Y", "P60D");
            })
        .then(
            () -> {
              shop.waits(overdue, "RENEWAL_AT_REGISTRY");
              // so that it is checked a few times a day instead of every quarter of an hour
              shop.answers(overdue.domain(), "StatusDomain", "CODE_599", 10, "internal state 7");
            })
        .atTheEnd(() -> shop.task(overdue, "Task_ChaseRenewal"));
  }

  /** Names that were deleted, and what happened to them. */
  private static void restored(DemoTimeline timeline, OrderBook book, Shop shop) {
    DemoOrder back = book.order("RESTORE", book.name("com")).with("acceptPrice", ENOUGH);
    timeline
        .story("a name that was brought back")
        .before(
            "P63D",
            () -> {
              deleted(shop, back, MAIN_LOGIN, "P200D");
              shop.place(back);
            });

    DemoOrder renewed = book.order("RENEW", book.name("com")).with("acceptPrice", ENOUGH);
    timeline
        .story("a name that was brought back to be renewed")
        .before(
            "P63D",
            () -> {
              deleted(shop, renewed, MAIN_LOGIN, "-P50D");
              place(shop, renewed, "1Y", "-P50D");
            });

    DemoOrder needed =
        book.order("RENEW", book.name("com")).in(OrderBook.SECOND_ACCOUNT).by("billing2");
    timeline
        .story("a renewal in an account that restores nothing automatically")
        .before(
            "P35D",
            () -> {
              deleted(shop, needed, SECOND_LOGIN, "-P50D");
              place(shop, needed, "1Y", "-P50D");
            });

    DemoOrder whole = book.order("RESTORE", book.name("com")).with("acceptPrice", ENOUGH);
    timeline
        .story("a name that is not deleted at all")
        .before(
            "P35D",
            () -> {
              ours(shop, whole, MAIN_LOGIN, "P200D");
              shop.place(whole);
            });

    DemoOrder lost = book.order("RESTORE", book.name("net")).with("acceptPrice", ENOUGH);
    timeline
        .story("a name that its registry does not give back")
        .before(
            "P28D",
            () -> {
              deleted(
                  shop,
                  lost,
                  MAIN_LOGIN,
                  "P200D",
                  "next",
                  decidedLater("RestoreDomain", "PT3H", "FAILED", "registry lock"));
              shop.place(lost);
            });
  }

  private static void toRestore(DemoTimeline timeline, OrderBook book, Shop shop) {
    DemoOrder price = book.order("RESTORE", book.name("com"));
    timeline
        .story("the price of a restore to decide on")
        .before(
            "P1D",
            () -> {
              deleted(shop, price, MAIN_LOGIN, "P200D");
              shop.place(price);
            })
        .atTheEnd(() -> shop.waits(price, "PRICE"));

    DemoOrder underWay = book.order("RESTORE", book.name("com")).with("acceptPrice", ENOUGH);
    timeline
        .story("a name that is being brought back")
        .before(
            "PT20H",
            () -> {
              deleted(shop, underWay, MAIN_LOGIN, "P200D");
              shop.place(underWay);
            })
        .atTheEnd(() -> shop.waits(underWay, "RESTORE_AT_REGISTRY"));

    DemoOrder overdue = book.order("RESTORE", book.name("com")).with("acceptPrice", ENOUGH);
    timeline
        .story("a name that takes long to come back")
        .before(
            "P5DT6H",
            () -> {
              deleted(
                  shop,
                  overdue,
                  MAIN_LOGIN,
                  "P200D",
                  "next",
                  decidedLater("RestoreDomain", "P25D", "SUCCESSFUL", null));
              shop.place(overdue);
            })
        .atTheEnd(() -> shop.task(overdue, "Task_ChaseRestoration"));
  }

  /** Sets up a name of ours whose period ends then. */
  private static void ours(
      Shop shop, DemoOrder order, String login, String expires, Object... members) {
    shop.own(
        order,
        Members.with(
            Members.of(
                "account", login, "age", "P900D", "renewalMode", "AUTOEXPIRE", "expires", expires),
            Members.of(members)));
  }

  private static void deleted(
      Shop shop, DemoOrder order, String login, String expires, Object... members) {
    ours(shop, order, login, expires, members);
    shop.happens(order.domain(), "DELETED_ELSEWHERE");
  }

  /** Orders a renewal for a caller who believes that the period ends then. */
  private static void place(Shop shop, DemoOrder order, String period, String expires) {
    shop.place(order.with("period", period, "expires", day(shop, expires)));
  }

  private static String day(Shop shop, String fromNow) {
    return Instant.parse(shop.now()).plus(Duration.parse(fromNow)).toString().substring(0, 10);
  }
}

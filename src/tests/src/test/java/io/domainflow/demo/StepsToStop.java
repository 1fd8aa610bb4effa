package io.domainflow.demo;

import static io.domainflow.demo.World.BY_MAIL;
import static io.domainflow.demo.World.ICANN_TRADE;
import static io.domainflow.demo.World.NO_MAIL;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Creates orders on paths that the demo data takes rarely or never. */
final class StepsToStop implements Stories {

  @Override
  public void write(DemoTimeline told, OrderBook book, Shop shop) {
    changes(told, book, shop);
    transfers(told, book, shop);
    others(told, book, shop);
  }

  private static void changes(DemoTimeline told, OrderBook book, Shop shop) {
    for (String since : List.of("P77D", "P76D", "P75D")) {
      DemoOrder locked =
          book.change(book.name("com"))
              .by(ShopProgram.LOGIN)
              .with("registrantChangeMode", "LOCK_AT_ONCE", "consents", fromBoth());
      told.story("a lock that is over, since " + since).before(since, () -> change(shop, locked));
    }
    for (String since : List.of("P24D", "P23D", "P22D")) {
      DemoOrder overdue = waiting(book);
      told.story("a change that nobody ever confirms, since " + since)
          .before(since, () -> change(shop, overdue));
    }
    DemoOrder reminded = waiting(book);
    told.story("a prior registrant to be reminded").before("P5DT6H", () -> change(shop, reminded));

    for (String decision : List.of("RESEND", "CANCEL")) {
      DemoOrder chased = waiting(book);
      told.story("a change that is chased: " + decision)
          .before("P5DT6H", () -> change(shop, chased))
          .before(
              "PT20H", () -> submit(shop, shop.task(chased, "Task_ChaseConfirmation"), decision));
    }
    DemoOrder withdrawn = waiting(book);
    told.story("a change that is withdrawn")
        .before("P1D", () -> change(shop, withdrawn))
        .before(
            "PT20H",
            () -> {
              shop.waits(withdrawn, "CONFIRMATION");
              shop.cancel(withdrawn);
            });

    DemoOrder told2 = waiting(book);
    told.story("a change that was withdrawn, to be told")
        .before("P2D", () -> change(shop, told2))
        .before(
            "P1D",
            () -> {
              shop.waits(told2, "CONFIRMATION");
              shop.cancel(told2);
            });

    DemoOrder resent = waiting(book);
    told.story("a change whose mails are to be sent again")
        .before("P1D", () -> change(shop, resent))
        .before(
            "PT20H",
            () -> {
              shop.waits(resent, "CONFIRMATION");
              resend(shop, resent);
            });

    DemoOrder beside =
        book.change(book.name("com"))
            .by(ShopProgram.LOGIN)
            .with("registrantChangeMode", "LOCK_AT_ONCE", "consents", fromBoth());
    told.story("another change is in the way, to be cancelled")
        .before(
            "PT20H",
            () -> {
              ours(shop, beside, "zone", ICANN_TRADE);
              shop.happens(beside.domain(), "TRADE_REQUESTED_ELSEWHERE");
              shop.place(beside);
            })
        .then(() -> shop.decide("operator", beside, "CANCEL_PENDING"));
  }

  private static void transfers(DemoTimeline told, OrderBook book, Shop shop) {
    for (String decision : List.of("RESEND", "CANCEL")) {
      DemoOrder chased = book.transfer(book.name("com"));
      told.story("a transfer that is chased: " + decision)
          .before("P5DT6H", () -> transfer(shop, chased, BY_MAIL))
          .before("PT20H", () -> submit(shop, shop.task(chased, "Task_ChaseTransfer"), decision));
    }
    for (String since : List.of("P2D", "P1D", "PT20H")) {
      DemoOrder withdrawn = book.transfer(book.name("com"));
      told.story("a transfer that is withdrawn, since " + since)
          .before(since, () -> transfer(shop, withdrawn, BY_MAIL))
          .before(
              "PT1H",
              () -> {
                shop.waits(withdrawn, "CONFIRMATION_MAIL");
                shop.cancel(withdrawn);
              });
    }
    DemoOrder resent = book.transfer(book.name("com"));
    told.story("a transfer whose mails are to be sent again")
        .before("P1D", () -> transfer(shop, resent, BY_MAIL))
        .before(
            "PT20H",
            () -> {
              shop.waits(resent, "CONFIRMATION_MAIL");
              resend(shop, resent);
            });

    DemoOrder resting = book.transfer(book.name("org"));
    told.story("a name that is too young, and looked at")
        .before(
            "P9D",
            () -> {
              shop.registry(
                  resting.domain(), "owner", "OTHER_REGISTRAR", "zone", NO_MAIL, "age", "P30D");
              shop.place(resting);
            })
        .then(() -> shop.decide("operator", resting, "WAIT", "until", inDays(shop, 30)));

    DemoOrder contacts =
        book.transfer(book.name("com")).with("registrant", book.customers().registrant());
    told.story("contacts that are to be replaced")
        .before(
            "P2D",
            () -> {
              shop.registry(
                  contacts.domain(),
                  "owner",
                  "OTHER_REGISTRAR",
                  "zone",
                  World.QUICK,
                  "registrant",
                  null);
              shop.place(contacts);
            })
        .before("P1D", () -> shop.decide("operator", contacts, "START_CHANGE"));
  }

  private static void others(DemoTimeline told, OrderBook book, Shop shop) {
    DemoOrder duty = book.registration(book.name("ca"), Map.of("X-CA-LEGALTYPE", "CCT"));
    told.story("a duty that is looked up").before("P16D", () -> shop.place(duty));

    DemoOrder appliedFor =
        book.registration(
            book.name("swiss"),
            Map.of("X-SWISS-OWNER-TYPE", "P", "X-CORE-INTENDED-USE", "12345678"));
    told.story("a name that is applied for").before("P2D", () -> shop.place(appliedFor));

    DemoOrder premium = book.registration(book.name("com"));
    told.story("a premium name that is bought")
        .before(
            "P2D",
            () -> {
              shop.registry(
                  premium.domain(),
                  "owner",
                  "FREE",
                  "class",
                  "PREMIUM_A",
                  "price",
                  "900.00",
                  "renewalPrice",
                  "450.00");
              shop.place(premium);
            })
        .then(() -> shop.decide("operator", premium, "APPROVE"));
  }

  static List<Map<String, Object>> fromBoth() {
    return List.of(
        consent("NEW"), Members.with(consent("PRIOR"), Members.of("optOutOfLock", true)));
  }

  private static Map<String, Object> consent(String side) {
    return Members.of(
        "side", side,
        "basis", "agreement",
        "textVersion", ShopProgram.TEXT,
        "givenAt", "2026-01-02T10:00:00Z",
        "evidence", "ticket 4711");
  }

  private static DemoOrder waiting(OrderBook book) {
    return book.change(book.name("com"))
        .by(ShopProgram.LOGIN)
        .with("registrantChangeMode", "WAIT_WITHOUT_LOCK", "consents", fromBoth());
  }

  private static void change(Shop shop, DemoOrder order) {
    ours(shop, order, "zone", ICANN_TRADE);
    shop.place(order);
  }

  private static void transfer(Shop shop, DemoOrder order, Map<String, Object> zone) {
    shop.registry(order.domain(), "owner", "OTHER_REGISTRAR", "zone", zone);
    shop.place(order);
  }

  /** Sets up a name in the account. */
  static void ours(Shop shop, DemoOrder order, Object... members) {
    shop.own(
        order,
        Members.with(
            Members.of("renewalMode", "AUTOEXPIRE", "expires", "P700D"), Members.of(members)));
  }

  private static void resend(Shop shop, DemoOrder order) {
    shop.calls()
        .send(
            order.login(), "POST", "/api/v1/orders/" + order.reference() + "/resend", Members.of());
  }

  /** Decides a task for which no order waits. */
  static void submit(Shop shop, String task, String decision) {
    shop.claim("operator", task);
    shop.calls()
        .send(
            "operator",
            "POST",
            "/engine-rest/task/" + task + "/submit-form",
            Members.of(
                "variables",
                Members.of("decision", Members.of("value", decision, "type", "String"))));
  }

  private static String inDays(Shop shop, int days) {
    return Instant.parse(shop.now()).plus(Duration.ofDays(days)).toString().substring(0, 10);
  }
}

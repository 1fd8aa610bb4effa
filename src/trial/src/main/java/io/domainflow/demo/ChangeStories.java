package io.domainflow.demo;

import static io.domainflow.demo.World.FOR_GOOD;
import static io.domainflow.demo.World.ICANN_TRADE;

import java.util.List;
import java.util.Map;

/** Stories of changes of registrant. */
final class ChangeStories implements Stories {

  private static final Map<String, Object> SE = Map.of("X-NICSE-IDNUMBER", "123456-7890");

  /** What an operator or approver enters as the place of the proof. */
  private static final String PROOF = "evidenceReference";

  @Override
  public void write(DemoTimeline timeline, OrderBook book, Shop shop) {
    done(timeline, book, shop);
    failed(timeline, book, shop);
    refusedByPeople(timeline, book, shop);
    toDecide(timeline, book, shop);
    consents(timeline, book, shop);
    underWay(timeline, book, shop);
  }

  private static void done(DemoTimeline timeline, OrderBook book, Shop shop) {
    DemoOrder locked = agreed(lockAtOnce(book), fromBoth());
    timeline.story("a change whose lock is over by now").before("P77D", () -> place(shop, locked));

    DemoOrder agent = lockAtOnce(book);
    timeline
        .story("a change that an approver confirms for both sides")
        .before("P42D", () -> place(shop, agent))
        .then(() -> shop.decide("approver", agent, "APPROVE", PROOF, "file 2026-114"))
        .then(() -> shop.decide("approver2", agent, "APPROVE", PROOF, "file 2026-115"));

    DemoOrder confirmed = waitWithoutLock(book);
    timeline
        .story("a change that the prior registrant confirms")
        .before("P42D", () -> place(shop, confirmed))
        .then(() -> shop.waits(confirmed, "CONFIRMATION"))
        .then(() -> shop.follows(confirmed.domain(), "confirm"));

    DemoOrder moved = book.change(book.name("com"));
    timeline
        .story("only the address is another one")
        .before(
            "P63D",
            () -> {
              Map<String, Object> before =
                  Members.with(
                      Members.objectIn(moved.body(), "registrant"),
                      Members.of("street", List.of("Old Street 1")));
              place(shop, moved, "registrant", before);
            });

    DemoOrder paid = book.change(book.name("com"));
    timeline
        .story("a change that costs something, approved")
        .before("P49D", () -> place(shop, paid, "zone", trade("25.00")))
        .then(() -> shop.decide("operator", paid, "APPROVE"));
  }

  private static void failed(DemoTimeline timeline, OrderBook book, Shop shop) {
    DemoOrder declined = waitThenLock(book);
    timeline
        .story("the prior registrant says no")
        .before("P56D", () -> place(shop, declined))
        .then(() -> shop.waits(declined, "CONFIRMATION"))
        .then(() -> shop.follows(declined.domain(), "refuse"));

    DemoOrder same = book.change(book.name("com"));
    timeline
        .story("a change that changes nothing")
        .before(
            "P49D",
            () -> {
              shop.own(
                  same,
                  Members.with(
                      ours(),
                      Members.of("registrant", Members.objectIn(same.body(), "registrant"))));
              shop.start("ChangeOfRegistrantProcess", same);
            });

    DemoOrder disputed = agreed(lockAtOnce(book), fromBoth());
    timeline
        .story("a name that is disputed")
        .before(
            "P49D",
            () -> {
              shop.disputed(disputed.domain());
              place(shop, disputed);
            });

    DemoOrder expired = agreed(lockAtOnce(book), fromBoth());
    timeline
        .story("a registration that has expired")
        .before("P49D", () -> place(shop, expired, "expires", "-P46D"));

    DemoOrder elsewhere = book.change(book.name("com"));
    timeline
        .story("a zone in which only the registry changes registrants")
        .before(
            "P49D", () -> place(shop, elsewhere, "zone", Map.of("registrantChangeBy", "REGISTRY")));

    DemoOrder held = waitThenLock(book);
    timeline
        .story("a hold that comes before the confirmation")
        .before("P42D", () -> place(shop, held))
        .then(() -> shop.waits(held, "CONFIRMATION"))
        .then(
            () -> {
              shop.happens(held.domain(), "HOLD");
              shop.follows(held.domain(), "confirm");
            });

    DemoOrder away = waitThenLock(book);
    timeline
        .story("a name that leaves while its registrant is to change")
        .before("P42D", () -> place(shop, away))
        .then(() -> shop.waits(away, "CONFIRMATION"))
        .then(() -> shop.registry(away.domain(), "owner", "OTHER_ACCOUNT"));

    DemoOrder absent = book.change(book.name("com"));
    timeline
        .story("the change of a name that is not here")
        .before(
            "P56D",
            () -> {
              shop.give(absent);
              shop.place(absent);
            });
  }

  private static void refusedByPeople(DemoTimeline timeline, OrderBook book, Shop shop) {
    DemoOrder refused = agreed(lockAtOnce(book), List.of(consent("PRIOR", false)));
    timeline
        .story("an approver refuses")
        .before("P35D", () -> place(shop, refused))
        .then(
            () -> shop.decide("approver", refused, "REFUSE", "reason", "the signature is missing"));

    DemoOrder dear = book.change(book.name("com"));
    timeline
        .story("a change that is too dear")
        .before("P35D", () -> place(shop, dear, "zone", trade("180.00")))
        .then(() -> shop.decide("operator", dear, "REJECT"));

    DemoOrder givenUp = agreed(lockAtOnce(book), fromBoth());
    timeline
        .story("another change is in the way, and an operator gives up")
        .before("P35D", () -> placeBesideAnother(shop, givenUp))
        .then(() -> shop.decide("operator", givenUp, "GIVE_UP"));

    DemoOrder cancelled = lockAtOnce(book).by("billing2");
    timeline
        .story("a change that is cancelled before anybody has agreed")
        .before("P28D", () -> place(shop, cancelled))
        .then(
            () -> {
              shop.waits(cancelled, "CONSENT");
              shop.cancel(cancelled);
            });
  }

  /** Questions to operators, open. */
  private static void toDecide(DemoTimeline timeline, OrderBook book, Shop shop) {
    DemoOrder fields = book.change(book.name("us"));
    timeline
        .story("additional fields of a change")
        .before("P1D", () -> place(shop, fields, "zone", Map.of("registrantChangeBy", "TRADE")))
        .atTheEnd(() -> shop.waits(fields, "ADDITIONAL_FIELDS"));

    DemoOrder price = book.change(book.name("com"));
    timeline
        .story("the price of a change to decide on")
        .before("PT20H", () -> place(shop, price, "zone", trade("25.00")))
        .atTheEnd(() -> shop.waits(price, "PRICE"));

    for (String since : List.of("P2D", "PT1H")) {
      DemoOrder choice = book.change(book.name("com")).with("registrantChangeMode", "ASK");
      timeline
          .story("lock or wait, since " + since)
          .before(since, () -> place(shop, choice))
          .atTheEnd(() -> shop.waits(choice, "CHOICE"));
    }

    DemoOrder pending = lockAtOnce(book);
    timeline
        .story("another change is in the way")
        .before("PT20H", () -> placeBesideAnother(shop, pending))
        .atTheEnd(() -> shop.waits(pending, "CHANGE_PENDING"));

    DemoOrder refused = agreed(lockAtOnce(book), fromBoth());
    timeline
        .story("data that the registrar refuses")
        .before(
            "P2D",
            () -> {
              shop.answers(
                  refused.domain(),
                  "TradeDomain",
                  "CODE_541",
                  1,
                  "the mail address is not reachable");
              place(shop, refused);
            })
        .atTheEnd(() -> shop.waits(refused, "REGISTRAR_REFUSED"));
  }

  /** Questions to approvers, open. */
  private static void consents(DemoTimeline timeline, OrderBook book, Shop shop) {
    for (String since : List.of("P3DT2H", "P1D", "PT1H")) {
      DemoOrder nobody = lockAtOnce(book);
      timeline
          .story("nobody has agreed yet, since " + since)
          .before(since, () -> place(shop, nobody))
          .atTheEnd(() -> shop.task(nobody, "Task_ApproveForNewRegistrant"));

      DemoOrder half = agreed(lockAtOnce(book), List.of(consent("NEW", false)));
      timeline
          .story("the prior registrant has not agreed yet, since " + since)
          .before(since, () -> place(shop, half))
          .atTheEnd(() -> shop.task(half, "Task_ApproveForPriorRegistrant"));
    }

    DemoOrder asked = agreed(lockAtOnce(book), List.of(consent("NEW", false)));
    timeline
        .story("an approver who asks something")
        .before("P1D", () -> place(shop, asked))
        .then(
            () ->
                shop.decide(
                    "approver",
                    asked,
                    "ASK_BACK",
                    "question",
                    "Who signed for the prior registrant?"))
        .atTheEnd(() -> shop.waits(asked, "QUESTION"));
  }

  /** Changes at the registrar, and a lock after a change, open. */
  private static void underWay(DemoTimeline timeline, OrderBook book, Shop shop) {
    DemoOrder mail = waitThenLock(book);
    timeline
        .story("a change that the prior registrant has to confirm")
        .before("PT20H", () -> place(shop, mail))
        .atTheEnd(() -> shop.waits(mail, "CONFIRMATION"));

    DemoOrder chased =
        book.change(book.name("com")).with("registrantChangeMode", "WAIT_WITHOUT_LOCK");
    timeline
        .story("a change that nobody confirms")
        .before("P3DT2H", () -> place(shop, chased))
        .then(
            () ->
                shop.decide(
                    "operator",
                    chased,
                    "WAIT_WITHOUT_LOCK",
                    "optOutReference",
                    "file 2026-116",
                    "optOutGivenAt",
                    "2026-01-02"))
        .then(() -> shop.decide("approver", chased, "APPROVE", PROOF, "file 2026-117"))
        .atTheEnd(() -> shop.task(chased, "Task_ChaseConfirmation"));

    DemoOrder form = book.change(book.name("se")).with("additionalFields", SE);
    timeline
        .story("a form for a change to send")
        .before(
            "PT20H",
            () -> {
              shop.own(form, Members.of("renewalMode", "AUTOEXPIRE", "expires", "P700D"));
              shop.place(form);
            })
        .atTheEnd(() -> shop.task(form, "Task_SendSignedForm"));

    DemoOrder lock = waitWithoutLock(book).with("transferLock", true);
    timeline
        .story("a lock that the registrar does not set")
        .before(
            "P1D",
            () -> {
              shop.answers(
                  lock.domain(), "ModifyDomain", "CODE_541", FOR_GOOD, "the registry is closed");
              place(shop, lock, "transferLock", false);
            })
        .then(() -> shop.waits(lock, "CONFIRMATION"))
        .then(() -> shop.follows(lock.domain(), "confirm"))
        .atTheEnd(() -> shop.task(lock, "Task_SetTransferLock"));
  }

  private static DemoOrder lockAtOnce(OrderBook book) {
    return book.change(book.name("com")).with("registrantChangeMode", "LOCK_AT_ONCE");
  }

  private static DemoOrder waitWithoutLock(OrderBook book) {
    return agreed(
        book.change(book.name("com")).with("registrantChangeMode", "WAIT_WITHOUT_LOCK"),
        fromBoth());
  }

  static DemoOrder waitThenLock(OrderBook book) {
    return agreed(
        book.change(book.name("com")).with("registrantChangeMode", "WAIT_THEN_LOCK"), fromBoth());
  }

  /** Adds consents of registrants, which the shop's own program may send. */
  private static DemoOrder agreed(DemoOrder order, List<Map<String, Object>> consents) {
    return order.by(ShopProgram.LOGIN).with("consents", consents);
  }

  private static List<Map<String, Object>> fromBoth() {
    return List.of(consent("NEW", false), consent("PRIOR", true));
  }

  private static Map<String, Object> consent(String side, boolean optOut) {
    Map<String, Object> consent =
        Members.of(
            "side", side,
            "basis", "agreement",
            "textVersion", ShopProgram.TEXT,
            "givenAt", "2026-01-02T10:00:00Z",
            "evidence", "ticket 4711");
    return optOut ? Members.with(consent, Members.of("optOutOfLock", true)) : consent;
  }

  private static Map<String, Object> trade(String price) {
    return Map.of("registrantChangeBy", "TRADE", "tradePrice", price);
  }

  private static Map<String, Object> ours() {
    return Members.of("renewalMode", "AUTOEXPIRE", "expires", "P700D", "zone", ICANN_TRADE);
  }

  /** Sets up a name of ours, and orders a change of its registrant. */
  static void place(Shop shop, DemoOrder order, Object... members) {
    shop.own(order, Members.with(ours(), Members.of(members)));
    shop.place(order);
  }

  private static void placeBesideAnother(Shop shop, DemoOrder order) {
    shop.own(order, ours());
    shop.happens(order.domain(), "TRADE_REQUESTED_ELSEWHERE");
    shop.place(order);
  }
}

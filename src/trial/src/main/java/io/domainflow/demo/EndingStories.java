package io.domainflow.demo;

import static io.domainflow.demo.World.FOR_GOOD;

import java.util.List;

/** Stories of names that end: deletions, suspensions and cancellations. */
final class EndingStories implements Stories {

  @Override
  public void write(DemoTimeline timeline, OrderBook book, Shop shop) {
    deleted(timeline, book, shop);
    toDelete(timeline, book, shop);
    suspended(timeline, book, shop);
    released(timeline, book, shop);
  }

  private static void released(DemoTimeline timeline, OrderBook book, Shop shop) {
    DemoOrder gone = release(book, "co.uk", "EXAMPLE-TAG");
    timeline
        .story("a name that was given to another registrar")
        .before("P26D", () -> place(shop, gone))
        .then(() -> shop.decide("approver", gone, "APPROVE"));

    DemoOrder kept = release(book, "co.uk", "OTHER-TAG");
    timeline
        .story("a name that an approver does not let go")
        .before("P17D", () -> place(shop, kept))
        .then(
            () ->
                shop.decide(
                    "approver", kept, "REFUSE", "reason", "The holder knows nothing of it."));

    DemoOrder asked = release(book, "co.uk", "EXAMPLE-TAG");
    timeline
        .story("a name to be given away, to approve")
        .before("PT3H", () -> place(shop, asked))
        .atTheEnd(() -> shop.waits(asked, "RELEASE_APPROVAL"));

    DemoOrder slow = release(book, "de", "TRANSIT");
    timeline
        .story("a name that the registry has yet to take back")
        .before(
            "PT6H",
            () -> {
              shop.answers(
                  slow.domain(), "PushDomain", "CODE_200", 1, "Command completed successfully");
              place(shop, slow);
            })
        .then(() -> shop.decide("approver", slow, "APPROVE"))
        .atTheEnd(() -> shop.waits(slow, "RELEASE_AT_REGISTRY"));
  }

  private static DemoOrder release(OrderBook book, String zone, String target) {
    return book.order("RELEASE", book.name(zone)).with("target", target);
  }

  private static void deleted(DemoTimeline timeline, OrderBook book, Shop shop) {
    DemoOrder gone = confirmed(book.order("DELETE", book.name("com")));
    timeline.story("a name that was deleted").before("P63D", () -> place(shop, gone));

    DemoOrder asked = book.order("DELETE", book.name("net"));
    timeline
        .story("a deletion that an operator confirms")
        .before("P42D", () -> place(shop, asked))
        .then(() -> shop.decide("operator", asked, "DELETE", "confirmDomain", asked.domain()));

    DemoOrder kept = book.order("DELETE", book.name("com"));
    timeline
        .story("a name that an operator keeps")
        .before("P42D", () -> place(shop, kept))
        .then(() -> shop.decide("operator", kept, "KEEP"));

    DemoOrder refused = confirmed(book.order("DELETE", book.name("com")));
    timeline
        .story("a deletion that the registrar refuses, given up")
        .before(
            "P28D",
            () -> {
              shop.answers(refused.domain(), "DeleteDomain", "CODE_532", 1, "not allowed");
              place(shop, refused);
            })
        .then(() -> shop.decide("operator", refused, "GIVE_UP"));

    DemoOrder cancelled = book.order("DELETE", book.name("com"));
    timeline
        .story("a deletion that its caller takes back")
        .before("P28D", () -> place(shop, cancelled))
        .then(
            () -> {
              shop.waits(cancelled, "DELETION_CONFIRMATION");
              shop.cancel(cancelled);
            });
  }

  private static void toDelete(DemoTimeline timeline, OrderBook book, Shop shop) {
    for (String since : List.of("P5DT6H", "P1D", "PT1H")) {
      DemoOrder asked = book.order("DELETE", book.name("com"));
      timeline
          .story("a deletion to confirm, since " + since)
          .before(since, () -> place(shop, asked))
          .atTheEnd(() -> shop.waits(asked, "DELETION_CONFIRMATION"));
    }

    DemoOrder refused = confirmed(book.order("DELETE", book.name("org")));
    timeline
        .story("a deletion that the registrar refuses")
        .before(
            "PT20H",
            () -> {
              shop.answers(refused.domain(), "DeleteDomain", "CODE_532", 1, "not allowed");
              place(shop, refused);
            })
        .atTheEnd(() -> shop.waits(refused, "REGISTRAR_REFUSED"));

    DemoOrder pending = confirmed(book.order("DELETE", book.name("com")));
    timeline
        .story("a deletion that is under way")
        .atTheEnd(() -> place(shop, pending))
        .then(() -> shop.waits(pending, "DELETION_PENDING"));

    DemoOrder unseen = confirmed(book.order("DELETE", book.name("com")));
    timeline
        .story("a deletion of which nobody can see whether it was carried out")
        .before("P9D", () -> place(shop, unseen))
        .then(
            () -> {
              shop.waits(unseen, "DELETION_PENDING");
              shop.answers(
                  unseen.domain(), "StatusDomain", "CODE_599", FOR_GOOD, "internal state 7");
            })
        .atTheEnd(() -> shop.task(unseen, "Task_ChaseDeletion"));
  }

  private static void suspended(DemoTimeline timeline, OrderBook book, Shop shop) {
    DemoOrder suspended = book.order("SUSPEND", book.name("com"));
    timeline.story("a name that was suspended").before("P49D", () -> place(shop, suspended));

    DemoOrder before = book.order("SUSPEND", book.name("com"));
    DemoOrder back = book.order("UNSUSPEND", before.domain());
    timeline
        .story("a name that was suspended for a week")
        .before("P42D", () -> place(shop, before))
        .before("P35D", () -> shop.place(back));

    DemoOrder ends = book.order("CANCEL", book.name("net"));
    timeline.story("a name that ends with its period").before("P35D", () -> place(shop, ends));

    DemoOrder nothing = book.order("UNSUSPEND", book.name("com"));
    timeline
        .story("nothing to take back")
        .before(
            "P28D",
            () -> {
              ours(shop, nothing);
              shop.start("DomainSuspensionProcess", nothing);
            });

    DemoOrder refused = book.order("CANCEL", book.name("com"));
    timeline
        .story("a renewal mode that the registrar does not set")
        .before(
            "PT20H",
            () -> {
              shop.answers(
                  refused.domain(), "SetDomainRenewalMode", "CODE_552", 1, "the name is blocked");
              place(shop, refused);
            })
        .atTheEnd(() -> shop.waits(refused, "REGISTRAR_REFUSED"));
  }

  private static DemoOrder confirmed(DemoOrder order) {
    return order.with("confirmDomain", order.domain());
  }

  /** Sets up a name of ours, and places the order. */
  private static void place(Shop shop, DemoOrder order) {
    ours(shop, order);
    shop.place(order);
  }

  private static void ours(Shop shop, DemoOrder order) {
    shop.own(order, Members.of("renewalMode", "AUTOEXPIRE", "expires", "P300D"));
  }
}

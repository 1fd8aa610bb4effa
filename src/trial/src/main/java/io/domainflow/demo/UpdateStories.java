package io.domainflow.demo;

import static io.domainflow.demo.World.decidedLater;

import java.util.List;
import java.util.Map;

/** Stories of names whose settings change. */
final class UpdateStories implements Stories {

  private static final List<String> NEW_SERVERS = List.of("ns1.example.net", "ns2.example.net");

  @Override
  public void write(DemoTimeline timeline, OrderBook book, Shop shop) {
    done(timeline, book, shop);
    refused(timeline, book, shop);
    toDo(timeline, book, shop);
  }

  private static void done(DemoTimeline timeline, OrderBook book, Shop shop) {
    DemoOrder moved = update(book).with("nameservers", NEW_SERVERS, "transferLock", true);
    DemoOrder back = book.order("REVERT", moved.domain()).with("reverts", moved.reference());
    timeline
        .story("name servers that were changed, and put back")
        .before("P40D", () -> place(shop, moved, Map.of()))
        .before("P33D", () -> shop.place(back));

    DemoOrder relocated =
        update(book)
            .with(
                "registrantDetails",
                Members.of(
                    "street", List.of("New Street 5"), "city", "Bonn", "postalCode", "53111"));
    timeline
        .story("a registrant who has moved")
        .before("P26D", () -> place(shop, relocated, Map.of()));

    DemoOrder nothing = update(book).with("transferLock", false);
    timeline
        .story("a name that was set up so before")
        .before("P19D", () -> place(shop, nothing, Map.of()));
  }

  private static void refused(DemoTimeline timeline, OrderBook book, Shop shop) {
    DemoOrder signed = update(book).with("nameservers", NEW_SERVERS);
    timeline
        .story("name servers of a signed name")
        .before(
            "P18D",
            () ->
                place(
                    shop,
                    signed,
                    Members.of("ds", List.of("12345 13 2 " + "0123456789ABCDEF".repeat(4)))));

    DemoOrder stopped = risky(book);
    timeline
        .story("an update that an approver refuses")
        .before("P17D", () -> place(shop, stopped, Members.of("transferLock", true)))
        .then(
            () ->
                shop.decide(
                    "approver", stopped, "REFUSE", "reason", "The holder knows nothing of it."));

    DemoOrder givenUp = update(book).with("nameservers", List.of("ns1.unknown.example"));
    timeline
        .story("name servers that the registrar refuses, given up")
        .before(
            "P16D",
            () -> {
              shop.answers(
                  givenUp.domain(), "ModifyDomain", "CODE_541", 1, "Invalid attribute value");
              place(shop, givenUp, Map.of());
            })
        .then(() -> shop.decide("operator", givenUp, "GIVE_UP"));
  }

  private static void toDo(DemoTimeline timeline, OrderBook book, Shop shop) {
    DemoOrder asked = risky(book);
    timeline
        .story("an update to approve")
        .before("PT5H", () -> place(shop, asked, Members.of("transferLock", true)))
        .atTheEnd(() -> shop.waits(asked, "UPDATE_APPROVAL"));

    DemoOrder wrong =
        update(book).with("nameservers", List.of("ns1.unknown.example"), "transferLock", true);
    timeline
        .story("name servers that the registrar refuses")
        .before(
            "PT20H",
            () -> {
              shop.answers(
                  wrong.domain(), "ModifyDomain", "CODE_541", 1, "Invalid attribute value");
              place(shop, wrong, Map.of());
            })
        .atTheEnd(() -> shop.waits(wrong, "REGISTRAR_REFUSED"));

    DemoOrder locked = update(book).with("transferLock", true);
    timeline
        .story("a lock that somebody has opened in the registrar's panel since")
        .before("P3D", () -> place(shop, locked, Map.of()))
        .before("P2D", () -> shop.happens(locked.domain(), "UNLOCKED"));

    DemoOrder wanted = update(book).with("transferLock", false);
    timeline
        .story("a name that another registrar wants")
        .before("P3D", () -> place(shop, wanted, Map.of()))
        .before("P1D", () -> shop.happens(wanted.domain(), "OUTGOING_REQUESTED"))
        .atTheEnd(() -> watch(shop))
        .then(
            () ->
                shop.task(
                    "processDefinitionKey=OutgoingTransferProcess", "Task_AnswerOutgoingTransfer"));

    DemoOrder asking =
        book.order("UPDATE", book.name("us"))
            .with(
                "registrantDetails",
                Members.of(
                    "street", List.of("New Street 5"), "city", "Bonn", "postalCode", "53111"));
    timeline
        .story("a registrant below .us who has moved")
        .before("PT4H", () -> place(shop, asking, Map.of()))
        .atTheEnd(() -> shop.waits(asking, "ADDITIONAL_FIELDS"));

    DemoOrder slow = update(book).with("nameservers", NEW_SERVERS);
    timeline
        .story("name servers that the registry has yet to set")
        .before(
            "PT3H",
            () ->
                place(
                    shop,
                    slow,
                    Members.of("next", decidedLater("ModifyDomain", "P4D", "SUCCESSFUL", null))))
        .atTheEnd(() -> shop.waits(slow, "UPDATE_AT_REGISTRY"));
  }

  private static DemoOrder update(OrderBook book) {
    return book.order("UPDATE", book.name("com"));
  }

  /** Opens the lock of a name and changes its name servers at once. */
  private static DemoOrder risky(OrderBook book) {
    return update(book).with("nameservers", NEW_SERVERS, "transferLock", false);
  }

  /** Sets up a name of ours, and orders the changes. */
  private static void place(Shop shop, DemoOrder order, Map<String, Object> members) {
    shop.own(order, Members.with(Members.of("expires", "P300D"), members));
    shop.place(order);
  }

  /**
   * Starts the watch of the account's transfers now; otherwise it runs every quarter of an hour.
   */
  private static void watch(Shop shop) {
    shop.calls()
        .send(
            "admin",
            "POST",
            "/engine-rest/message",
            Members.of("messageName", "Msg_AccountToWatch", "businessKey", OrderBook.MAIN_ACCOUNT));
  }
}

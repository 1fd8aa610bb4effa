package io.domainflow.demo;

import java.util.List;
import java.util.Map;

/** Stories of names whose registrants want to leave, or of somebody who claims to be one. */
final class AuthCodeStories implements Stories {

  @Override
  public void write(DemoTimeline timeline, OrderBook book, Shop shop) {
    DemoOrder read = code(book, "com");
    timeline
        .story("an auth code that was read from the registrar")
        .before("P35D", () -> place(shop, read, Map.of()));

    DemoOrder opened = code(book, "net").with("unlock", true);
    timeline
        .story("an auth code for which the lock was opened, and set again")
        .before("P24D", () -> place(shop, opened, Members.of("transferLock", true)));

    DemoOrder mailed = code(book, "at");
    timeline
        .story("an auth code that the registry mails to the holder")
        .before("P12D", () -> place(shop, mailed, Map.of()));

    DemoOrder locked = code(book, "org");
    timeline
        .story("an auth code of a name that is locked")
        .before("P11D", () -> place(shop, locked, Members.of("transferLock", true)));

    DemoOrder slow = code(book, "com");
    timeline
        .story("an auth code that the registry has yet to make")
        .before(
            "PT4H",
            () -> {
              // accepted, but without a visible effect
              shop.answers(
                  slow.domain(), "ModifyDomain", "CODE_200", 1, "Command completed successfully");
              place(shop, slow, Members.of("authCode", ""));
            })
        .atTheEnd(() -> shop.waits(slow, "AUTH_CODE_AT_REGISTRY"));

    DemoOrder moved = book.order("UPDATE", book.name("com"));
    DemoOrder asked = book.order("AUTH_CODE", moved.domain()).with("unlock", true);
    timeline
        .story("an auth code to approve, after other name servers")
        .before(
            "PT7H",
            () -> {
              shop.own(moved, Members.of("expires", "P300D", "age", "P400D", "transferLock", true));
              shop.place(moved.with("nameservers", List.of("ns1.example.net", "ns2.example.net")));
            })
        .before("PT6H", () -> shop.place(asked))
        .atTheEnd(() -> shop.waits(asked, "AUTH_CODE_APPROVAL"));
  }

  private static DemoOrder code(OrderBook book, String zone) {
    return book.order("AUTH_CODE", book.name(zone));
  }

  /** Sets up a name of ours, and orders its auth code. */
  private static void place(Shop shop, DemoOrder order, Map<String, Object> members) {
    shop.own(order, Members.with(Members.of("expires", "P300D", "age", "P400D"), members));
    shop.place(order);
  }
}

package io.domainflow.demo;

import static io.domainflow.demo.World.MAIN_LOGIN;
import static io.domainflow.demo.World.SECOND_LOGIN;

import java.util.List;
import java.util.Map;

/** Stories of the accounts themselves: money, settings, names, and a webhook. */
final class AccountStories implements Stories {

  private static final String FINDINGS = "processDefinitionKey=AccountFindingProcess";

  @Override
  public void write(DemoTimeline timeline, OrderBook book, Shop shop) {
    timeline
        .story("the second account is set up in another way")
        .before(
            "P84D",
            () -> {
              shop.calls()
                  .send(
                      "admin",
                      "PATCH",
                      "/api/v1/accounts/" + OrderBook.SECOND_ACCOUNT,
                      Members.of("automaticRestore", false));
              shop.registrarAccount(SECOND_LOGIN, "modifyDomainFallback", true);
            });
    imported(timeline, book, shop);
    webhook(timeline, book, shop);
    names(timeline, book, shop);
    credit(timeline, book, shop);
  }

  private static void imported(DemoTimeline timeline, OrderBook book, Shop shop) {
    List<String> before =
        List.of(book.name("com"), book.name("com"), book.name("de"), book.name("org"));
    timeline
        .story("names that were in the account before Domainflow")
        .before("P84D", () -> before.forEach(name -> seen(shop, name, "AUTOEXPIRE", "P400D")))
        .before(
            "P77D",
            () ->
                shop.calls()
                    .send(
                        "admin",
                        "POST",
                        "/api/v1/accounts/" + OrderBook.MAIN_ACCOUNT + "/import",
                        Members.of()));
  }

  /** The receiver accepts nothing, so that deliveries are given up after some days. */
  private static void webhook(DemoTimeline timeline, OrderBook book, Shop shop) {
    DemoOrder cancelled = book.registration(book.name("us")).by("billing2");
    timeline
        .story("a webhook that nobody answers")
        .before(
            "P5DT6H",
            () -> {
              shop.calls()
                  .send(
                      cancelled.login(),
                      "POST",
                      "/api/v1/webhooks",
                      Members.of(
                          "url",
                          shop.calls().address("/no-billing-system-listens-here"),
                          "types",
                          List.of("order.cancelled"),
                          "description",
                          "the shop's old billing system"));
              shop.place(cancelled);
            })
        .then(
            () -> {
              shop.waits(cancelled, "ADDITIONAL_FIELDS");
              shop.cancel(cancelled);
            })
        .atTheEnd(
            () -> shop.task("processDefinitionKey=WebhookTroubleProcess", "Task_LookAfterWebhook"));
  }

  private static void names(DemoTimeline timeline, OrderBook book, Shop shop) {
    List<String> renewing = List.of(book.name("com"), book.name("com"), book.name("net"));
    String endsLater = book.name("com");
    String endsFirst = book.name("org");
    timeline
        .story("names that are not as they should be")
        .before(
            "P2D",
            () -> {
              renewing.forEach(name -> seen(shop, name, "AUTORENEW", "P240D"));
              seen(shop, endsLater, "AUTOEXPIRE", "P10D");
              seen(shop, endsFirst, "AUTOEXPIRE", "P9D");
            })
        .atTheEnd(() -> check(shop, OrderBook.MAIN_ACCOUNT))
        .then(() -> shop.task(FINDINGS, "Task_CorrectRenewalModes"))
        .then(() -> shop.task(FINDINGS, "Task_LookAfterNames"));
  }

  private static void seen(Shop shop, String domain, String mode, String expires) {
    shop.registry(
        domain,
        Map.of("owner", "OURS", "account", MAIN_LOGIN, "renewalMode", mode, "expires", expires));
  }

  private static void credit(DemoTimeline timeline, OrderBook book, Shop shop) {
    List<DemoOrder> orders =
        List.of(
            second(book.registration(book.name("com"))),
            second(book.registration(book.name("net"))),
            second(book.registration(book.name("org"))));
    timeline
        .story("an account whose credit is used up")
        .atTheEnd(() -> shop.registrarAccount(SECOND_LOGIN, "balance", "3.00"))
        .then(() -> orders.forEach(shop::place))
        .then(() -> check(shop, OrderBook.SECOND_ACCOUNT))
        .then(() -> orders.forEach(order -> shop.waits(order, "CREDIT")))
        .then(() -> shop.task(FINDINGS, "Task_CorrectAccount"));
  }

  private static DemoOrder second(DemoOrder order) {
    return order.in(OrderBook.SECOND_ACCOUNT).by("billing2");
  }

  /** Starts the check of an account now; otherwise it runs every morning. */
  private static void check(Shop shop, String account) {
    shop.calls()
        .send(
            "admin",
            "POST",
            "/engine-rest/message",
            Members.of("messageName", "Msg_AccountToCheck", "businessKey", account));
  }
}

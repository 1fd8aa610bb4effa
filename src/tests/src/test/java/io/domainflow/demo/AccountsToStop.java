package io.domainflow.demo;

import io.domainflow.RegistrarCaller;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Accounts in every step of the processes that look after accounts. */
final class AccountsToStop implements Stories {

  /** The prefix of their names. */
  static final String PREFIX = "stopped-";

  private static final String POOR_LOGIN = "poor.user";
  private static final String POOR_PASSWORD = "poor.passw0rd";

  private final RegistrarCaller registrar;

  AccountsToStop(int port) {
    this.registrar = new RegistrarCaller(port);
  }

  @Override
  public void write(DemoTimeline told, OrderBook book, Shop shop) {
    checked(told, shop);
    findings(told, shop);
    watched(told, shop);
    imported(told, shop);
    poor(told, book, shop);
  }

  private static void checked(DemoTimeline told, Shop shop) {
    told.story("an account that is being checked")
        .atTheEnd(
            () -> {
              account(shop, "check", World.MAIN_LOGIN);
              message(shop, "Msg_AccountToCheck", "check");
            });
  }

  /** The names that renew automatically belong to another story. */
  private static void findings(DemoTimeline told, Shop shop) {
    for (String decision : List.of("SET_MODES", "CHECK_AGAIN")) {
      String name = "finding-" + decision.toLowerCase(Locale.ROOT).replace('_', '-');
      told.story("a finding about an account: " + decision)
          .atTheEnd(() -> account(shop, name, World.MAIN_LOGIN))
          .then(() -> message(shop, "Msg_AccountToCheck", name))
          .then(() -> StepsToStop.submit(shop, finding(shop, name), decision));
    }
  }

  private static String finding(Shop shop, String name) {
    return shop.task(
        "processInstanceBusinessKeyLike=" + PREFIX + name + "%25", "Task_CorrectRenewalModes");
  }

  private static void watched(DemoTimeline told, Shop shop) {
    for (int i = 1; i <= 3; i++) {
      String name = "watch-" + i;
      told.story("an account that is being watched, " + i)
          .atTheEnd(
              () -> {
                account(shop, name, World.MAIN_LOGIN);
                message(shop, "Msg_AccountToWatch", name);
              });
    }
  }

  private static void imported(DemoTimeline told, Shop shop) {
    for (int i = 1; i <= 3; i++) {
      String name = "import-" + i;
      told.story("an account whose names are being imported, " + i)
          .atTheEnd(
              () -> {
                account(shop, name, World.MAIN_LOGIN);
                shop.calls()
                    .send(
                        "admin",
                        "POST",
                        "/api/v1/accounts/" + PREFIX + name + "/import",
                        Members.of());
              });
    }
  }

  /** A sub-user of the registrar's begins without any money. */
  private void poor(DemoTimeline told, OrderBook book, Shop shop) {
    told.story("a login without money")
        .before(
            "P2D",
            () ->
                registrar.call(
                    "COMMAND=AddUser\nSUBUSER=%s\nPASSWORD=%s\nCURRENCY=EUR\nVAT=0.00"
                        .formatted(POOR_LOGIN, POOR_PASSWORD)));
    DemoOrder noted = poor(book, "credit-noted");
    told.story("an account whose balance is being noted").before("P1D", () -> place(shop, noted));
    DemoOrder looked = poor(book, "credit-looked-at");
    told.story("an account whose balance is looked at every hour")
        .before("PT20H", () -> place(shop, looked));
    DemoOrder topped = poor(book, "credit-topped-up");
    told.story("an account that is said to be topped up")
        .before("PT1H", () -> place(shop, topped))
        .then(
            () ->
                StepsToStop.submit(
                    shop,
                    shop.task(
                        "processInstanceBusinessKey=" + topped.account(),
                        "Task_AccountOutOfCredit"),
                    "TOPPED_UP"));
  }

  private static DemoOrder poor(OrderBook book, String account) {
    return book.registration(book.name("com")).in(PREFIX + account);
  }

  private static void place(Shop shop, DemoOrder order) {
    account(shop, order.account().substring(PREFIX.length()), POOR_LOGIN);
    shop.place(order);
  }

  private static void account(Shop shop, String name, String login) {
    shop.calls()
        .send(
            "admin",
            "POST",
            "/api/v1/accounts",
            Map.of(
                "name",
                PREFIX + name,
                "system",
                "SANDBOX",
                "login",
                login,
                "password",
                login.equals(POOR_LOGIN) ? POOR_PASSWORD : "test.passw0rd"));
  }

  private static void message(Shop shop, String message, String account) {
    shop.calls()
        .send(
            "admin",
            "POST",
            "/engine-rest/message",
            Members.of("messageName", message, "businessKey", PREFIX + account));
  }
}

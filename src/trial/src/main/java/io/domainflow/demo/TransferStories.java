package io.domainflow.demo;

import static io.domainflow.demo.World.BY_MAIL;
import static io.domainflow.demo.World.FOR_GOOD;
import static io.domainflow.demo.World.NO_MAIL;
import static io.domainflow.demo.World.QUICK;
import static io.domainflow.demo.World.decidedLater;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stories of transfers, under way and after their arrival. */
final class TransferStories implements Stories {

  private static final Map<String, Object> NU = Map.of("X-REGISTRANT-IDNUMBER", "123456-7890");

  /** A prior registrant with only a mail address. */
  private static final Map<String, Object> NAMELESS = Map.of("email", "prior@example.org");

  @Override
  public void write(DemoTimeline timeline, OrderBook book, Shop shop) {
    failed(timeline, book, shop);
    done(timeline, book, shop);
    obstacles(timeline, book, shop);
    underWay(timeline, book, shop);
    arrived(timeline, book, shop);
  }

  private static void failed(DemoTimeline timeline, OrderBook book, Shop shop) {
    DemoOrder nobodys = book.transfer(book.name("com"));
    timeline
        .story("the transfer of a name that nobody has")
        .before("P80D", () -> shop.place(nobodys));

    DemoOrder refused = book.transfer(book.name("com"));
    timeline
        .story("the registrant says no to a transfer")
        .before("P70D", () -> place(shop, refused, "zone", BY_MAIL))
        .then(() -> shop.waits(refused, "CONFIRMATION_MAIL"))
        .then(() -> shop.follows(refused.domain(), "refuse"));

    DemoOrder unconfirmed = book.transfer(book.name("net"));
    timeline
        .story("nobody confirms a transfer")
        .before("P70D", () -> place(shop, unconfirmed, "zone", BY_MAIL));

    DemoOrder kept = book.transfer(book.name("com"));
    timeline
        .story("the losing registrar keeps the name")
        .before(
            "P56D",
            () ->
                place(
                    shop,
                    kept,
                    "zone",
                    NO_MAIL,
                    "next",
                    decidedLater(
                        "TransferDomain", "PT3H", "FAILED", "rejected by the losing registrar")));

    DemoOrder broken = book.transfer(book.name("org"));
    timeline
        .story("a transfer ends for a reason of its own")
        .before(
            "P56D",
            () ->
                place(
                    shop,
                    broken,
                    "zone",
                    NO_MAIL,
                    "next",
                    decidedLater("TransferDomain", "PT3H", "FAILED", "internal problem")));

    DemoOrder dear = book.transfer(book.name("com"));
    timeline
        .story("a transfer that is too dear")
        .before(
            "P49D",
            () -> place(shop, dear, "zone", NO_MAIL, "class", "PREMIUM_COM_T", "price", "450.00"))
        .then(() -> shop.decide("operator", dear, "REJECT"));

    DemoOrder locked = book.transfer(book.name("com"));
    timeline
        .story("a lock that nobody takes off")
        .before("P49D", () -> place(shop, locked, "zone", NO_MAIL, "transferLock", true))
        .then(() -> shop.decide("operator", locked, "GIVE_UP"));

    DemoOrder withdrawn = book.transfer(book.name("com"));
    timeline
        .story("a transfer that its caller withdraws")
        .before("P28D", () -> place(shop, withdrawn, "zone", BY_MAIL))
        .then(
            () -> {
              shop.waits(withdrawn, "CONFIRMATION_MAIL");
              shop.cancel(withdrawn);
            });

    DemoOrder unsigned = book.transfer(book.name("nu")).with("additionalFields", NU);
    timeline
        .story("a form for a transfer that the registry did not like")
        .before("P28D", () -> place(shop, unsigned))
        .then(() -> shop.waits(unsigned, "SIGNED_FORM"))
        .then(() -> shop.happens(unsigned.domain(), "REGISTRY_REFUSES"));
  }

  private static void done(DemoTimeline timeline, OrderBook book, Shop shop) {
    DemoOrder account = book.transfer(book.name("com"));
    timeline
        .story("a name that comes from another account")
        .before(
            "P42D",
            () -> {
              shop.registry(account.domain(), "owner", "OTHER_ACCOUNT", "zone", QUICK);
              shop.place(account);
            });

    DemoOrder here = book.transfer(book.name("com"));
    timeline
        .story("a name that is here already")
        .before(
            "P42D",
            () -> {
              shop.own(here, Members.of("renewalMode", "AUTOEXPIRE"));
              shop.place(here);
            });

    DemoOrder corrected = book.transfer(book.name("net")).with("authCode", "an-old-one");
    timeline
        .story("the right auth code comes from the caller")
        .before("P35D", () -> place(shop, corrected, "zone", QUICK))
        .then(
            () -> {
              shop.waits(corrected, "AUTH_CODE_WRONG");
              shop.input(corrected, "authCode", "secret1");
            });

    DemoOrder unanswered = book.order("TRANSFER", book.name("com"));
    timeline
        .story("an auth code that nobody gives")
        .before("P37D", () -> place(shop, unanswered, "zone", NO_MAIL));

    DemoOrder fields = book.transfer(book.name("ca"));
    timeline
        .story("additional fields of a transfer")
        .before("P28D", () -> place(shop, fields, "zone", QUICK))
        .then(() -> shop.decide("operator2", fields, null, "caLegalType", "CCT"));

    DemoOrder signed = book.transfer(book.name("nu")).with("additionalFields", NU);
    timeline
        .story("a signed form for a transfer")
        .before("P28D", () -> place(shop, signed))
        .then(() -> shop.decide("operator", signed, "SENT", "note", "by mail"))
        .then(() -> shop.happens(signed.domain(), "REGISTRY_GRANTS"));

    DemoOrder left =
        book.transfer(book.name("com")).with("registrant", book.customers().registrant());
    timeline
        .story("a name that came without contacts and was left so")
        .before("P35D", () -> place(shop, left, "zone", QUICK, "registrant", null))
        .before("P28D", () -> shop.decide("operator", left, "LEAVE_AS_IS"));
  }

  /** Transfers with obstacles, open. */
  private static void obstacles(DemoTimeline timeline, OrderBook book, Shop shop) {
    for (String since : List.of("P2D", "PT20H")) {
      DemoOrder missing = book.order("TRANSFER", book.name("com"));
      timeline
          .story("an auth code that is missing, since " + since)
          .before(since, () -> place(shop, missing, "zone", NO_MAIL))
          .atTheEnd(() -> shop.waits(missing, "AUTH_CODE_MISSING"));
    }
    DemoOrder wrong = book.transfer(book.name("com")).with("authCode", "an-old-one");
    timeline
        .story("an auth code that is wrong")
        .before("PT20H", () -> place(shop, wrong, "zone", NO_MAIL))
        .atTheEnd(() -> shop.waits(wrong, "AUTH_CODE_WRONG"));

    DemoOrder locked = book.transfer(book.name("com"));
    timeline
        .story("a name that is locked")
        .before("PT20H", () -> place(shop, locked, "zone", NO_MAIL, "transferLock", true))
        .atTheEnd(() -> shop.waits(locked, "TRANSFER_LOCKED"));

    DemoOrder young = book.transfer(book.name("net"));
    timeline
        .story("a name that is too young")
        .before("PT1H", () -> place(shop, young, "zone", NO_MAIL, "age", "P20D"))
        .atTheEnd(() -> shop.waits(young, "TOO_YOUNG"));

    DemoOrder resting = book.transfer(book.name("org"));
    timeline
        .story("a name that is too young, until a date")
        .before("PT1H", () -> place(shop, resting, "zone", NO_MAIL, "age", "P30D"))
        .then(
            () ->
                shop.decide(
                    "operator",
                    resting,
                    "WAIT",
                    "until",
                    Instant.parse(shop.now())
                        .plus(Duration.ofDays(30))
                        .toString()
                        .substring(0, 10)))
        .atTheEnd(() -> shop.waits(resting, "TOO_YOUNG"));

    DemoOrder other = book.transfer(book.name("com"));
    timeline
        .story("another transfer of the name is under way")
        .before(
            "PT1H",
            () -> {
              shop.registry(other.domain(), "owner", "OTHER_REGISTRAR", "zone", NO_MAIL);
              shop.happens(other.domain(), "TRANSFER_REQUESTED_ELSEWHERE", World.SECOND_LOGIN);
              shop.place(other);
            })
        .atTheEnd(() -> shop.waits(other, "TRANSFER_PENDING"));

    DemoOrder refused = book.transfer(book.name("com"));
    timeline
        .story("a transfer that the registrar refuses")
        .before(
            "PT20H",
            () -> {
              shop.answers(
                  refused.domain(), "TransferDomain", "CODE_541", 1, "contact is not valid");
              place(shop, refused, "zone", NO_MAIL);
            })
        .atTheEnd(() -> shop.waits(refused, "REGISTRAR_REFUSED"));

    DemoOrder price = book.transfer(book.name("com"));
    timeline
        .story("the price of a transfer to decide on")
        .before(
            "P1D",
            () -> place(shop, price, "zone", NO_MAIL, "class", "PREMIUM_COM_T", "price", "450.00"))
        .atTheEnd(() -> shop.waits(price, "PRICE"));

    DemoOrder fields = book.transfer(book.name("ca"));
    timeline
        .story("additional fields of a transfer that are missing")
        .before("PT20H", () -> place(shop, fields, "zone", NO_MAIL))
        .atTheEnd(() -> shop.waits(fields, "ADDITIONAL_FIELDS"));
  }

  /** Transfers under way, open. */
  private static void underWay(DemoTimeline timeline, OrderBook book, Shop shop) {
    DemoOrder mail = book.transfer(book.name("com"));
    timeline
        .story("a mail that is to be confirmed")
        .before("P1D", () -> place(shop, mail, "zone", BY_MAIL))
        .atTheEnd(() -> shop.waits(mail, "CONFIRMATION_MAIL"));

    DemoOrder chased = book.transfer(book.name("com"));
    timeline
        .story("a mail that nobody confirms")
        .before("P3DT2H", () -> place(shop, chased, "zone", BY_MAIL))
        .atTheEnd(() -> shop.task(chased, "Task_ChaseTransfer"));

    DemoOrder registry = book.transfer(book.name("net"));
    timeline
        .story("a transfer that is with the registry")
        .before("P2D", () -> place(shop, registry, "zone", NO_MAIL))
        .atTheEnd(() -> shop.waits(registry, "TRANSFER_AT_REGISTRY"));

    DemoOrder form = book.transfer(book.name("nu")).with("additionalFields", NU);
    timeline
        .story("a form for a transfer to send")
        .before("PT20H", () -> place(shop, form))
        .atTheEnd(() -> shop.task(form, "Task_SendSignedForm"));
  }

  /** Names that have arrived, with something left to do, open. */
  private static void arrived(DemoTimeline timeline, OrderBook book, Shop shop) {
    DemoOrder contacts =
        book.transfer(book.name("com")).with("registrant", book.customers().registrant());
    timeline
        .story("a name that came without contacts")
        .before("P1D", () -> place(shop, contacts, "zone", QUICK, "registrant", null))
        .atTheEnd(() -> shop.waits(contacts, "CONTACTS_AFTER_TRANSFER"));

    DemoOrder setup =
        book.transfer(book.name("com"))
            .with("nameservers", List.of("ns1.example.net", "ns2.example.net"));
    timeline
        .story("a name that came and could not be set up")
        .before(
            "PT20H",
            () -> {
              shop.answers(
                  setup.domain(),
                  "ModifyDomain",
                  "CODE_541",
                  FOR_GOOD,
                  "NAMESERVER0 is not known at the registry");
              place(shop, setup, "zone", QUICK);
            })
        .atTheEnd(() -> shop.waits(setup, "SETUP_AFTER_TRANSFER"));

    DemoOrder trade =
        book.transfer(book.name("com"))
            .in(OrderBook.SECOND_ACCOUNT)
            .by("billing2")
            .with("registrant", book.customers().registrant());
    timeline
        .story("contacts that became a change of registrant")
        .before("P2D", () -> place(shop, trade, "zone", QUICK, "registrant", NAMELESS))
        .before("P1D", () -> shop.decide("operator", trade, "START_CHANGE"))
        .atTheEnd(() -> shop.waits(trade, "UNINTENDED_TRADE"));
  }

  /** Sets up a name at another registrar, and orders its transfer. */
  private static void place(Shop shop, DemoOrder order, @Nullable Object... members) {
    shop.registry(
        order.domain(), Members.with(Members.of("owner", "OTHER_REGISTRAR"), Members.of(members)));
    shop.place(order);
  }
}

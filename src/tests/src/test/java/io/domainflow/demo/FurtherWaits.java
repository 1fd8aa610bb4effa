package io.domainflow.demo;

import static io.domainflow.demo.World.BY_MAIL;
import static io.domainflow.demo.World.FOR_GOOD;
import static io.domainflow.demo.World.ICANN_TRADE;
import static io.domainflow.demo.World.decidedLater;

import java.util.List;
import java.util.Map;

/** Creates orders in waits in which the demo data has none at its end. */
final class FurtherWaits implements Stories {

  @Override
  public void write(DemoTimeline told, OrderBook book, Shop shop) {
    DemoOrder asked =
        book.change(book.name("com"))
            .by(ShopProgram.LOGIN)
            .with("registrantChangeMode", "LOCK_AT_ONCE");
    told.story("an approver who asks about the new registrant")
        .before("P1D", () -> change(shop, asked))
        .then(() -> shop.decide("approver", asked, "ASK_BACK", "question", "Who signed?"))
        .atTheEnd(() -> shop.waits(asked, "QUESTION"));

    DemoOrder locked =
        book.change(book.name("com"))
            .by(ShopProgram.LOGIN)
            .with("registrantChangeMode", "LOCK_AT_ONCE", "consents", StepsToStop.fromBoth());
    told.story("a lock that lasts")
        .before("P9D", () -> change(shop, locked))
        .then(() -> shop.ended(locked));

    DemoOrder reminded = waiting(book);
    told.story("a prior registrant who was reminded once")
        .before("P3DT2H", () -> change(shop, reminded))
        .then(() -> shop.waits(reminded, "CONFIRMATION"));

    DemoOrder deleted = book.order("DELETE", book.name("com"));
    told.story("a deletion that is waited for on")
        .before(
            "P9D",
            () -> {
              StepsToStop.ours(shop, deleted);
              shop.place(deleted.with("confirmDomain", deleted.domain()));
            })
        .then(
            () -> {
              shop.waits(deleted, "DELETION_PENDING");
              shop.answers(
                  deleted.domain(), "StatusDomain", "CODE_599", FOR_GOOD, "internal state 7");
            })
        .before("PT1H", () -> answer(shop, deleted, "Task_ChaseDeletion"));

    DemoOrder registered = book.registration(book.name("com"));
    told.story("a registration that is waited for on")
        .before(
            "P5DT6H",
            () -> {
              shop.registry(
                  registered.domain(),
                  "owner",
                  "FREE",
                  "next",
                  decidedLater("AddDomain", "P40D", "SUCCESSFUL", null));
              shop.place(registered);
            })
        .before("PT1H", () -> answer(shop, registered, "Task_ChaseRegistration"));

    DemoOrder transferred = book.transfer(book.name("com"));
    told.story("a transfer that is waited for on")
        .before("P5DT6H", () -> transfer(shop, transferred, "zone", BY_MAIL))
        .before("PT1H", () -> answer(shop, transferred, "Task_ChaseTransfer"));

    DemoOrder restored =
        book.order("RESTORE", book.name("com"))
            .with("acceptPrice", Members.of("amount", "500.00", "currency", "EUR"));
    told.story("a restore that is waited for on")
        .before(
            "P9D",
            () -> {
              StepsToStop.ours(shop, restored);
              shop.registry(
                  restored.domain(),
                  "owner",
                  "OURS",
                  "renewalMode",
                  "AUTOEXPIRE",
                  "expires",
                  "P200D",
                  "next",
                  decidedLater("RestoreDomain", "P25D", "SUCCESSFUL", null));
              shop.happens(restored.domain(), "DELETED_ELSEWHERE");
              shop.place(restored);
            })
        .before("PT1H", () -> answer(shop, restored, "Task_ChaseRestoration"));

    DemoOrder agreed = book.registration(book.name("ca"), Map.of("X-CA-LEGALTYPE", "CCT"));
    told.story("an agreement that is said to be given")
        .before("P1D", () -> shop.place(agreed))
        .before("PT20H", () -> submit(shop, agreed, "Task_RemindRegistrant", "DONE"));

    DemoOrder here =
        book.transfer(book.name("com"))
            .with("nameservers", List.of("ns1.example.net", "ns2.example.net"));
    told.story("a name that is here and cannot be set up")
        .before(
            "PT20H",
            () -> {
              shop.answers(
                  here.domain(), "ModifyDomain", "CODE_541", FOR_GOOD, "NAMESERVER0 is unknown");
              StepsToStop.ours(shop, here);
              shop.place(here);
            })
        .atTheEnd(() -> shop.waits(here, "SETUP_AFTER_TRANSFER"));
  }

  private static DemoOrder waiting(OrderBook book) {
    return book.change(book.name("com"))
        .by(ShopProgram.LOGIN)
        .with("registrantChangeMode", "WAIT_WITHOUT_LOCK", "consents", StepsToStop.fromBoth());
  }

  private static void answer(Shop shop, DemoOrder order, String task) {
    submit(shop, order, task, "KEEP_WAITING");
  }

  private static void submit(Shop shop, DemoOrder order, String task, String decision) {
    StepsToStop.submit(shop, shop.task(order, task), decision);
  }

  private static void change(Shop shop, DemoOrder order) {
    StepsToStop.ours(shop, order, "zone", ICANN_TRADE);
    shop.place(order);
  }

  private static void transfer(Shop shop, DemoOrder order, Object... members) {
    shop.registry(
        order.domain(), Members.with(Members.of("owner", "OTHER_REGISTRAR"), Members.of(members)));
    shop.place(order);
  }
}

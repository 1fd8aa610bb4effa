package io.domainflow.demo;

import static io.domainflow.demo.World.FOR_GOOD;
import static io.domainflow.demo.World.decidedLater;

import java.util.List;
import java.util.Map;

/** Stories of registrations. */
final class RegistrationStories implements Stories {

  private static final Map<String, Object> CA = Map.of("X-CA-LEGALTYPE", "CCT");
  private static final Map<String, Object> ECO = Map.of("X-ECO-ACCEPT-HIGHLY-REGULATED-TAC", "1");
  private static final Map<String, Object> NO =
      Map.of("X-NO-REGISTRANT-IDENTITY", "N.PRI.12345678");

  @Override
  public void write(DemoTimeline timeline, OrderBook book, Shop shop) {
    refused(timeline, book, shop);
    asked(timeline, book, shop);
    slowRegistries(timeline, book, shop);
    signedForms(timeline, book, shop);
    duties(timeline, book, shop);
    troubles(timeline, book, shop);
  }

  /** Orders that failed. */
  private static void refused(DemoTimeline timeline, OrderBook book, Shop shop) {
    DemoOrder taken = book.registration(book.name("com"));
    timeline
        .story("a name that is taken")
        .before(
            "P80D",
            () -> {
              shop.registry(taken.domain(), "owner", "OTHER_REGISTRAR");
              shop.place(taken);
            });

    DemoOrder years = book.registration(book.name("com")).with("period", "2Y");
    timeline
        .story("a premium name for two years")
        .before(
            "P80D",
            () -> {
              premium(shop, years, "900.00");
              shop.place(years);
            });

    DemoOrder dear = book.registration(book.name("com"));
    timeline
        .story("a premium name that is too dear")
        .before(
            "P70D",
            () -> {
              premium(shop, dear, "4800.00");
              shop.place(dear);
            })
        .then(() -> shop.decide("operator", dear, "REJECT"));

    DemoOrder claimed = book.registration(book.name("shop"));
    timeline
        .story("a trademark notice that nobody wants to argue with")
        .before(
            "P70D",
            () -> {
              claims(shop, claimed);
              shop.place(claimed);
            })
        .then(() -> shop.decide("operator2", claimed, "REJECT"));

    DemoOrder hopeless = withUnknownHost(book.registration(book.name("net")));
    timeline
        .story("name servers that nobody corrects")
        .before("P56D", () -> shop.place(hopeless))
        .then(() -> shop.decide("operator", hopeless, "GIVE_UP"));

    DemoOrder cancelled = book.registration(book.name("us")).by("billing2");
    timeline
        .story("cancelled before the additional fields were given")
        .before("P35D", () -> shop.place(cancelled))
        .then(
            () -> {
              shop.waits(cancelled, "ADDITIONAL_FIELDS");
              shop.cancel(cancelled);
            });
  }

  /** Orders with a question for somebody. */
  private static void asked(DemoTimeline timeline, OrderBook book, Shop shop) {
    DemoOrder approved = book.registration(book.name("com"));
    timeline
        .story("a premium name that an operator approves")
        .before(
            "P63D",
            () -> {
              premium(shop, approved, "900.00");
              shop.place(approved);
            })
        .then(() -> shop.decide("operator", approved, "APPROVE"));

    DemoOrder covered =
        book.registration(book.name("net"))
            .with("acceptPrice", Members.of("amount", "650.00", "currency", "EUR"));
    timeline
        .story("a premium name whose price the customer accepts beforehand")
        .before(
            "P42D",
            () -> {
              premium(shop, covered, "640.00");
              shop.place(covered);
            });

    DemoOrder accepted = book.registration(book.name("shop"));
    timeline
        .story("a trademark notice that is accepted")
        .before(
            "P56D",
            () -> {
              claims(shop, accepted);
              shop.place(accepted);
            })
        .then(() -> shop.decide("operator", accepted, "ACCEPT"));

    DemoOrder corrected = withUnknownHost(book.registration(book.name("com")));
    timeline
        .story("name servers that an operator corrects")
        .before("P49D", () -> shop.place(corrected))
        .then(
            () ->
                shop.decide(
                    "operator",
                    corrected,
                    "RETRY",
                    "nameservers",
                    "ns1.example.net, ns2.example.net"));

    DemoOrder given = book.registration(book.name("ca"));
    timeline
        .story("additional fields that an operator gives")
        .before("P63D", () -> shop.place(given))
        .then(() -> shop.decide("operator2", given, null, "caLegalType", "CCT"));

    for (String tld : List.of("ca", "us", "it")) {
      DemoOrder open = book.registration(book.name(tld));
      timeline
          .story("additional fields below ." + tld + " that are missing")
          .before(tld.equals("us") ? "P3DT2H" : "PT1H", () -> shop.place(open))
          .atTheEnd(() -> shop.waits(open, "ADDITIONAL_FIELDS"));
    }
    for (String since : List.of("P5DT6H", "P2D", "PT1H")) {
      DemoOrder open = book.registration(book.name("com"));
      timeline
          .story("a price to decide on, since " + since)
          .before(
              since,
              () -> {
                premium(shop, open, "1250.00");
                shop.place(open);
              })
          .atTheEnd(() -> shop.waits(open, "PRICE"));
    }
    for (String since : List.of("PT20H", "PT1H")) {
      DemoOrder open = book.registration(book.name("shop"));
      timeline
          .story("a trademark notice to decide on, since " + since)
          .before(
              since,
              () -> {
                claims(shop, open);
                shop.place(open);
              })
          .atTheEnd(() -> shop.waits(open, "CLAIMS_NOTICE"));
    }
    for (String since : List.of("P2D", "PT20H")) {
      DemoOrder open = withUnknownHost(book.registration(book.name("org")));
      timeline
          .story("name servers to correct, since " + since)
          .before(since, () -> shop.place(open))
          .atTheEnd(() -> shop.waits(open, "REGISTRAR_REFUSED"));
    }
  }

  /** Registries that take their time. Each order is checked every hour, so only one takes days. */
  private static void slowRegistries(DemoTimeline timeline, OrderBook book, Shop shop) {
    DemoOrder rejected = book.registration(book.name("com"));
    timeline
        .story("rejected by its registry")
        .before("P42D", () -> pending(shop, rejected, "PT3H", "FAILED"));

    DemoOrder granted = book.registration(book.name("net"));
    timeline
        .story("granted by its registry")
        .before("P35D", () -> pending(shop, granted, "PT3H", "SUCCESSFUL"));

    DemoOrder waiting = book.registration(book.name("com"));
    timeline
        .story("waits for its registry")
        .before("PT1H", () -> pending(shop, waiting, "P30D", "SUCCESSFUL"))
        .atTheEnd(() -> shop.waits(waiting, "REGISTRATION_PENDING"));

    DemoOrder overdue = book.registration(book.name("com"));
    timeline
        .story("waits for its registry for too long")
        .before("P3DT2H", () -> pending(shop, overdue, "P30D", "SUCCESSFUL"))
        .then(
            () -> {
              shop.waits(overdue, "REGISTRATION_PENDING");
              fewLooks(shop, overdue, 11);
            })
        .atTheEnd(() -> shop.waits(overdue, "REGISTRATION_OVERDUE"));

    DemoOrder different = book.registration(book.name("com"));
    timeline
        .story("registered, but not as ordered")
        .before("P2D", () -> pending(shop, different, "P1D", "SUCCESSFUL"))
        .then(
            () -> {
              shop.waits(different, "REGISTRATION_PENDING");
              shop.registry(
                  different.domain(),
                  "owner",
                  "OURS",
                  "renewalMode",
                  "AUTOEXPIRE",
                  "transferLock",
                  false,
                  "age",
                  "P0D");
            })
        .atTheEnd(() -> shop.waits(different, "REGISTERED_DIFFERENTLY"));
  }

  /** Registries that require a signed form. */
  private static void signedForms(DemoTimeline timeline, OrderBook book, Shop shop) {
    DemoOrder signed = book.registration(book.name("no"), NO);
    timeline
        .story("a signed form that was accepted")
        .before("P42D", () -> shop.place(signed))
        .then(() -> shop.decide("operator", signed, "SENT", "note", "by mail on Monday"))
        .then(() -> shop.happens(signed.domain(), "REGISTRY_GRANTS"));

    DemoOrder unsigned = book.registration(book.name("no"), NO);
    timeline
        .story("a signed form that the registry did not like")
        .before("P42D", () -> shop.place(unsigned))
        .then(() -> shop.waits(unsigned, "SIGNED_FORM"))
        .then(() -> shop.happens(unsigned.domain(), "REGISTRY_REFUSES"));

    DemoOrder toSend = book.registration(book.name("no"), NO);
    timeline
        .story("a form to send")
        .before("P1D", () -> pending(shop, toSend, "P60D", "SUCCESSFUL"))
        .atTheEnd(() -> shop.waits(toSend, "SIGNED_FORM"));

    DemoOrder sent = book.registration(book.name("no"), NO);
    timeline
        .story("a form that was sent")
        .before("P2D", () -> pending(shop, sent, "P60D", "SUCCESSFUL"))
        .then(() -> shop.decide("operator", sent, "SENT", "note", "by fax"))
        .atTheEnd(() -> shop.waits(sent, "SIGNED_FORM"));

    DemoOrder overdue = book.registration(book.name("no"), NO);
    timeline
        .story("a form that does not come")
        .before("P16D", () -> pending(shop, overdue, "P60D", "SUCCESSFUL"))
        .atTheEnd(() -> shop.waits(overdue, "SIGNED_FORM_OVERDUE"));
  }

  /** Registered names whose registrants have something left to do. */
  private static void duties(DemoTimeline timeline, OrderBook book, Shop shop) {
    DemoOrder remind = book.registration(book.name("ca"), CA);
    timeline
        .story("a registrant who has to agree")
        .before("P3DT2H", () -> shop.place(remind))
        .atTheEnd(() -> shop.task(remind, "Task_RemindRegistrant"));

    DemoOrder profile = book.registration(book.name("eco"), ECO);
    timeline
        .story("a profile that has to be completed")
        .before("P1D", () -> shop.place(profile))
        .then(
            () -> {
              shop.ended(profile);
              shop.happens(profile.domain(), "HELD_BY_REGISTRY");
            })
        .atTheEnd(() -> shop.task(profile, "Task_RemindRegistrant"));

    DemoOrder lost = book.registration(book.name("ca"), CA);
    timeline
        .story("a name whose registrant did not agree in time")
        .before("P9D", () -> shop.place(lost))
        .then(
            () -> {
              shop.ended(lost);
              shop.happens(lost.domain(), "DELETED_BY_REGISTRY");
            })
        .atTheEnd(() -> shop.task(lost, "Task_SettleLostName"));
  }

  /** A registrar that does not answer properly; these faults are permanent. */
  private static void troubles(DemoTimeline timeline, OrderBook book, Shop shop) {
    DemoOrder unreachable = book.registration(book.name("com"));
    timeline
        .story("a registrar that asks to come back later")
        .atTheEnd(
            () -> {
              shop.answers(unreachable.domain(), "CheckDomains", "CODE_421", FOR_GOOD, "come back");
              shop.place(unreachable);
            })
        .then(() -> shop.waits(unreachable, "REGISTRAR_UNREACHABLE"));

    DemoOrder doubtful = book.registration(book.name("com"));
    timeline
        .story("a purchase whose answer nobody can read")
        .atTheEnd(
            () -> {
              shop.answers(doubtful.domain(), "AddDomain", "GARBAGE", 1, null);
              shop.answers(doubtful.domain(), "StatusDomain", "CODE_421", FOR_GOOD, "come back");
              shop.place(doubtful);
            })
        .then(() -> shop.waits(doubtful, "OUTCOME_UNKNOWN"));

    DemoOrder stuck = book.registration(book.name("org"));
    timeline
        .story("a step that an administrator has to look at")
        .before(
            "P3DT2H",
            () -> {
              shop.answers(
                  stuck.domain(), "CheckDomains", "CODE_599", FOR_GOOD, "internal state 7");
              shop.place(stuck);
            })
        .atTheEnd(() -> shop.waits(stuck, "TECHNICAL_PROBLEM"));
  }

  /**
   * Makes checks fail, so that they come with growing pauses; time passes faster with fewer of
   * them.
   */
  private static void fewLooks(Shop shop, DemoOrder order, int failures) {
    shop.answers(order.domain(), "StatusDomain", "CODE_599", failures, "internal state 7");
  }

  private static void premium(Shop shop, DemoOrder order, String price) {
    shop.registry(
        order.domain(),
        "owner",
        "FREE",
        "class",
        "PREMIUM_A",
        "price",
        price,
        "renewalPrice",
        "450.00");
  }

  private static void claims(Shop shop, DemoOrder order) {
    shop.registry(order.domain(), "owner", "FREE", "claims", true);
  }

  private static void pending(Shop shop, DemoOrder order, String after, String outcome) {
    shop.registry(
        order.domain(),
        "owner",
        "FREE",
        "next",
        decidedLater("AddDomain", after, outcome, "documents missing"));
    shop.place(order);
  }

  private static DemoOrder withUnknownHost(DemoOrder order) {
    return order.with("nameservers", List.of("ns1.unknown.example", "ns2.example.net"));
  }
}

package io.domainflow.proof;

import io.domainflow.Registrations;
import io.domainflow.account.Platform;
import java.util.UUID;

/**
 * One order while one command fails in one way.
 *
 * @param text description for people
 * @param order name of the order, {@link FaultedOrder#name}
 * @param reading the reading of the registrar's documentation
 * @param chance decides between several ways of placing the order
 * @param account account of the order
 * @param person last name of the new contact, if the order has one; unique
 */
record FaultTrial(
    String text,
    String order,
    String reading,
    int chance,
    String account,
    String domain,
    String person,
    String reference) {

  static FaultTrial of(
      String text, FaultedOrder order, String reading, int chance, Platform platform) {
    return new FaultTrial(
        text,
        order.name(),
        reading,
        chance,
        platform == Platform.CNR ? "cnr" : "sandbox",
        Registrations.freshName(order.zone()),
        somebody(),
        freshReference());
  }

  /** Another account that wants the same name at the same time. */
  FaultTrial rival() {
    return new FaultTrial(
        text + ", the rival",
        order,
        reading,
        chance,
        account.equals("sandbox") ? "sandbox2" : "sandbox",
        domain,
        somebody(),
        freshReference());
  }

  /** The account's login at the registrar. */
  String login() {
    return switch (account) {
      case "sandbox" -> "test.user";
      case "sandbox2" -> "test.user2";
      default -> "cnr/test.user";
    };
  }

  private static String somebody() {
    return "P" + UUID.randomUUID().toString().substring(0, 13);
  }

  private static String freshReference() {
    return "fault-" + UUID.randomUUID();
  }
}

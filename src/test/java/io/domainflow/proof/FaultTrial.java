package io.domainflow.proof;

import io.domainflow.Registrations;
import java.util.UUID;

/**
 * One order while one command fails in one way.
 *
 * @param text which, for people
 * @param order which order, by its {@link FaultedOrder#name}
 * @param reading how the registrar reads its own pages
 * @param chance decides where an order can be placed in several ways
 * @param account it is ordered in
 * @param person last name of the new contact, if the order has one; nobody else has it
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

  static FaultTrial of(String text, String order, String reading, int chance) {
    return new FaultTrial(
        text,
        order,
        reading,
        chance,
        "sandbox",
        Registrations.freshName("com"),
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
        "sandbox2",
        domain,
        somebody(),
        freshReference());
  }

  /** The account's login at the registrar. */
  String login() {
    return account.equals("sandbox") ? "test.user" : "test.user2";
  }

  private static String somebody() {
    return "P" + UUID.randomUUID().toString().substring(0, 13);
  }

  private static String freshReference() {
    return "fault-" + UUID.randomUUID();
  }
}

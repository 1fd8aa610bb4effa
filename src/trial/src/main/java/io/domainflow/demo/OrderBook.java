package io.domainflow.demo;

import java.util.List;
import java.util.Map;

/** Writes the orders of a shop: each with a reference, a customer and an invoice. */
final class OrderBook {

  /** The mark of an order that was created here. */
  static final String SOURCE = "demo-data";

  /** The account whose designated agent is attested, and through which most orders are placed. */
  static final String MAIN_ACCOUNT = "sandbox";

  /** An account with less money, and another way of changing registrants. */
  static final String SECOND_ACCOUNT = "sandbox2";

  private final Customers customers;
  private final int before;
  private int written;

  /**
   * @param first number of the first order
   */
  OrderBook(Customers customers, int first) {
    this.customers = customers;
    this.before = first - 1;
    this.written = before;
  }

  /** The number of orders written so far. */
  int written() {
    return written - before;
  }

  Customers customers() {
    return customers;
  }

  /** A name that has not been used in an order yet. */
  String name(String tld) {
    return customers.name(tld);
  }

  DemoOrder registration(String domain) {
    return order("REGISTER", domain)
        .with(
            "period",
            "1Y",
            "registrant",
            customers.registrant(),
            "nameservers",
            List.of("ns1.example.net", "ns2.example.net"));
  }

  /** A registration of a name that requires more than contacts. */
  DemoOrder registration(String domain, Map<String, Object> additionalFields) {
    return registration(domain).with("additionalFields", additionalFields);
  }

  DemoOrder transfer(String domain) {
    return order("TRANSFER", domain).with("authCode", "secret1");
  }

  DemoOrder change(String domain) {
    return order("CHANGE_REGISTRANT", domain).with("registrant", customers.registrantAtHome());
  }

  /** An order that needs only a name. */
  DemoOrder order(String operation, String domain) {
    written++;
    return new DemoOrder(
        "billing",
        Members.of(
            "reference",
            "SO-" + written,
            "operation",
            operation,
            "account",
            MAIN_ACCOUNT,
            "domain",
            domain,
            "metadata",
            Members.of("source", SOURCE, "invoice", "R-" + (40_000 + written))));
  }
}

package io.domainflow.order;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.AuthCode;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What somebody ordered, for tests of what follows from it alone: the least that an order of its
 * kind has, and what a test adds.
 */
public final class Ordered {

  private final Operation operation;
  private final DomainName domain;
  private AuthCode authCode;
  private Period period;
  private Money acceptPrice;
  private List<Nameserver> nameservers = List.of();
  private boolean transferLock;
  private RenewalMode renewalMode = RenewalMode.AUTOEXPIRE;
  private Map<ContactRole, Contact> contacts = Map.of();

  private Ordered(Operation operation, DomainName domain) {
    this.operation = operation;
    this.domain = domain;
  }

  /** A transfer without an auth code. */
  public static Ordered transfer(String domain) {
    return new Ordered(Operation.TRANSFER, DomainName.of(domain));
  }

  /** A change to this registrant. */
  public static Ordered registrantChange(String domain, Contact registrant) {
    Ordered order = new Ordered(Operation.CHANGE_REGISTRANT, DomainName.of(domain));
    order.contacts = Map.of(ContactRole.REGISTRANT, registrant);
    return order;
  }

  public Ordered authCode(String code) {
    authCode = code == null ? null : AuthCode.of(code);
    return this;
  }

  public Ordered period(String text) {
    period = text == null ? null : Period.of(text);
    return this;
  }

  public Ordered acceptPrice(String amount, String currency) {
    acceptPrice = Money.of(amount, currency);
    return this;
  }

  public Ordered nameservers(String... hosts) {
    nameservers = Stream.of(hosts).map(Nameserver::new).toList();
    return this;
  }

  public Ordered transferLock() {
    transferLock = true;
    return this;
  }

  public Ordered renewalMode(RenewalMode mode) {
    renewalMode = mode;
    return this;
  }

  /** The order. */
  public OrderRequest request() {
    return new OrderRequest(
        OrderReference.of("ordered"),
        operation,
        "main",
        domain,
        period,
        null,
        authCode,
        contacts,
        nameservers,
        AdditionalFields.NONE,
        transferLock,
        renewalMode,
        false,
        null,
        acceptPrice,
        null,
        null,
        false,
        false,
        Map.of(),
        "digest");
  }
}

package io.domainflow.order;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.AuthCode;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import io.domainflow.order.content.AuthCodeOrder;
import io.domainflow.order.content.DeletionOrder;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.OrderDetails;
import io.domainflow.order.content.OrderReference;
import io.domainflow.order.content.RegistrantChangeOptions;
import io.domainflow.order.content.RegistrantChangeOrder;
import io.domainflow.order.content.RegistrationOrder;
import io.domainflow.order.content.ReleaseOrder;
import io.domainflow.order.content.RenewalOrder;
import io.domainflow.order.content.RestoreOrder;
import io.domainflow.order.content.SuspensionOrder;
import io.domainflow.order.content.TransferOrder;
import io.domainflow.order.content.UpdateOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Builds orders for tests: the minimum of each operation, and additions of a test. */
public final class Ordered {

  private final Operation operation;
  private final DomainName domain;
  private AuthCode authCode;
  private Period period;
  private LocalDate believedExpiry;
  private Money acceptPrice;
  private List<Nameserver> nameservers = List.of();
  private boolean transferLock;
  private RenewalMode renewalMode = RenewalMode.AUTOEXPIRE;
  private Map<ContactRole, Contact> contacts = Map.of();
  private Refusal refusal;
  private Money paid;

  private Ordered(Operation operation, DomainName domain) {
    this.operation = operation;
    this.domain = domain;
  }

  /** A registration. */
  public static Ordered registration(String domain, String period) {
    return new Ordered(Operation.REGISTER, DomainName.of(domain)).period(period);
  }

  /** A transfer without an auth code. */
  public static Ordered transfer(String domain) {
    return new Ordered(Operation.TRANSFER, DomainName.of(domain));
  }

  /** A renewal of a name that ends then, as its caller believes. */
  public static Ordered renewal(String domain, String period, LocalDate believedExpiry) {
    Ordered order = new Ordered(Operation.RENEW, DomainName.of(domain)).period(period);
    order.believedExpiry = believedExpiry;
    return order;
  }

  /** A restore. */
  public static Ordered restore(String domain) {
    return new Ordered(Operation.RESTORE, DomainName.of(domain));
  }

  /** A change to this registrant. */
  public static Ordered registrantChange(String domain, Contact registrant) {
    return new Ordered(Operation.CHANGE_REGISTRANT, DomainName.of(domain)).registrant(registrant);
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

  public Ordered registrant(Contact registrant) {
    contacts = Map.of(ContactRole.REGISTRANT, registrant);
    return this;
  }

  public Ordered renewalMode(RenewalMode mode) {
    renewalMode = mode;
    return this;
  }

  /** The order after the registrar has refused it with this text. */
  public Ordered refused(String words, OrderPart... parts) {
    refusal = new Refusal(Set.of(parts), words);
    return this;
  }

  /** The order with this amount paid. */
  public Ordered paid(String amount, String currency) {
    paid = Money.of(amount, currency);
    return this;
  }

  /** The order in progress. */
  public ProvisioningOrder order() {
    return new ProvisioningOrder(
        UUID.randomUUID(),
        "billing",
        null,
        content(),
        OrderStatus.IN_PROGRESS,
        null,
        null,
        null,
        paid == null ? Charged.NO : Charged.YES,
        false,
        false,
        new Purchase(null, null, Map.of(), refusal, null, paid, null),
        null,
        0,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  /** What was ordered. */
  public OrderContent content() {
    return new OrderContent(
        OrderReference.of("ordered"), "main", domain, acceptPrice, details(), Map.of(), "digest");
  }

  private OrderDetails details() {
    return switch (operation) {
      case REGISTER ->
          new RegistrationOrder(
              period,
              contacts,
              nameservers,
              AdditionalFields.NONE,
              transferLock,
              renewalMode,
              false,
              null,
              null);
      case TRANSFER ->
          new TransferOrder(
              period,
              authCode,
              contacts,
              nameservers,
              AdditionalFields.NONE,
              transferLock,
              renewalMode);
      case CHANGE_REGISTRANT ->
          new RegistrantChangeOrder(
              contacts,
              AdditionalFields.NONE,
              new RegistrantChangeOptions(null, List.of(), null, null));
      case RENEW -> new RenewalOrder(period, believedExpiry, renewalMode);
      case RESTORE -> new RestoreOrder(renewalMode);
      case DELETE -> new DeletionOrder(false);
      case SUSPEND, UNSUSPEND, CANCEL -> new SuspensionOrder(operation, false, renewalMode);
      case UPDATE, REVERT ->
          new UpdateOrder(
              operation,
              new NameSettings(
                  nameservers.isEmpty() ? null : nameservers, null, null, renewalMode, Map.of()),
              false,
              contacts,
              null,
              AdditionalFields.NONE,
              null);
      case AUTH_CODE -> new AuthCodeOrder(false, AuthCodeOrder.Deliver.CALLER);
      case RELEASE -> new ReleaseOrder("TRANSIT");
    };
  }
}

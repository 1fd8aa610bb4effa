package io.domainflow.order.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.account.Accounts;
import io.domainflow.account.OrderDefaults;
import io.domainflow.account.Platform;
import io.domainflow.account.ResellerAccount;
import io.domainflow.client.ConsentRight;
import io.domainflow.json.JsonMembers;
import io.domainflow.model.AuthCode;
import io.domainflow.model.DomainName;
import io.domainflow.model.InvalidValue;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Text;
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
import io.domainflow.owner.Caller;
import io.domainflow.tld.TldCatalogue;
import io.domainflow.tld.TldPolicy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Parses a caller's request into an order, or reports all its problems. */
@Component
class OrderContentReader {

  private final TldCatalogue tlds;
  private final Accounts accounts;
  private final OrderValues values;
  private final AdditionalFieldsReader additional;
  private final ConsentsReader consents;
  private final UpdateReader updates;
  private final ContentDigest digest;

  OrderContentReader(
      TldCatalogue tlds,
      Accounts accounts,
      OrderValues values,
      AdditionalFieldsReader additional,
      ConsentsReader consents,
      UpdateReader updates,
      ContentDigest digest) {
    this.tlds = tlds;
    this.accounts = accounts;
    this.values = values;
    this.additional = additional;
    this.consents = consents;
    this.updates = updates;
    this.digest = digest;
  }

  /**
   * Reads an order. Missing additional fields are taken from the values stored with the name for
   * the same registrant, if the caller owns the name.
   *
   * @param right the caller's right to send consents
   * @throws OrderRejected with every problem found
   */
  // an incomplete one is checked as well, so that all problems are reported at once
  @SuppressWarnings("NullAway")
  OrderContent read(ObjectNode content, Caller caller, Optional<ConsentRight> right) {
    JsonMembers fields = new JsonMembers(content);
    OrderReference reference = fields.required("reference", OrderReference::of);
    Operation operation = operation(content, fields);
    OrderMembers.refuseUnknown(fields, operation);
    boolean registers = operation == null || operation == Operation.REGISTER;
    Optional<ResellerAccount> account =
        Optional.ofNullable(fields.required("account", this::existingAccount));
    Optional<Platform> platform = account.map(known -> known.system().platform());
    // an existing name stays with its owner, however it is spelled
    DomainName domain =
        fields.required("domain", registers ? DomainName::toRegister : DomainName::of);
    Boolean strict = fields.flag("strict");
    TldPolicy policy = domain == null ? null : policy(fields, domain);
    OrderContent request =
        new OrderContent(
            reference,
            account.map(ResellerAccount::name).orElse(null),
            domain,
            OrderValues.acceptPrice(fields),
            details(
                // without an operation, the rest is checked as for the usual one
                registers ? Operation.REGISTER : operation,
                fields,
                account.map(ResellerAccount::defaults).orElse(OrderDefaults.SHIPPED),
                policy,
                account.map(ResellerAccount::name).orElse(null),
                domain,
                caller,
                right),
            OrderValues.metadata(fields),
            // one that is refused is never compared with another
            fields.problems().isEmpty() ? digest.of(content) : "");
    if (operation != null) {
      OrderMembers.refuseForeign(fields, operation);
      platform.ifPresent(of -> PlatformCheck.checkOperation(fields, of, operation));
    }
    if (policy != null) {
      TldOfferCheck.checkName(fields, policy, domain);
    }
    if (policy != null && operation != null) {
      request = additional.withKept(fields, policy, request, caller);
      TldOfferCheck.check(fields, policy, request);
      boolean takesFields = true;
      if (platform.isPresent()) {
        PlatformCheck.check(fields, platform.get(), request);
        takesFields = PlatformCheck.checkAdditionalFields(fields, platform.get(), policy, request);
      }
      if (takesFields) {
        AdditionalFieldsReader.check(fields, policy, request, Boolean.TRUE.equals(strict));
      }
    }
    if (!fields.problems().isEmpty()) {
      throw new OrderRejected(fields.problems());
    }
    return AdditionalFieldsReader.withDefaults(policy, request);
  }

  /**
   * The operation; null if it is missing.
   *
   * @throws OrderRejected if there is no such operation, because its members are then unknown
   */
  private static @Nullable Operation operation(ObjectNode content, JsonMembers fields) {
    JsonMembers alone = new JsonMembers(content);
    Operation operation = alone.required("operation", text -> Text.oneOf(Operation.class, text));
    if (operation == null && fields.has("operation")) {
      throw new OrderRejected(alone.problems());
    }
    fields.problems().addAll(alone.problems());
    return operation;
  }

  // as above: an incomplete order is refused after everything was checked
  @SuppressWarnings("NullAway")
  private OrderDetails details(
      Operation operation,
      JsonMembers fields,
      OrderDefaults defaults,
      @Nullable TldPolicy policy,
      @Nullable String account,
      @Nullable DomainName domain,
      Caller caller,
      Optional<ConsentRight> right) {
    return switch (operation) {
      case REGISTER -> registration(fields, defaults, policy);
      case TRANSFER -> transfer(fields, defaults, policy);
      case CHANGE_REGISTRANT -> registrantChange(fields, right);
      case RENEW ->
          new RenewalOrder(
              OrderValues.renewalPeriod(fields),
              fields.required("expires", OrderValues::day),
              defaults.renewalMode());
      case RESTORE -> new RestoreOrder(OrderValues.renewalMode(fields, defaults));
      case DELETE -> new DeletionOrder(OrderValues.isConfirmed(fields, domain));
      case SUSPEND ->
          new SuspensionOrder(
              operation, !Boolean.FALSE.equals(fields.flag("hold")), RenewalMode.AUTOEXPIRE);
      case UNSUSPEND -> new SuspensionOrder(operation, false, defaults.renewalMode());
      case CANCEL -> new SuspensionOrder(operation, false, OrderValues.endingMode(fields));
      case UPDATE -> UpdateReader.update(fields);
      case REVERT -> updates.reversal(fields, account, domain, caller);
      case AUTH_CODE ->
          new AuthCodeOrder(
              Boolean.TRUE.equals(fields.flag("unlock")), OrderValues.deliver(fields));
      case RELEASE -> new ReleaseOrder(OrderValues.releaseTarget(fields));
    };
  }

  // as above
  @SuppressWarnings("NullAway")
  private RegistrationOrder registration(
      JsonMembers fields, OrderDefaults defaults, @Nullable TldPolicy policy) {
    return new RegistrationOrder(
        fields.required("period", Period::of),
        OrderContactsReader.complete(fields, defaults.contacts()),
        fields.has("nameservers")
            ? fields.list("nameservers", Nameserver::of)
            : defaults.nameservers(),
        AdditionalFieldsReader.given(fields),
        transferLock(fields, defaults, policy),
        OrderValues.renewalMode(fields, defaults),
        Boolean.TRUE.equals(fields.flag("privacy")),
        fields.optional("idnLanguage", OrderValues::language),
        values.claimsAcceptance(fields));
  }

  private static TransferOrder transfer(
      JsonMembers fields, OrderDefaults defaults, @Nullable TldPolicy policy) {
    return new TransferOrder(
        fields.has("period") ? fields.required("period", Period::of) : null,
        fields.optional("authCode", AuthCode::of),
        fields.has("registrant")
            ? OrderContactsReader.complete(fields, defaults.contacts())
            : OrderContactsReader.besideRegistrant(fields),
        fields.list("nameservers", Nameserver::of),
        AdditionalFieldsReader.given(fields),
        transferLock(fields, defaults, policy),
        OrderValues.renewalMode(fields, defaults));
  }

  private RegistrantChangeOrder registrantChange(JsonMembers fields, Optional<ConsentRight> right) {
    return new RegistrantChangeOrder(
        OrderContactsReader.registrant(fields),
        AdditionalFieldsReader.given(fields),
        new RegistrantChangeOptions(
            OrderValues.registrantChangeMode(fields),
            consents.read(fields, right),
            fields.optional("requestedBy"),
            fields.flag("transferLock")));
  }

  private static boolean transferLock(
      JsonMembers fields, OrderDefaults defaults, @Nullable TldPolicy policy) {
    Boolean lock = fields.flag("transferLock");
    return lock == null ? policy != null && policy.transferLock() && defaults.transferLock() : lock;
  }

  private ResellerAccount existingAccount(String name) {
    return accounts
        .findForOrder(name)
        .orElseThrow(() -> new InvalidValue("is not an account of this system"));
  }

  private @Nullable TldPolicy policy(JsonMembers fields, DomainName domain) {
    if (tlds.isTld(domain)) {
      fields.problem("domain", "INVALID", TldCatalogue.NO_NAME);
      return null;
    }
    Optional<TldPolicy> policy = tlds.policyFor(domain);
    if (policy.isEmpty()) {
      fields.problem("domain", "NOT_OFFERED", tlds.whyNotOffered(domain));
    }
    return policy.orElse(null);
  }
}

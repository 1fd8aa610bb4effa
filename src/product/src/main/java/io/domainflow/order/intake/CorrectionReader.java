package io.domainflow.order.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.account.Accounts;
import io.domainflow.account.Platform;
import io.domainflow.client.ConsentRight;
import io.domainflow.consent.GivenConsent;
import io.domainflow.json.JsonMembers;
import io.domainflow.model.AuthCode;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.Money;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.order.AcceptedInput;
import io.domainflow.order.content.ClaimsAcceptance;
import io.domainflow.order.content.DeletionOrder;
import io.domainflow.order.content.NameSetup;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.OrderDetails;
import io.domainflow.order.content.RegistrantChangeOptions;
import io.domainflow.order.content.RegistrantChangeOrder;
import io.domainflow.order.content.RegistrationOrder;
import io.domainflow.order.content.RenewalOrder;
import io.domainflow.order.content.SuspensionOrder;
import io.domainflow.order.content.TransferOrder;
import io.domainflow.order.content.UpdateOrder;
import io.domainflow.tld.TldCatalogue;
import io.domainflow.tld.TldPolicy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads corrections of an order, and builds the corrected order from them. */
@Component
class CorrectionReader {

  private final TldCatalogue tlds;
  private final Accounts accounts;
  private final OrderValues values;
  private final OrderContactsReader contacts;
  private final AdditionalFieldsReader additional;
  private final ConsentsReader consents;

  CorrectionReader(
      TldCatalogue tlds,
      Accounts accounts,
      OrderValues values,
      OrderContactsReader contacts,
      AdditionalFieldsReader additional,
      ConsentsReader consents) {
    this.tlds = tlds;
    this.accounts = accounts;
    this.values = values;
    this.contacts = contacts;
    this.additional = additional;
    this.consents = consents;
  }

  /**
   * Reads corrections of an order. Absent members stay unchanged; a contact that defaulted to
   * another one follows it, and values stored for one registrant are not used for another.
   *
   * @param right the caller's right to send consents
   * @throws OrderRejected with every problem found
   */
  OrderContent revise(OrderContent order, ObjectNode corrections, Optional<ConsentRight> right) {
    JsonMembers fields = new JsonMembers(corrections);
    fields.refuseUnknown(AcceptedInput.ever(order.operation()));
    TldPolicy policy = tlds.policyOfOrdered(order.domain());
    Money acceptPrice = OrderValues.acceptPrice(fields);
    OrderContent revised =
        new OrderContent(
            order.reference(),
            order.account(),
            order.domain(),
            acceptPrice == null ? order.acceptPrice() : acceptPrice,
            revised(order, fields, right),
            order.metadata(),
            order.digest());
    if (AdditionalFieldsReader.isJudgeable(revised)) {
      revised =
          revised.with(
              revised
                  .details()
                  .with(
                      revised.contacts(), AdditionalFieldsReader.merged(fields, policy, revised)));
    }
    TldOfferCheck.checkName(fields, policy, order.domain());
    TldOfferCheck.check(fields, policy, revised);
    PlatformCheck.check(fields, platform(order), revised);
    if (PlatformCheck.checkAdditionalFields(fields, platform(order), policy, revised)) {
      AdditionalFieldsReader.check(fields, policy, revised, false);
    }
    if (!fields.problems().isEmpty()) {
      throw new OrderRejected(fields.problems());
    }
    return AdditionalFieldsReader.withDefaults(policy, revised);
  }

  // An account with open orders cannot be removed.
  private Platform platform(OrderContent order) {
    return accounts.find(order.account()).orElseThrow().system().platform();
  }

  private OrderDetails revised(
      OrderContent order, JsonMembers fields, Optional<ConsentRight> right) {
    return switch (order.operation()) {
      case REGISTER -> revised(order, order.as(RegistrationOrder.class), fields);
      case TRANSFER -> revised(order, order.as(TransferOrder.class), fields);
      case CHANGE_REGISTRANT ->
          revised(order, order.as(RegistrantChangeOrder.class), fields, right);
      case DELETE ->
          new DeletionOrder(
              order.as(DeletionOrder.class).confirmed()
                  || OrderValues.isConfirmed(fields, order.domain()));
      case RENEW -> {
        RenewalOrder before = order.as(RenewalOrder.class);
        yield new RenewalOrder(
            period(fields, before.period()), before.believedExpiry(), before.renewalMode());
      }
      case SUSPEND -> {
        SuspensionOrder before = order.as(SuspensionOrder.class);
        yield new SuspensionOrder(
            before.operation(),
            fields.has("hold") ? Boolean.TRUE.equals(fields.flag("hold")) : before.hold(),
            before.renewalMode());
      }
      case UPDATE -> UpdateReader.revised(fields, order.as(UpdateOrder.class));
      case RESTORE, UNSUSPEND, CANCEL, REVERT, AUTH_CODE, RELEASE -> order.details();
    };
  }

  private RegistrationOrder revised(
      OrderContent order, RegistrationOrder before, JsonMembers fields) {
    Map<ContactRole, Contact> contacts = this.contacts.revised(fields, order);
    ClaimsAcceptance accepted = values.claimsAcceptance(fields);
    return new RegistrationOrder(
        period(fields, before.period()),
        contacts,
        nameservers(fields, before),
        additional.withoutKept(order, contacts.get(ContactRole.REGISTRANT)),
        before.transferLock(),
        before.renewalMode(),
        fields.has("privacy") ? Boolean.TRUE.equals(fields.flag("privacy")) : before.privacy(),
        fields.has("idnLanguage")
            ? fields.optional("idnLanguage", OrderValues::language)
            : before.idnLanguage(),
        accepted == null ? before.claimsAcceptance() : accepted);
  }

  private TransferOrder revised(OrderContent order, TransferOrder before, JsonMembers fields) {
    Map<ContactRole, Contact> contacts = this.contacts.revised(fields, order);
    return new TransferOrder(
        fields.has("period") ? fields.required("period", Period::of) : before.period(),
        fields.has("authCode") ? fields.optional("authCode", AuthCode::of) : before.authCode(),
        contacts,
        nameservers(fields, before),
        additional.withoutKept(order, contacts.get(ContactRole.REGISTRANT)),
        before.transferLock(),
        before.renewalMode());
  }

  private RegistrantChangeOrder revised(
      OrderContent order,
      RegistrantChangeOrder before,
      JsonMembers fields,
      Optional<ConsentRight> right) {
    Map<ContactRole, Contact> contacts = this.contacts.revised(fields, order);
    return new RegistrantChangeOrder(
        contacts,
        additional.withoutKept(order, contacts.get(ContactRole.REGISTRANT)),
        revised(
            fields,
            before.options(),
            right,
            Objects.equals(order.registrant(), contacts.get(ContactRole.REGISTRANT))));
  }

  private RegistrantChangeOptions revised(
      JsonMembers fields,
      RegistrantChangeOptions before,
      Optional<ConsentRight> right,
      boolean sameRegistrant) {
    // The consent was given for the earlier data.
    Stream<GivenConsent> stillMeant = sameRegistrant ? before.consents().stream() : Stream.empty();
    return new RegistrantChangeOptions(
        fields.has("registrantChangeMode")
            ? OrderValues.registrantChangeMode(fields)
            : before.mode(),
        Stream.concat(stillMeant, consents.read(fields, right).stream()).toList(),
        before.requestedBy(),
        before.transferLock());
  }

  private static Period period(JsonMembers fields, Period before) {
    Period period = fields.optional("period", Period::of);
    // an unreadable registrant makes the correction fail, so it does not matter which one it is
    return period == null ? before : period;
  }

  private static List<Nameserver> nameservers(JsonMembers fields, NameSetup before) {
    return fields.has("nameservers")
        ? fields.list("nameservers", Nameserver::of)
        : before.nameservers();
  }
}

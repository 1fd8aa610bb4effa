package io.domainflow.process.registration;

import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.order.ClaimsNotice;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.ClaimsAcceptance;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.RegistrationOrder;
import io.domainflow.process.additionalfields.FieldsToSend;
import io.domainflow.registrar.command.AcceptedNotice;
import io.domainflow.registrar.command.DomainRegistration;
import io.domainflow.tld.FormOperation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Converts the content of an order into the terms of the registrar's registration command. */
@Component
class RegistrationContent {

  private final FieldsToSend fields;

  RegistrationContent(FieldsToSend fields) {
    this.fields = fields;
  }

  DomainRegistration of(ProvisioningOrder order) {
    OrderContent content = order.content();
    RegistrationOrder ordered = content.as(RegistrationOrder.class);
    return new DomainRegistration(
        content.domain(),
        ordered.period(),
        contact(order, ContactRole.REGISTRANT),
        contact(order, ContactRole.ADMIN),
        contact(order, ContactRole.TECH),
        contact(order, ContactRole.BILLING),
        ordered.nameservers(),
        ordered.renewalMode(),
        ordered.transferLock(),
        ordered.privacy(),
        ordered.idnLanguage(),
        fields.of(content, FormOperation.REGISTER),
        notice(order));
  }

  /** The registrar's handle for the contact, which an earlier step has created. */
  private static Contact contact(ProvisioningOrder order, ContactRole role) {
    Contact contact = order.content().contact(role);
    String handle = order.purchase().handles().get(role);
    return contact.isHandle() || handle == null ? contact : Contact.ofHandle(handle);
  }

  private static @Nullable AcceptedNotice notice(ProvisioningOrder order) {
    ClaimsNotice notice = order.purchase().notice();
    ClaimsAcceptance acceptance = order.content().as(RegistrationOrder.class).claimsAcceptance();
    return notice == null || acceptance == null
        ? null
        : new AcceptedNotice(
            notice.claimKey(),
            notice.noticeId(),
            notice.acceptHash(),
            notice.expiresAt(),
            acceptance.acceptedAt());
  }
}

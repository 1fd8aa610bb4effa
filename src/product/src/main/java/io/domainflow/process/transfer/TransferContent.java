package io.domainflow.process.transfer;

import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.TransferOrder;
import io.domainflow.order.progress.Transfer;
import io.domainflow.order.progress.Transfer.Kind;
import io.domainflow.process.additionalfields.FieldsToSend;
import io.domainflow.registrar.command.RequestTransfer;
import io.domainflow.registrar.command.TransferKind;
import io.domainflow.tld.FormOperation;
import io.domainflow.tld.TldCatalogue;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Builds the registrar's command for a transfer. */
@Component
class TransferContent {

  private final TldCatalogue tlds;
  private final FieldsToSend fields;

  TransferContent(TldCatalogue tlds, FieldsToSend fields) {
    this.tlds = tlds;
    this.fields = fields;
  }

  /** Name servers are not sent: most registries ignore them, and they are set afterwards. */
  RequestTransfer of(ProvisioningOrder order, Transfer transfer) {
    OrderContent content = order.content();
    Quote agreed = order.purchase().quote();
    return new RequestTransfer(
        content.domain(),
        transfer.kind() == Kind.USERTRANSFER ? TransferKind.USERTRANSFER : TransferKind.REQUEST,
        content.as(TransferOrder.class).authCode(),
        transfer.period(),
        contacts(order),
        List.of(),
        fields.of(content, FormOperation.TRANSFER),
        transfer.priceClass(),
        transfer.priceClass() == null || agreed == null ? null : agreed.price());
  }

  /**
   * The contacts that are sent with the transfer. A registry that accepts no contacts refuses the
   * whole transfer if there is one, or treats it as a change of registrant.
   */
  Map<ContactRole, Contact> contacts(ProvisioningOrder order) {
    Map<ContactRole, Contact> sent = new EnumMap<>(ContactRole.class);
    Map<ContactRole, String> handles = order.purchase().handles();
    tlds.policyOfOrdered(order.content().domain())
        .transferContacts()
        .forEach(
            role -> {
              Contact contact = order.content().contacts().get(role);
              if (contact != null) {
                String handle = handles.get(role);
                sent.put(
                    role,
                    contact.isHandle() || handle == null ? contact : Contact.ofHandle(handle));
              }
            });
    return sent;
  }
}

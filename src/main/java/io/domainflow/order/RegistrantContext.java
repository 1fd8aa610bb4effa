package io.domainflow.order;

import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.tld.FieldContext;

/** What a registry's rules for additional fields depend on, taken from an order. */
public final class RegistrantContext {

  private RegistrantContext() {}

  /** The context of what the order does; without a registrant only the operation is known. */
  public static FieldContext of(OrderRequest order) {
    Contact registrant = order.registrant();
    Contact admin = order.contacts().get(ContactRole.ADMIN);
    return new FieldContext(
        order.operation().form(),
        registrant != null && registrant.isOrganization(),
        admin == null || admin.isHandle() ? null : admin.isOrganization(),
        registrant == null ? null : registrant.country(),
        order.domain().isIdn());
  }
}

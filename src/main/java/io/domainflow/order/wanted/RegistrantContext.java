package io.domainflow.order.wanted;

import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.tld.FieldContext;
import io.domainflow.tld.FormOperation;
import java.util.List;

/** What a registry's rules for additional fields depend on, taken from an order. */
public final class RegistrantContext {

  private RegistrantContext() {}

  /**
   * The context of what the order does, in its usual way; without a registrant only the operation
   * is known.
   */
  // an operation without forms has no additional fields that anybody would judge
  @SuppressWarnings("NullAway")
  public static FieldContext of(OrderRequest order) {
    return of(order, order.operation().forms().stream().findFirst().orElse(null));
  }

  /** The contexts of all ways in which the order may be carried out, the usual one first. */
  public static List<FieldContext> possible(OrderRequest order) {
    return order.operation().forms().stream().map(way -> of(order, way)).toList();
  }

  /** The context of the order if it is carried out in this way. */
  public static FieldContext of(OrderRequest order, FormOperation way) {
    Contact registrant = order.registrant();
    Contact admin = order.contacts().get(ContactRole.ADMIN);
    return new FieldContext(
        way,
        registrant != null && registrant.isOrganization(),
        (admin == null || admin.isHandle()) ? null : admin.isOrganization(),
        registrant == null ? null : registrant.country(),
        order.domain().isIdn());
  }
}

package io.domainflow.order.content;

import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.tld.FieldContext;
import io.domainflow.tld.FormOperation;
import java.util.List;

/** Derives from an order what a registry's rules for additional fields depend on. */
public final class RegistrantContext {

  private RegistrantContext() {}

  /**
   * The context of the order by its usual route; without a registrant only the operation is known.
   */
  // an operation without forms has no additional fields to check
  @SuppressWarnings("NullAway")
  public static FieldContext of(OrderContent order) {
    return of(order, order.operation().forms().stream().findFirst().orElse(null));
  }

  /** The contexts of all routes by which the order may be carried out, the usual one first. */
  public static List<FieldContext> possible(OrderContent order) {
    return order.operation().forms().stream().map(way -> of(order, way)).toList();
  }

  /** The context of the order if it is carried out by this route. */
  public static FieldContext of(OrderContent order, FormOperation way) {
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

package io.domainflow.order;

import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.tld.FieldContext;
import io.domainflow.tld.FormOperation;

/** What a registry's rules for additional fields depend on, taken from an order. */
public final class RegistrantContext {

  private RegistrantContext() {}

  /** The context of a registration. */
  public static FieldContext of(DomainName domain, Contact registrant) {
    return new FieldContext(
        FormOperation.REGISTER, registrant.isOrganization(), registrant.country(), domain.isIdn());
  }
}

package io.domainflow.order;

import io.domainflow.model.AdditionalFields;
import io.domainflow.order.OrderEvent.Kind;
import io.domainflow.tld.AdditionalField;
import io.domainflow.tld.AdditionalFieldsForm;
import io.domainflow.tld.TldCatalogue;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Records what is agreed to in an order's additional fields: who has ticked which box, when, and
 * what the form says about it.
 */
@Component
public class FieldConsents {

  private final TldCatalogue tlds;
  private final OrderEvents events;

  FieldConsents(TldCatalogue tlds, OrderEvents events) {
    this.tlds = tlds;
    this.events = events;
  }

  /**
   * Records the consents of an order that it did not have before.
   *
   * @param order as it is now
   * @param before its additional fields until now
   * @param by whose login has given them
   */
  public void note(ProvisioningOrder order, AdditionalFields before, String by) {
    OrderRequest request = order.request();
    if (request.additionalFields().equals(before)) {
      return;
    }
    tlds.policyFor(request.domain())
        .flatMap(policy -> policy.form())
        .ifPresent(
            form -> {
              List<AdditionalField> known = consents(form, before, request);
              consents(form, request.additionalFields(), request).stream()
                  .filter(field -> !known.contains(field))
                  .forEach(field -> events.note(order.id(), Kind.CONSENT_GIVEN, words(field), by));
            });
  }

  /** In whatever way the order is carried out: what is agreed to is agreed to. */
  private static List<AdditionalField> consents(
      AdditionalFieldsForm form, AdditionalFields values, OrderRequest request) {
    return RegistrantContext.possible(request).stream()
        .flatMap(way -> form.consents(values, way).stream())
        .distinct()
        .toList();
  }

  private static String words(AdditionalField field) {
    return "%s, «%s: %s»".formatted(field.parameter(), field.label(), field.description());
  }
}

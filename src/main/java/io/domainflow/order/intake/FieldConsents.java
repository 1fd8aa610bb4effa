package io.domainflow.order.intake;

import io.domainflow.model.AdditionalFields;
import io.domainflow.order.OrderEvent.Kind;
import io.domainflow.order.OrderEvents;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.wanted.OrderRequest;
import io.domainflow.order.wanted.RegistrantContext;
import io.domainflow.tld.AdditionalField;
import io.domainflow.tld.FieldContext;
import io.domainflow.tld.TldCatalogue;
import java.util.LinkedHashMap;
import java.util.Map;
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
              Map<String, AdditionalField> given = new LinkedHashMap<>();
              for (FieldContext way : RegistrantContext.possible(request)) {
                form.consents(request.additionalFields(), way)
                    .forEach(field -> given.putIfAbsent(field.parameter(), field));
                form.consents(before, way).forEach(field -> given.remove(field.parameter()));
              }
              given
                  .values()
                  .forEach(field -> events.note(order.id(), Kind.CONSENT_GIVEN, words(field), by));
            });
  }

  private static String words(AdditionalField field) {
    return "%s, «%s: %s»".formatted(field.parameter(), field.label(), field.description());
  }
}

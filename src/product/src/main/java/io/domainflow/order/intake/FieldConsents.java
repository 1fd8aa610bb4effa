package io.domainflow.order.intake;

import io.domainflow.model.AdditionalFields;
import io.domainflow.order.OrderEvent.Kind;
import io.domainflow.order.OrderEvents;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.RegistrantContext;
import io.domainflow.tld.AdditionalField;
import io.domainflow.tld.FieldContext;
import io.domainflow.tld.TldCatalogue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Records the consents in an order's additional fields: who ticked which box, when, and the form's
 * text.
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
   * Records the new consents of an order.
   *
   * @param order as it is now
   * @param before its previous additional fields
   * @param by login that gave them
   */
  public void note(ProvisioningOrder order, AdditionalFields before, String by) {
    OrderContent content = order.content();
    if (content.additionalFields().equals(before)) {
      return;
    }
    tlds.policyFor(content.domain())
        .flatMap(policy -> policy.form())
        .ifPresent(
            form -> {
              Map<String, AdditionalField> given = new LinkedHashMap<>();
              for (FieldContext way : RegistrantContext.possible(content)) {
                form.consents(content.additionalFields(), way)
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

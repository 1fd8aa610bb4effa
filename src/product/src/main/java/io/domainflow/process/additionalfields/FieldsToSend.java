package io.domainflow.process.additionalfields;

import io.domainflow.model.AdditionalFields;
import io.domainflow.order.SavedAdditionalFields;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.RegistrantContext;
import io.domainflow.tld.AdditionalFieldsForm;
import io.domainflow.tld.FieldContext;
import io.domainflow.tld.FormOperation;
import io.domainflow.tld.TldCatalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Selects which additional fields of an order go to the registrar. An order that can take several
 * routes may have values that not all of them accept, and a registrar refuses a whole command for
 * one field that does not apply.
 */
@Component
public class FieldsToSend {

  private final TldCatalogue tlds;
  private final SavedAdditionalFields kept;

  FieldsToSend(TldCatalogue tlds, SavedAdditionalFields kept) {
    this.tlds = tlds;
    this.kept = kept;
  }

  /** The order's values that this route accepts, with the defaults of required fields. */
  public AdditionalFields of(OrderContent order, FormOperation way) {
    FieldContext context = RegistrantContext.of(order, way);
    return form(order)
        .map(form -> form.withDefaults(form.taken(order.additionalFields(), context), context))
        .orElse(AdditionalFields.NONE);
  }

  /**
   * Like {@link #of}, without values that cost extra, for a command that follows one that has
   * already bought them.
   */
  public AdditionalFields withoutExtras(OrderContent order, FormOperation way) {
    AdditionalFields sent = of(order, way);
    return form(order).map(form -> form.withoutChargeable(sent)).orElse(sent);
  }

  /** Whether something that this route sends costs extra. */
  public boolean costExtra(OrderContent order, FormOperation way) {
    return !withoutExtras(order, way).equals(of(order, way));
  }

  /**
   * The parameters that came with the order and that this route does not accept, in alphabetical
   * order. Values stored with the name are not lost: they stay there.
   */
  public List<String> leftOut(OrderContent order, FormOperation way) {
    Map<String, String> left = new HashMap<>(order.additionalFields().values());
    left.keySet().removeAll(of(order, way).values().keySet());
    left.entrySet().removeAll(kept.ofItsRegistrant(order).values().entrySet());
    return left.keySet().stream().sorted().toList();
  }

  private Optional<AdditionalFieldsForm> form(OrderContent order) {
    return tlds.policyOfOrdered(order.domain()).form();
  }
}

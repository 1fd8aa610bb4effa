package io.domainflow.process.additionalfields;

import io.domainflow.model.AdditionalFields;
import io.domainflow.order.SavedAdditionalFields;
import io.domainflow.order.wanted.OrderRequest;
import io.domainflow.order.wanted.RegistrantContext;
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
 * Which additional fields of an order go to the registrar. An order that can be carried out in
 * several ways may have values that not all of them take, and a registrar refuses a whole command
 * for one field that does not apply.
 */
@Component
public class FieldsToSend {

  private final TldCatalogue tlds;
  private final SavedAdditionalFields kept;

  FieldsToSend(TldCatalogue tlds, SavedAdditionalFields kept) {
    this.tlds = tlds;
    this.kept = kept;
  }

  /** What this way takes of the order's values, with the defaults of what it wants. */
  public AdditionalFields of(OrderRequest order, FormOperation way) {
    FieldContext context = RegistrantContext.of(order, way);
    return form(order)
        .map(form -> form.withDefaults(form.taken(order.additionalFields(), context), context))
        .orElse(AdditionalFields.NONE);
  }

  /** {@link #of} without what costs extra, for a command that follows one that has bought it. */
  public AdditionalFields withoutExtras(OrderRequest order, FormOperation way) {
    AdditionalFields sent = of(order, way);
    return form(order).map(form -> form.withoutChargeable(sent)).orElse(sent);
  }

  /** Whether something of what this way sends costs extra. */
  public boolean costExtra(OrderRequest order, FormOperation way) {
    return !withoutExtras(order, way).equals(of(order, way));
  }

  /**
   * The parameters that were given with the order and this way does not take, in alphabetical
   * order. Values that come only from those kept with the name are not lost: they stay there.
   */
  public List<String> leftOut(OrderRequest order, FormOperation way) {
    Map<String, String> left = new HashMap<>(order.additionalFields().values());
    left.keySet().removeAll(of(order, way).values().keySet());
    left.entrySet().removeAll(kept.ofItsRegistrant(order).values().entrySet());
    return left.keySet().stream().sorted().toList();
  }

  private Optional<AdditionalFieldsForm> form(OrderRequest order) {
    return tlds.policyOfOrdered(order.domain()).form();
  }
}

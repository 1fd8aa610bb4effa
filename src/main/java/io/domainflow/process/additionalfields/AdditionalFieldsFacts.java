package io.domainflow.process.additionalfields;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.FieldContexts;
import io.domainflow.process.TaskFacts;
import io.domainflow.tld.AdditionalFieldsForm;
import io.domainflow.tld.FieldContext;
import io.domainflow.tld.TldCatalogue;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows the additional fields form with what the order already has filled in. */
@Component
class AdditionalFieldsFacts implements TaskFacts {

  private final TldCatalogue tlds;
  private final FieldContexts contexts;

  AdditionalFieldsFacts(TldCatalogue tlds, FieldContexts contexts) {
    this.tlds = tlds;
    this.contexts = contexts;
  }

  @Override
  public String task() {
    return AdditionalFieldsQuestion.TASK;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    AdditionalFieldsForm form =
        tlds.policyFor(order.request().domain()).orElseThrow().form().orElseThrow();
    FieldContext context = contexts.of(order);
    return form.toForm(form.taken(order.request().additionalFields(), context), context);
  }
}

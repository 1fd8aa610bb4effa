package io.domainflow.process.additionalfields;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.RegistrantContext;
import io.domainflow.process.TaskFacts;
import io.domainflow.tld.TldCatalogue;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows the additional fields form with what the order already has filled in. */
@Component
class AdditionalFieldsFacts implements TaskFacts {

  private final TldCatalogue tlds;

  AdditionalFieldsFacts(TldCatalogue tlds) {
    this.tlds = tlds;
  }

  @Override
  public String task() {
    return AdditionalFieldsQuestion.TASK;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    return tlds.policyOfOrdered(order.request().domain())
        .form()
        .orElseThrow()
        .toForm(order.request().additionalFields(), RegistrantContext.of(order.request()));
  }
}

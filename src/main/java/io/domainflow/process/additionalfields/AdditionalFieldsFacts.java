package io.domainflow.process.additionalfields;

import io.domainflow.model.AdditionalFields;
import io.domainflow.order.KeptFields;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.RegistrantContext;
import io.domainflow.process.TaskFacts;
import io.domainflow.tld.AdditionalFieldsForm;
import io.domainflow.tld.FieldContext;
import io.domainflow.tld.TldCatalogue;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Shows the additional fields form with what the order already has filled in, and what is kept with
 * the name for whomever.
 */
@Component
class AdditionalFieldsFacts implements TaskFacts {

  private static final String FROM_BEFORE =
      ". Some fields show what was kept with the name, maybe for another registrant: check each.";

  private final TldCatalogue tlds;
  private final KeptFields kept;

  AdditionalFieldsFacts(TldCatalogue tlds, KeptFields kept) {
    this.tlds = tlds;
    this.kept = kept;
  }

  @Override
  public String task() {
    return AdditionalFieldsQuestion.TASK;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    AdditionalFieldsForm form =
        tlds.policyFor(order.request().domain()).orElseThrow().form().orElseThrow();
    FieldContext context = RegistrantContext.of(order.request());
    AdditionalFields own = order.request().additionalFields();
    AdditionalFields shown = kept.shown(order);
    Map<String, Object> facts = form.toForm(shown, context);
    // To the order they are missing all the same.
    String missing = form.missingText(own, context);
    facts.put(
        AdditionalFieldsQuestion.MISSING_TEXT, shown.equals(own) ? missing : missing + FROM_BEFORE);
    return facts;
  }
}

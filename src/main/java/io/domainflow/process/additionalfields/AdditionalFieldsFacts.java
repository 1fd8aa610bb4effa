package io.domainflow.process.additionalfields;

import io.domainflow.model.AdditionalFields;
import io.domainflow.order.KeptFields;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.FieldContexts;
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
  private final FieldContexts contexts;

  AdditionalFieldsFacts(TldCatalogue tlds, KeptFields kept, FieldContexts contexts) {
    this.tlds = tlds;
    this.kept = kept;
    this.contexts = contexts;
  }

  @Override
  public String task() {
    return AdditionalFieldsQuestion.TASK;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    AdditionalFieldsForm form = tlds.policyOfOrdered(order.request().domain()).form().orElseThrow();
    FieldContext context = contexts.of(order);
    AdditionalFields own = form.taken(order.request().additionalFields(), context);
    AdditionalFields shown = kept.shown(order, context);
    Map<String, Object> facts = form.toForm(shown, context);
    // To the order they are missing all the same.
    String missing = form.missingText(own, context);
    facts.put(
        AdditionalFieldsQuestion.MISSING_TEXT,
        shown.equals(own) ? missing : (missing.isEmpty() ? "nothing" : missing) + FROM_BEFORE);
    return facts;
  }
}

package io.domainflow.process.changeofregistrant;

import io.domainflow.model.Contact;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.RegistrantChanges;
import io.domainflow.process.PlainText;
import io.domainflow.process.TaskFacts;
import io.domainflow.tld.TldCatalogue;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Shows what is in the way of a change, and the new registrant as it is ordered. */
@Component
class CorrectChangeFacts implements TaskFacts {

  private final RegistrantChanges changes;
  private final TldCatalogue tlds;

  CorrectChangeFacts(RegistrantChanges changes, TldCatalogue tlds) {
    this.changes = changes;
    this.tlds = tlds;
  }

  @Override
  public String task() {
    return ChangeOfRegistrantProcess.TASK_CORRECT_CHANGE;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    Map<String, Object> facts = new HashMap<>();
    facts.put(
        "problem",
        StringUtils.capitalize(PlainText.of(CorrectChangeListener.problem(order))) + ".");
    facts.put("differences", ChangeWords.differences(order, changes.get(order.id())));
    facts.put(
        "hasAdditionalFields", tlds.policyOfOrdered(order.request().domain()).form().isPresent());
    Contact registrant = order.request().registrant();
    NewRegistrantForm.FIELDS.forEach(
        (key, field) -> facts.put(key, RegistrantComparison.shown(registrant, field)));
    return facts;
  }
}

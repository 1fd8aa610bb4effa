package io.domainflow.rest.order;

import static java.util.Map.entry;

import io.domainflow.rest.DocumentedTypes;
import java.util.Map;

/** The documentation of orders agrees with the code. */
class OrderOpenApiTest extends DocumentedTypes {

  @Override
  protected Map<String, Class<? extends Record>> objectsInAnswers() {
    return Map.ofEntries(
        entry("OrderView", OrderView.class),
        entry("OrderList", OrderList.class),
        entry("OrderActions", ActionsView.class),
        entry("OrderAction", ActionsView.ActionView.class),
        entry("TroubleCount", TroubleCount.class),
        entry("Ordered", OrderedView.class),
        entry("OrderOutcome", OutcomeView.class),
        entry("OrderFailure", FailureView.class),
        entry("SectionView", SectionView.class),
        entry("ClaimsNotice", ClaimsNoticeView.class),
        entry("PreviewView", PreviewView.class),
        entry("WouldEnd", PreviewView.WouldEnd.class),
        entry("PreviewQuestion", PreviewView.QuestionView.class));
  }
}

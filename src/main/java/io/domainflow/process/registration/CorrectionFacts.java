package io.domainflow.process.registration;

import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.order.OrderPart;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Refusal;
import io.domainflow.order.RegistrantContext;
import io.domainflow.process.TaskFacts;
import io.domainflow.tld.AdditionalFieldsForm;
import io.domainflow.tld.TldCatalogue;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Shows what the registrar refused, and the parts of the order it speaks of, to be corrected; all
 * parts if that is not clear.
 */
@Component
class CorrectionFacts implements TaskFacts {

  private final TldCatalogue tlds;

  CorrectionFacts(TldCatalogue tlds) {
    this.tlds = tlds;
  }

  @Override
  public String task() {
    return DomainRegistrationProcess.TASK_CORRECT_REGISTRATION;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    Refusal refusal = order.purchase().refusal();
    Set<OrderPart> parts =
        refusal.parts().isEmpty() ? EnumSet.allOf(OrderPart.class) : refusal.parts();
    Map<String, Object> facts = new HashMap<>();
    Optional<AdditionalFieldsForm> form =
        tlds.policyFor(order.request().domain()).orElseThrow().form();
    form.ifPresent(
        fields ->
            facts.putAll(
                fields.toForm(
                    order.request().additionalFields(),
                    RegistrantContext.of(order.request().domain(), order.request().registrant()))));
    facts.values().removeIf(value -> value == null);
    facts.put("refusal", refusal.words());
    for (OrderPart part : OrderPart.values()) {
      facts.put(
          "correct" + capitalized(part.member()),
          parts.contains(part) && (part != OrderPart.ADDITIONAL_FIELDS || form.isPresent()));
    }
    facts.put(CorrectionAnswers.NAMESERVERS, CorrectionAnswers.text(order.request().nameservers()));
    facts.putAll(CorrectionAnswers.shown(order.request().registrant()));
    for (ContactRole role : List.of(ContactRole.ADMIN, ContactRole.TECH, ContactRole.BILLING)) {
      Contact contact = order.request().contacts().get(role);
      facts.put(CorrectionAnswers.handleKey(role), contact.isHandle() ? contact.handle() : "");
    }
    facts.put(CorrectionAnswers.PERIOD, order.request().period().toString());
    facts.put(CorrectionAnswers.PRIVACY, order.request().privacy());
    facts.put(
        CorrectionAnswers.IDN_LANGUAGE,
        order.request().idnLanguage() == null ? "" : order.request().idnLanguage());
    return facts;
  }

  private static String capitalized(String member) {
    return Character.toUpperCase(member.charAt(0)) + member.substring(1);
  }
}

package io.domainflow.process.registration;

import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.order.OrderPart;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Refusal;
import io.domainflow.order.RegistrantContext;
import io.domainflow.process.PlainText;
import io.domainflow.process.TaskFacts;
import io.domainflow.tld.AdditionalFieldsForm;
import io.domainflow.tld.TldCatalogue;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Shows what the registrar refused, and the parts of the order it speaks of, to be corrected; all
 * parts if that is not clear.
 */
@Component
class CorrectionFacts implements TaskFacts {

  private final TldCatalogue tlds;
  private final RefusalMeaning meaning;

  CorrectionFacts(TldCatalogue tlds, RefusalMeaning meaning) {
    this.tlds = tlds;
    this.meaning = meaning;
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
    Optional<AdditionalFieldsForm> form = tlds.policyOfOrdered(order.request().domain()).form();
    form.ifPresent(
        fields ->
            facts.putAll(
                fields.toForm(
                    order.request().additionalFields(), RegistrantContext.of(order.request()))));
    facts.values().removeIf(value -> value == null);
    facts.put("refusal", PlainText.of(refusal.words()));
    facts.put("refusalMeaning", PlainText.of(meaning.of(order)));
    for (OrderPart part : OrderPart.values()) {
      facts.put(
          "correct" + StringUtils.capitalize(part.member()),
          parts.contains(part) && (part != OrderPart.ADDITIONAL_FIELDS || form.isPresent()));
    }
    facts.put(CorrectionAnswers.NAMESERVERS, CorrectionAnswers.text(order.request().nameservers()));
    for (ContactRole role : ContactRole.values()) {
      Contact contact = order.request().contacts().get(role);
      boolean given = CorrectionAnswers.isGiven(role, order);
      facts.put(role.name().toLowerCase(Locale.ROOT) + "Given", given);
      if (given) {
        facts.putAll(CorrectionAnswers.shown(role, contact));
      }
      facts.put(CorrectionAnswers.handleKey(role), contact.isHandle() ? contact.handle() : "");
    }
    facts.put(CorrectionAnswers.PERIOD, order.request().period().toString());
    facts.put(CorrectionAnswers.PRIVACY, order.request().privacy());
    facts.put(
        CorrectionAnswers.IDN_LANGUAGE,
        order.request().idnLanguage() == null ? "" : order.request().idnLanguage());
    return facts;
  }
}

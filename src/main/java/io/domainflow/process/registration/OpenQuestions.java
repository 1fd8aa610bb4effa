package io.domainflow.process.registration;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Purchase;
import io.domainflow.process.additionalfields.AdditionalFieldsQuestion;
import io.domainflow.tld.TldCatalogue;
import io.domainflow.tld.TldPolicy;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What has to be asked of people before a name can be bought, as facts for the model. */
@Component
class OpenQuestions {

  private final AdditionalFieldsQuestion additionalFields;
  private final TldCatalogue tlds;
  private final Clock clock;

  OpenQuestions(AdditionalFieldsQuestion additionalFields, TldCatalogue tlds, Clock clock) {
    this.additionalFields = additionalFields;
    this.tlds = tlds;
    this.clock = clock;
  }

  Map<String, Object> of(ProvisioningOrder order) {
    Purchase purchase = order.purchase();
    Map<String, Object> facts = new HashMap<>();
    boolean premium = purchase.quote() != null;
    boolean byApplication =
        !premium
            && tlds.policyFor(order.request().domain())
                .flatMap(TldPolicy::applicationClass)
                .isPresent();
    facts.put(DomainRegistrationProcess.PREMIUM, premium);
    facts.put(DomainRegistrationProcess.BY_APPLICATION, byApplication);
    facts.put(DomainRegistrationProcess.BOUGHT_BY_APPLICATION, premium || byApplication);
    facts.put(
        DomainRegistrationProcess.PRICE_TO_DECIDE,
        purchase.quote() != null && !purchase.quote().isCoveredBy(order.request().acceptPrice()));
    facts.put(
        DomainRegistrationProcess.NOTICE_TO_ACCEPT,
        purchase.notice() != null
            && !purchase
                .notice()
                .isAcceptedBy(order.request().claimsAcceptance(), clock.instant()));
    Map<String, Object> fields = additionalFields.of(order);
    facts.putAll(fields);
    facts.put(
        DomainRegistrationProcess.CORRECTION_FORM,
        CorrectionForms.idFor((String) fields.get(AdditionalFieldsQuestion.FORM)));
    return facts;
  }
}

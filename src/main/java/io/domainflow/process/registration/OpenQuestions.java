package io.domainflow.process.registration;

import io.domainflow.model.AdditionalFields;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Purchase;
import io.domainflow.order.RegistrantContext;
import io.domainflow.tld.FieldContext;
import io.domainflow.tld.TldCatalogue;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What has to be asked of people before a name can be bought, as facts for the model. */
@Component
class OpenQuestions {

  private final TldCatalogue tlds;
  private final Clock clock;

  OpenQuestions(TldCatalogue tlds, Clock clock) {
    this.tlds = tlds;
    this.clock = clock;
  }

  Map<String, Object> of(ProvisioningOrder order) {
    Purchase purchase = order.purchase();
    Map<String, Object> facts = new HashMap<>();
    facts.put(DomainRegistrationProcess.PREMIUM, purchase.quote() != null);
    facts.put(
        DomainRegistrationProcess.PRICE_TO_DECIDE,
        purchase.quote() != null && !purchase.quote().isCoveredBy(order.request().acceptPrice()));
    facts.put(
        DomainRegistrationProcess.NOTICE_TO_ACCEPT,
        purchase.notice() != null
            && !purchase
                .notice()
                .isAcceptedBy(order.request().claimsAcceptance(), clock.instant()));
    facts.put(DomainRegistrationProcess.ADDITIONAL_FIELDS_MISSING, false);
    facts.put(DomainRegistrationProcess.CORRECTION_FORM, CorrectionForms.idFor(null));
    tlds.policyFor(order.request().domain())
        .orElseThrow()
        .form()
        .ifPresent(
            form -> {
              FieldContext context =
                  RegistrantContext.of(order.request().domain(), order.request().registrant());
              AdditionalFields given = order.request().additionalFields();
              facts.put(
                  DomainRegistrationProcess.ADDITIONAL_FIELDS_MISSING,
                  !form.missing(given, context).isEmpty());
              facts.put(
                  DomainRegistrationProcess.ADDITIONAL_FIELDS_MISSING_TEXT,
                  form.missingText(given, context));
              facts.put(DomainRegistrationProcess.ADDITIONAL_FIELDS_FORM, form.id());
              facts.put(
                  DomainRegistrationProcess.CORRECTION_FORM, CorrectionForms.idFor(form.id()));
            });
    return facts;
  }
}

package io.domainflow.process.registration;

import io.domainflow.order.ClaimsNotice;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.wanted.RegistrationOrder;
import io.domainflow.process.StepVariables;
import io.domainflow.process.additionalfields.AdditionalFieldsQuestion;
import io.domainflow.tld.TldCatalogue;
import io.domainflow.tld.TldPolicy;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The questions that people have to answer before a name can be bought, as variables for the model.
 */
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
    boolean premium = order.purchase().quote() != null;
    boolean byApplication =
        !premium
            && tlds.policyFor(order.request().domain())
                .flatMap(TldPolicy::applicationClass)
                .isPresent();
    Map<String, Object> fields = additionalFields.of(order);
    return new StepVariables()
        // the first three are for running orders of models before version 2.3.0
        .and(DomainRegistrationProcess.PREMIUM, premium)
        .and(DomainRegistrationProcess.BY_APPLICATION, byApplication)
        .and(DomainRegistrationProcess.BOUGHT_BY_APPLICATION, premium || byApplication)
        .and(DomainRegistrationProcess.PRICE_TO_DECIDE, isPriceToDecide(order))
        .and(DomainRegistrationProcess.NOTICE_TO_ACCEPT, isNoticeToAccept(order))
        .and(fields)
        .and(
            DomainRegistrationProcess.CORRECTION_FORM,
            CorrectionForms.idFor(AdditionalFieldsQuestion.FORM.in(fields)))
        .map();
  }

  /** Whether somebody has to agree to the price first. */
  static boolean isPriceToDecide(ProvisioningOrder order) {
    Quote quote = order.purchase().quote();
    return quote != null && !quote.isCoveredBy(order.request().acceptPrice());
  }

  /** Whether somebody has to accept a trademark notice first. */
  boolean isNoticeToAccept(ProvisioningOrder order) {
    ClaimsNotice notice = order.purchase().notice();
    return notice != null
        && !notice.isAcceptedBy(
            order.request().as(RegistrationOrder.class).claimsAcceptance(), clock.instant());
  }
}

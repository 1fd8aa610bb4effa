package io.domainflow.process.registration;

import io.domainflow.order.ClaimsNotice;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.content.RegistrationOrder;
import io.domainflow.process.StepVariables;
import io.domainflow.process.additionalfields.AdditionalFieldsQuestion;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The questions that people have to answer before a name can be bought, as variables for the model.
 */
@Component
class OpenQuestions {

  private final AdditionalFieldsQuestion additionalFields;
  private final Clock clock;

  OpenQuestions(AdditionalFieldsQuestion additionalFields, Clock clock) {
    this.additionalFields = additionalFields;
    this.clock = clock;
  }

  Map<String, Object> of(ProvisioningOrder order) {
    Map<String, Object> fields = additionalFields.of(order);
    return new StepVariables()
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
    return quote != null && !quote.isCoveredBy(order.content().acceptPrice());
  }

  /** Whether somebody has to accept a trademark notice first. */
  boolean isNoticeToAccept(ProvisioningOrder order) {
    ClaimsNotice notice = order.purchase().notice();
    return notice != null
        && !notice.isAcceptedBy(
            order.content().as(RegistrationOrder.class).claimsAcceptance(), clock.instant());
  }
}

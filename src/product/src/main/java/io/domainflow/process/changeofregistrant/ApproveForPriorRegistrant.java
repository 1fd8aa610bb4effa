package io.domainflow.process.changeofregistrant;

import io.domainflow.consent.ConsentSide;
import org.springframework.stereotype.Component;

/** Approve for prior registrant: the agent is to confirm the change for the prior registrant. */
@Component
class ApproveForPriorRegistrant extends ApproveForRegistrant {

  ApproveForPriorRegistrant(RegistrantApproval approval, ApprovalOnForm facts) {
    super(
        RegistrantConsentProcess.TASK_APPROVE_FOR_PRIOR_REGISTRANT,
        ConsentSide.PRIOR,
        approval,
        facts);
  }
}

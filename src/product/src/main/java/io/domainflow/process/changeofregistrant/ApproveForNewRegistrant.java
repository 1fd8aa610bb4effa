package io.domainflow.process.changeofregistrant;

import io.domainflow.consent.ConsentSide;
import org.springframework.stereotype.Component;

/** Approve for new registrant: the agent is to confirm the change for the new registrant. */
@Component
class ApproveForNewRegistrant extends ApproveForRegistrant {

  ApproveForNewRegistrant(RegistrantApproval approval, ApprovalOnForm facts) {
    super(
        RegistrantConsentProcess.TASK_APPROVE_FOR_NEW_REGISTRANT, ConsentSide.NEW, approval, facts);
  }
}

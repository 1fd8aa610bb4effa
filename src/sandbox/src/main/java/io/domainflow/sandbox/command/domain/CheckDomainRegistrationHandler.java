package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.registry.Availability;
import io.domainflow.sandbox.registry.ContactSlots;
import io.domainflow.sandbox.registry.Registration;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CheckDomainRegistrationHandler implements CommandHandler {

  private final Registration registration;

  CheckDomainRegistrationHandler(Registration registration) {
    this.registration = registration;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Registration.Details wanted = check(call, transaction);
    Answer answer = Answer.of(Code.REQUEST_AVAILABLE);
    for (String role : ContactSlots.ROLES) {
      answer.with(role + "CONTACT", call.list(role + "CONTACT"));
      answer.with(role + "CONTACTMANAGEMENTTYPE", "THIN");
    }
    return answer
        .with("NAMESERVER", call.list("NAMESERVER"))
        .with("REPOSITORY", wanted.finding().zone().repository());
  }

  private Registration.Details check(ReceivedCommand call, Transaction transaction) {
    try {
      return registration.check(call, transaction);
    } catch (Refusal refusal) {
      boolean taken = Availability.isTaken(call.domain(), transaction);
      if (taken && Profile.of(transaction) == Profile.B) {
        throw new Refusal(Code.FAILED);
      }
      throw refusal;
    }
  }
}

package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.registry.Availability;
import io.domainflow.sandbox.registry.ContactSlots;
import io.domainflow.sandbox.registry.Registration;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.Refusal;
import io.domainflow.sandbox.wire.WireCall;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value = "CheckDomainRegistration: 218 when AddDomain would be accepted",
    basis = Basis.DOCUMENTED,
    source = "API/DOMAIN/CHECKDOMAINREGISTRATION.md of the HEXONET API documentation")
@Behaviour(
    value = "CheckDomainRegistration refuses with the code AddDomain would answer",
    basis = Basis.INFERRED,
    source = "codes of API/DOMAIN/CHECKDOMAINREGISTRATION.md of the HEXONET API documentation",
    profileB = "a name that is taken is 549, as 554 is not among them")
@Behaviour(
    value =
        "CheckDomainRegistration answers contact data given in place of a handle with an empty"
            + " handle",
    basis = Basis.INVENTED)
@Behaviour(
    value =
        "CheckDomainRegistration of a premium name is refused as AddDomain would be, as it has no"
            + " CLASS either",
    basis = Basis.INFERRED,
    source = "parameters of API/DOMAIN/CHECKDOMAINREGISTRATION.md of the HEXONET API documentation",
    profileB = "541 as AddDomain instead of 504")
class CheckDomainRegistrationHandler implements CommandHandler {

  private final Registration registration;

  CheckDomainRegistrationHandler(Registration registration) {
    this.registration = registration;
  }

  @Override
  public String command() {
    return "CheckDomainRegistration";
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    Registration.Wanted wanted = check(call, transaction);
    Answer answer = Answer.of(Code.REQUEST_AVAILABLE);
    for (String role : ContactSlots.ROLES) {
      answer.with(role + "CONTACT", call.list(role + "CONTACT"));
      answer.with(role + "CONTACTMANAGEMENTTYPE", "THIN");
    }
    return answer
        .with("NAMESERVER", call.list("NAMESERVER"))
        .with("REPOSITORY", wanted.finding().zone().repository());
  }

  private Registration.Wanted check(WireCall call, Transaction transaction) {
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

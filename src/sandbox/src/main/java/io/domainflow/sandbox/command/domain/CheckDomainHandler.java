package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.registry.Availability;
import io.domainflow.sandbox.registry.Claims;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CheckDomainHandler implements CommandHandler {

  static final String PREMIUM_REASON = "Premium Domain Name";

  private final Availability availability;

  CheckDomainHandler(Availability availability) {
    this.availability = availability;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    refuseSunrise(call);
    Availability.Result finding = availability.of(call.domain(), transaction);
    Answer answer =
        Answer.of(
            finding.kind() == Availability.Kind.FREE
                ? Code.DOMAIN_AVAILABLE
                : Code.DOMAIN_NOT_AVAILABLE);
    if (finding.kind() == Availability.Kind.PREMIUM && Profile.of(transaction) == Profile.A) {
      answer.with("REASON", PREMIUM_REASON);
    }
    if (call.value("PHASE").isPresent() && finding.kind() != Availability.Kind.TAKEN) {
      Claims.key(finding.setup()).ifPresent(key -> answer.with("CLAIMKEY", key));
    }
    return answer;
  }

  static void refuseSunrise(ReceivedCommand call) {
    if (call.value("PHASE").filter("sunrise"::equals).isPresent()) {
      throw new Refusal(Code.FAILED, "no zone of the sandbox is in sunrise");
    }
  }
}

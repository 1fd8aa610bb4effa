package io.domainflow.sandbox.cnr.application;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.registry.ContactSlots;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.Application;
import java.util.Locale;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrStatusDomainApplication implements CnrHandler {

  @Override
  public Parameters parameters() {
    return Parameters.requiring("APPLICATION");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    String number = call.required("APPLICATION");
    Application application =
        transaction.all(Table.APPLICATIONS).stream()
            .filter(known -> Long.toString(known.number()).equals(number))
            .filter(known -> Platform.same(known.account(), call.account()))
            .findFirst()
            .orElseThrow(() -> new Refusal(Code.NOT_FOUND));
    if (!application.account().equals(call.account())) {
      throw new Refusal(Code.AUTHORIZATION_FAILED);
    }
    Answer answer = Answer.of(Code.COMPLETED).with("nameserver", application.nameservers());
    ShownApplication.properties()
        .forEach((name, value) -> answer.with(name, value.apply(application)));
    ContactSlots.ROLES.forEach(
        role -> answer.with(role.toLowerCase(Locale.ROOT) + "contact", application.handles(role)));
    return answer;
  }
}

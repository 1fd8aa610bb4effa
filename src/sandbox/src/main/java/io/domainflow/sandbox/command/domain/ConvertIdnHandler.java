package io.domainflow.sandbox.command.domain;

import io.domainflow.model.DomainName;
import io.domainflow.model.InvalidValue;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Transaction;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class ConvertIdnHandler implements CommandHandler {

  private static final String BELOW = "x.";

  @Override
  public String command() {
    return "ConvertIDN";
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    List<String> ace = new ArrayList<>();
    List<String> idn = new ArrayList<>();
    for (String given : call.list("DOMAIN")) {
      try {
        DomainName name = spelled(given);
        ace.add(name.ascii());
        idn.add(name.unicode());
      } catch (InvalidValue e) {
        throw new Refusal(Code.INVALID_SYNTAX, "DOMAIN" + ace.size());
      }
    }
    return Answer.of(Code.COMPLETED).with("ACE", ace).with("IDN", idn);
  }

  private static DomainName spelled(String given) {
    if (given.contains(".")) {
      return DomainName.of(given);
    }
    DomainName name = DomainName.of(BELOW + given);
    return new DomainName(
        name.ascii().substring(BELOW.length()), name.unicode().substring(BELOW.length()));
  }
}

package io.domainflow.sandbox.command.domain;

import io.domainflow.model.DomainName;
import io.domainflow.model.InvalidValue;
import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.Refusal;
import io.domainflow.sandbox.wire.WireCall;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value = "ConvertIDN: ACE and IDN of names in either spelling",
    basis = Basis.DOCUMENTED,
    source = "API/DOMAIN/CONVERTIDN.md of the HEXONET API documentation")
@Behaviour(
    value = "ConvertIDN takes a top-level domain, too",
    basis = Basis.DOCUMENTED,
    source = "HEXONET WHMCS module 5.1.8 and Blesta module 3.7.0, which send such")
@Behaviour(
    value = "ConvertIDN follows UTS #46 (ß stays ß); one name that cannot be is 505 for all",
    basis = Basis.INVENTED)
class ConvertIdnHandler implements CommandHandler {

  private static final String BELOW = "x.";

  @Override
  public String command() {
    return "ConvertIDN";
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
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

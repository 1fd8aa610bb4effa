package io.domainflow.sandbox;

import io.domainflow.model.DomainName;
import io.domainflow.model.InvalidValue;
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
    value = "ConvertIDN follows UTS #46 (ß stays ß); one name that cannot be is 505 for all",
    basis = Basis.INVENTED)
class ConvertIdnHandler implements CommandHandler {

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
        DomainName name = DomainName.of(given);
        ace.add(name.ascii());
        idn.add(name.unicode());
      } catch (InvalidValue e) {
        throw new Refusal(Code.INVALID_SYNTAX, "DOMAIN" + ace.size());
      }
    }
    return Answer.of(Code.COMPLETED).with("ACE", ace).with("IDN", idn);
  }
}

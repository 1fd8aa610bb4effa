package io.domainflow.sandbox.cnr.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.IspapiCommands;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrCheckDomainTransfer implements CnrHandler {

  private static final Set<String> ZONES_IN_PROFILE_B =
      Set.of("com", "net", "jobs", "org", "biz", "info", "name", "mobi");
  private static final List<String> SHOWN =
      List.of("AGEINDAYS", "AUTHISVALID", "REGISTRAR", "TRANSFERLOCK", "WHOISSERVER");

  private final IspapiCommands other;

  CnrCheckDomainTransfer(IspapiCommands other) {
    this.other = other;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DOMAIN").optional("AUTH", "ACTION", "EMAIL*", "REQUESTENTITY");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    String zone = call.domain().substring(call.domain().indexOf('.') + 1);
    if (Profile.of(transaction) == Profile.B && !ZONES_IN_PROFILE_B.contains(zone)) {
      throw new Refusal(Code.FAILED);
    }
    Map<String, String> parameters = new LinkedHashMap<>(Map.of("DOMAIN", call.domain()));
    call.value("AUTH").ifPresent(auth -> parameters.put("AUTH", auth));
    Answer found = other.carryOut(command(), call, parameters, transaction);
    Answer answer = Answer.of(found.code(), found.detail());
    SHOWN.forEach(name -> answer.with(name.toLowerCase(Locale.ROOT), found.column(name)));
    return answer.with(
        "createddate", found.column("CREATEDDATE").stream().map(date -> date + ".0").toList());
  }
}

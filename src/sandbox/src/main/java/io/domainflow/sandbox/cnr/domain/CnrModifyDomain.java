package io.domainflow.sandbox.cnr.domain;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.IspapiCommands;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.cnr.TldFields;
import io.domainflow.sandbox.cnr.Translation;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.command.domain.PrivacyCheck;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.registry.NameParameters;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrModifyDomain implements CnrHandler, Handler.Changing {

  private final IspapiCommands other;
  private final Zones zones;

  CnrModifyDomain(IspapiCommands other, Zones zones) {
    this.other = other;
    this.zones = zones;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DOMAIN")
        .optional("ADDSTATUS#", "DELSTATUS#", "DNSSECDELALL", "ADDDOMAINTAG#", "DELDOMAINTAG#")
        .optional(Translation.OF_NAMES);
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    TldFields.check(call);
    ReceivedCommand translated = Translation.of(call);
    Map<String, String> parameters = new LinkedHashMap<>(translated.parameters());
    // Fields and tags are stored as given here.
    parameters.keySet().removeIf(name -> name.startsWith("X-") || NameFields.isAboutTags(name));
    if (call.value("AUTH").filter("AUTO"::equalsIgnoreCase).isPresent()) {
      parameters.remove("AUTH");
      parameters.put("GENERATERANDOMAUTH", "1");
    }
    Answer answer = other.carryOut(command(), call, parameters, transaction);
    IspapiCommands.plainly(
        () -> PrivacyCheck.refuseUnknown(PrivacyCheck.AT_CNR, call, zones, transaction));
    RegisteredName name = transaction.find(Table.NAMES, call.domain()).orElseThrow();
    Map<String, String> fields =
        NameFields.withTags(NameParameters.fields(translated, name.fields()), call);
    transaction.put(Table.NAMES, name.withFields(fields));
    boolean waits = answer.properties().containsKey("STATUS");
    return waits ? Answer.of(Code.COMPLETED).asPending() : Answer.of(Code.COMPLETED);
  }
}

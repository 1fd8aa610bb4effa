package io.domainflow.sandbox.cnr.contact;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.OtherFace;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.registry.Contacts;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.WireCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value = "CNR ModifyContact: CONTACT and the fields that change",
    basis = Basis.DOCUMENTED,
    source = "modules and Python clients, which send so")
@Behaviour(
    value =
        "CNR ModifyContact: validated and verified, with PREVERIFY=1 verification requested, which"
            + " the description says too; CHECKONLY=1 changes nothing; VALIDATION may be given",
    basis = Basis.DOCUMENTED,
    source =
        "CentralNic Reseller knowledge base, Contact Verification: ModifyContact and its frequently"
            + " asked questions")
@Behaviour(
    value =
        "CNR ModifyContact: with CHECKONLY=1 the data are not looked at; VALIDATION changes"
            + " nothing",
    basis = Basis.INVENTED)
@Behaviour(
    value =
        "CNR ModifyContact: who is the registrant of a name becomes another person only where the"
            + " registrant changes by an update; it is 506 otherwise",
    basis = Basis.INFERRED,
    source = "HANDLESUPDATEABLE of GetZoneInfo, by which the modules of the registrar decide",
    profileB = "541")
class CnrModifyContact implements CnrHandler {

  private static final List<String> OF_THE_CHECK = List.of("CHECKONLY", "PREVERIFY", "VALIDATION");

  private final OtherFace other;

  CnrModifyContact(OtherFace other) {
    this.other = other;
  }

  @Override
  public String command() {
    return "ModifyContact";
  }

  @Override
  public boolean mutation() {
    return true;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("CONTACT").optional(CnrContacts.DATA).optional(OF_THE_CHECK);
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    CnrContacts.checkStreet(call, transaction);
    if (call.isOn("CHECKONLY")) {
      OtherFace.plainly(() -> Contacts.own(call, transaction));
    } else {
      Map<String, String> data = new LinkedHashMap<>(call.parameters());
      data.keySet().removeAll(OF_THE_CHECK);
      other.carryOut(command(), call, data, transaction);
    }
    Answer answer = CnrContacts.checked(call);
    return call.isOn("PREVERIFY") ? answer.saying("Verification requested") : answer;
  }
}

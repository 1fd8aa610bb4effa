package io.domainflow.sandbox.cnr.contact;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.OtherFace;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.WireCall;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value = "CNR ModifyContact: CONTACT and the fields that change",
    basis = Basis.DOCUMENTED,
    source = "modules and Python clients, which send so")
@Behaviour(
    value =
        "CNR ModifyContact: who is the registrant of a name becomes another person only where the"
            + " registrant changes by an update; it is 506 otherwise",
    basis = Basis.INFERRED,
    source = "HANDLESUPDATEABLE of GetZoneInfo, by which the modules of the registrar decide",
    profileB = "541")
class CnrModifyContact implements CnrHandler {

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
    return Parameters.requiring("CONTACT").optional(CnrContacts.DATA);
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    CnrContacts.checkStreet(call, transaction);
    other.carryOut(command(), call, call.parameters(), transaction);
    return Answer.of(Code.COMPLETED);
  }
}

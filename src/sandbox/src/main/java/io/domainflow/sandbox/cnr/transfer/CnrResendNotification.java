package io.domainflow.sandbox.cnr.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.IspapiCommands;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrResendNotification implements CnrHandler, Handler.Changing {

  private final IspapiCommands other;

  CnrResendNotification(IspapiCommands other) {
    this.other = other;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("TYPE", "OBJECT").optional("SUB", "REASON", "RECIPIENT");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    switch (call.required("TYPE").toLowerCase(Locale.ROOT)) {
      case "domaintransfer" ->
          other.carryOut(
              "ResendDomainTransferConfirmationEmails",
              call,
              Map.of("DOMAIN", call.required("OBJECT").toLowerCase(Locale.ROOT)),
              transaction);
      case "contactverification" -> {
        boolean known =
            transaction.all(Table.CONTACTS).stream()
                .filter(contact -> contact.account().equals(call.account()))
                .anyMatch(
                    contact ->
                        call.required("OBJECT").equalsIgnoreCase(contact.fields().get("EMAIL")));
        if (!known) {
          throw new Refusal(Code.NOT_FOUND);
        }
      }
      case "ownerchange", "claimsnotice", "certificate", "trademark" ->
          throw new Refusal(Code.NOT_FOUND);
      default -> throw new Refusal(Code.INVALID_VALUE);
    }
    return Answer.of(Code.COMPLETED);
  }
}

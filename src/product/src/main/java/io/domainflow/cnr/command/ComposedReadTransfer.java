package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.Answer;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.command.ReadTransfer;
import java.util.Optional;

/**
 * {@link ReadTransfer} as {@code StatusDomainTransfer}; a name for which it shows nothing may still
 * be in the list of outgoing transfers, and so may one that moves between accounts.
 */
final class ComposedReadTransfer implements Composed<ReadTransfer, ReadTransfer.Result> {

  @Override
  public String name(ReadTransfer command) {
    return "StatusDomainTransfer";
  }

  @Override
  public int points(ReadTransfer command) {
    return 2;
  }

  @Override
  public Optional<DomainName> about(ReadTransfer command) {
    return Optional.of(command.domain());
  }

  @Override
  public ReadTransfer.Result ask(ReadTransfer command, Calls calls) {
    Answer<ReadTransfer.Result> own = calls.answerTo(command);
    if (own.result() != null) {
      return own.result().betweenAccounts() ? withWay(own.result(), command, calls) : own.result();
    }
    if (own.reason() != RefusalReason.NOT_FOUND) {
      throw new ComposedCallFailed(own);
    }
    return calls
        .askIfAllowed(new LeavingName(command.domain()))
        .flatMap(LeavingName.Result::transfer)
        .orElseThrow(() -> new ComposedCallFailed(own));
  }

  // Both accounts are shown the same status; the account that requested the name tells them apart.
  private static ReadTransfer.Result withWay(
      ReadTransfer.Result transfer, ReadTransfer command, Calls calls) {
    if (calls.account().equalsIgnoreCase(transfer.gainingRegistrar())) {
      return transfer.withType(ReadTransfer.Type.INCOMING);
    }
    boolean leaving =
        calls.account().equalsIgnoreCase(transfer.losingRegistrar())
            || calls.ask(new LeavingName(command.domain())).transfer().isPresent();
    return transfer.withType(leaving ? ReadTransfer.Type.OUTGOING : ReadTransfer.Type.INCOMING);
  }
}

package io.domainflow.ispapi.command;

import io.domainflow.registrar.command.Command;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How each of our commands is said to the registrar. */
final class Wires {

  static final Map<Class<?>, Wire<?, ?>> BY_COMMAND =
      List.<Wire<?, ?>>of(
              new AddContactWire(),
              new CancelDomainTradeWire(),
              new CancelDomainTransferWire(),
              new CheckDomainRegistrationWire(),
              new CheckDomainTradeWire(),
              new CheckDomainTransferWire(),
              new CheckDomainWire(),
              new CheckDomainsWire(),
              new DeleteContactWire(),
              new DeleteDomainWire(),
              new DeleteEventWire(),
              new GetEnvironmentWire(),
              new HoldDomainWire(),
              new LogReasonWire(),
              new ModifyDomainWire(),
              new QueryAccountingListWire(),
              new QueryDeletedDomainWire(),
              new QueryDomainApplicationListWire(),
              new QueryDomainListWire(),
              new QueryDomainOptionsWire(),
              new QueryDomainRepositoryInfoWire(),
              new QueryEventsWire(),
              new QueryObjectLogListWire(),
              new QueryRenewalPriceWire(),
              new QueryTransferringDomainsWire(),
              new RegisterDomainWire(),
              new RenewDomainWire(),
              new ReplaceContactsWire(),
              new ResendTransferMailsWire(),
              new RestoreDomainWire(),
              new SetDomainRenewalModeWire(),
              new StatusAccountWire(),
              new StatusContactWire(),
              new StatusDomainApplicationWire(),
              new StatusDomainTradeWire(),
              new StatusDomainTransferWire(),
              new StatusDomainWire(),
              new StatusObjectLogWire(),
              new StatusTMDBClaimWire(),
              new StatusUserWire(),
              new TradeDomainWire(),
              new TransferDomainWire())
          .stream()
          .collect(Collectors.toMap(Wire::command, Function.identity()));

  private Wires() {}

  // A wire stands under the class of its command, and the command fixes the result.
  @SuppressWarnings("unchecked")
  static <R> Wire<Command<R>, R> of(Command<R> command) {
    Wire<?, ?> wire = BY_COMMAND.get(command.getClass());
    if (wire == null) {
      throw new IllegalStateException("ISPAPI has no command for " + command.name());
    }
    return (Wire<Command<R>, R>) wire;
  }
}

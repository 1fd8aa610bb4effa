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
              new CreateContactWire(),
              new CancelRegistrantChangeWire(),
              new CancelTransferWire(),
              new CheckRegistrationWire(),
              new CheckRegistrantChangeWire(),
              new CheckTransferWire(),
              new CheckClaimsWire(),
              new CheckDomainsWire(),
              new DeleteContactWire(),
              new DeleteDomainWire(),
              new DeleteEventWire(),
              new ReadDefaultRenewalModeWire(),
              new HoldDomainWire(),
              new ReadLogEntryWire(),
              new UpdateDomainWire(),
              new ListBookingsWire(),
              new ReadDeletedDomainWire(),
              new ListApplicationsWire(),
              new ListDomainsWire(),
              new ReadZoneRulesWire(),
              new ReadRegistryRulesWire(),
              new ReadEventsWire(),
              new ReadLogWire(),
              new ReadRenewalPriceWire(),
              new ListTransfersWire(),
              new RegisterDomainWire(),
              new RenewDomainWire(),
              new ReplaceContactsWire(),
              new ResendTransferMailsWire(),
              new RestoreDomainWire(),
              new SetRenewalModeWire(),
              new ReadBalanceWire(),
              new ReadContactWire(),
              new ReadApplicationWire(),
              new ReadRegistrantChangeWire(),
              new ReadTransferWire(),
              new ReadDomainWire(),
              new StatusObjectLogWire(),
              new ReadClaimsNoticeWire(),
              new ReadAccountWire(),
              new ChangeRegistrantWire(),
              new RequestTransferWire())
          .stream()
          .collect(Collectors.toMap(Wire::command, Function.identity()));

  private Wires() {}

  // A wire is registered under the class of its command, and the command determines the result.
  @SuppressWarnings("unchecked")
  static <R> Wire<Command<R>, R> of(Command<R> command) {
    Wire<?, ?> wire = BY_COMMAND.get(command.getClass());
    if (wire == null) {
      throw new IllegalStateException("ISPAPI has no command for " + command.name());
    }
    return (Wire<Command<R>, R>) wire;
  }
}

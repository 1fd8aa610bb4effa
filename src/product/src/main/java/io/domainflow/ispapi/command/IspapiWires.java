package io.domainflow.ispapi.command;

import io.domainflow.account.Platform;
import io.domainflow.registrar.command.Command;
import io.domainflow.wire.Wire;
import io.domainflow.wire.WireCommand;
import io.domainflow.wire.Wires;
import java.util.List;

/** The translations of our commands for ISPAPI. */
public final class IspapiWires {

  /** All wires. */
  public static final Wires ALL =
      new Wires(
          Platform.ISPAPI,
          List.<Wire<?, ?>>of(
              new CreateContactWire(),
              new CancelRegistrantChangeWire(),
              new CancelTransferWire(),
              new AnswerTransferWire(),
              new ReadAuthCodeWire(),
              new CreateAuthCodeWire(),
              new MailAuthCodeWire(),
              new RevokeAuthCodeWire(),
              new ListOutgoingTransfersWire(),
              new PushDomainWire(),
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
              new RequestTransferWire()));

  private IspapiWires() {}

  /** Translates a command. */
  public static <R> WireCommand<R> said(Command<R> command) {
    return ALL.say(command);
  }
}

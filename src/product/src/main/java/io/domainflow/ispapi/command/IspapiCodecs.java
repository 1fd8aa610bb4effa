package io.domainflow.ispapi.command;

import io.domainflow.account.Platform;
import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.Codecs;
import io.domainflow.lineprotocol.EncodedCommand;
import io.domainflow.registrar.command.Command;
import java.util.List;

/** The translations of our commands for ISPAPI. */
public final class IspapiCodecs {

  /** All codecs. */
  public static final Codecs ALL =
      new Codecs(
          Platform.ISPAPI,
          List.<Codec<?, ?>>of(
              new CreateContactCodec(),
              new CancelRegistrantChangeCodec(),
              new CancelTransferCodec(),
              new AnswerTransferCodec(),
              new ReadAuthCodeCodec(),
              new CreateAuthCodeCodec(),
              new MailAuthCodeCodec(),
              new RevokeAuthCodeCodec(),
              new ListOutgoingTransfersCodec(),
              new PushDomainCodec(),
              new CheckRegistrationCodec(),
              new CheckRegistrantChangeCodec(),
              new CheckTransferCodec(),
              new CheckClaimsCodec(),
              new CheckDomainsCodec(),
              new DeleteContactCodec(),
              new DeleteDomainCodec(),
              new DeleteEventCodec(),
              new ReadDefaultRenewalModeCodec(),
              new HoldDomainCodec(),
              new ReadLogEntryCodec(),
              new UpdateDomainCodec(),
              new ListBookingsCodec(),
              new ReadDeletedDomainCodec(),
              new ListApplicationsCodec(),
              new ListDomainsCodec(),
              new ReadZoneRulesCodec(),
              new ReadRegistryRulesCodec(),
              new ReadEventsCodec(),
              new ReadLogCodec(),
              new ReadRenewalPriceCodec(),
              new ListTransfersCodec(),
              new RegisterDomainCodec(),
              new RenewDomainCodec(),
              new ReplaceContactsCodec(),
              new ResendTransferMailsCodec(),
              new RestoreDomainCodec(),
              new SetRenewalModeCodec(),
              new ReadBalanceCodec(),
              new ReadContactCodec(),
              new ReadApplicationCodec(),
              new ReadRegistrantChangeCodec(),
              new ReadTransferCodec(),
              new ReadDomainCodec(),
              new StatusObjectLogCodec(),
              new ReadClaimsNoticeCodec(),
              new ReadAccountCodec(),
              new ChangeRegistrantCodec(),
              new RequestTransferCodec()));

  private IspapiCodecs() {}

  /** Translates a command. */
  public static <R> EncodedCommand<R> encode(Command<R> command) {
    return ALL.encode(command);
  }
}

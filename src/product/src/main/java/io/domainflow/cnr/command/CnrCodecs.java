package io.domainflow.cnr.command;

import io.domainflow.account.Platform;
import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.Codecs;
import io.domainflow.lineprotocol.EncodedCommand;
import io.domainflow.registrar.command.CancelRegistrantChange;
import io.domainflow.registrar.command.ChangeRegistrant;
import io.domainflow.registrar.command.CheckClaims;
import io.domainflow.registrar.command.CheckRegistrantChange;
import io.domainflow.registrar.command.Command;
import io.domainflow.registrar.command.MailAuthCode;
import io.domainflow.registrar.command.ReadClaimsNotice;
import io.domainflow.registrar.command.UpdateDomain;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The translations of our commands for CentralNic Reseller, and the commands that it lacks. */
public final class CnrCodecs {

  /** The commands that are a single one there, and the parts of composed ones. */
  public static final Codecs ALL =
      new Codecs(
          Platform.CNR,
          List.<Codec<?, ?>>of(
              new AccountModeCodec(),
              new AnswerTransferCodec(),
              new AuthCodeAtRegistryCodec(),
              new CancelTransferCodec(),
              new CheckDomainsBatchCodec(),
              new CheckRegistrationCodec(),
              new CheckTransferCodec(),
              new CnrAccountStatusCodec(),
              new CnrDomainStatusCodec(),
              new CnrRenewalModeCodec(),
              new CreateContactCodec(),
              new DeleteContactCodec(),
              new DeleteDomainCodec(),
              new DeleteEventCodec(),
              new EventDataCodec(),
              new GeneratedAuthCodeCodec(),
              new HoldDomainCodec(),
              new LeavingNameCodec(),
              new LeavingNamesCodec(),
              new ListApplicationsCodec(),
              new ListBookingsCodec(),
              new ListTransfersCodec(),
              new ListedDeletionCodec(),
              new ListedEventsCodec(),
              new ListedNamesCodec(),
              new ListedZonesCodec(),
              new PricedRenewalCodec(),
              new PushDomainCodec(),
              new ReadApplicationCodec(),
              new ReadAuthCodeCodec(),
              new ReadBalanceCodec(),
              new ReadContactCodec(),
              new ReadLogEntryCodec(),
              new ReadRegistrantChangeCodec(),
              new ReadRegistryRulesCodec(),
              new ReadTransferCodec(),
              new ReadZoneRulesCodec(),
              new RegisterDomainCodec(),
              new RenewDomainCodec(),
              new RenewalTermsCodec(),
              new ReplaceContactsCodec(),
              new RequestTransferCodec(),
              new ResendTransferMailsCodec(),
              new RestoreDomainCodec(),
              new RightCheckCodec(),
              new TransferTermsCodec(),
              new UpdateDomainCodec()));

  private static final Map<Class<?>, Composed<?, ?>> COMPOSED =
      List.<Composed<?, ?>>of(
              new ComposedCheckDomains(),
              new ComposedCheckTransfer(),
              new ComposedCreateAuthCode(),
              new ComposedListDomains(),
              new ComposedListOutgoingTransfers(),
              new ComposedMailAuthCode(),
              new ComposedReadAccount(),
              new ComposedReadDefaultRenewalMode(),
              new ComposedReadDeletedDomain(),
              new ComposedReadDomain(),
              new ComposedReadEvents(),
              new ComposedReadLog(),
              new ComposedReadRenewalPrice(),
              new ComposedReadTransfer(),
              new ComposedRenewDomain(),
              new ComposedReplaceContacts(),
              new ComposedRevokeAuthCode(),
              new ComposedSetRenewalMode())
          .stream()
          .collect(Collectors.toUnmodifiableMap(Composed::command, Function.identity()));

  private static final String CHANGE_OF_REGISTRANT =
      "A change of registrant is not offered for accounts at CentralNic Reseller yet.";

  private static final String NO_CLAIMS =
      "Trademark notices are not read for accounts at CentralNic Reseller yet.";

  private static final String NO_DNS =
      "The registrar's own DNS cannot be ordered for accounts at CentralNic Reseller yet.";

  private static final String NO_MAILED_CODES =
      "CentralNic Reseller has no command that makes the registry of this name send its auth code"
          + " to the registrant.";

  private static final Map<Class<? extends Command<?>>, String> NOT_OFFERED =
      Map.of(
          ChangeRegistrant.class,
          CHANGE_OF_REGISTRANT,
          CheckRegistrantChange.class,
          CHANGE_OF_REGISTRANT,
          CancelRegistrantChange.class,
          CHANGE_OF_REGISTRANT,
          CheckClaims.class,
          NO_CLAIMS,
          ReadClaimsNotice.class,
          NO_CLAIMS);

  private CnrCodecs() {}

  /** Translates a command that is a single one there. */
  public static <R> EncodedCommand<R> encode(Command<R> command) {
    return ALL.encode(command);
  }

  /** The composition of a command that needs several of the registrar's; empty for others. */
  // It is registered under the class of its command, and the command determines the result.
  @SuppressWarnings("unchecked")
  public static <R> Optional<Composed<Command<R>, R>> composed(Command<R> command) {
    return Optional.ofNullable((Composed<Command<R>, R>) COMPOSED.get(command.getClass()));
  }

  /** The commands that need several of the registrar's. */
  static Set<Class<?>> composed() {
    return COMPOSED.keySet();
  }

  /** The commands that the registrar lacks. */
  static Set<Class<? extends Command<?>>> notOffered() {
    return NOT_OFFERED.keySet();
  }

  /** Why the registrar lacks a command, as a sentence; empty if it has it. */
  public static Optional<String> notOffered(Command<?> command) {
    if (command instanceof UpdateDomain update && update.registrarDns()) {
      return Optional.of(NO_DNS);
    }
    if (command instanceof MailAuthCode mail && !AuthCodeAtRegistry.isMailedFor(mail.domain())) {
      return Optional.of(NO_MAILED_CODES);
    }
    return Optional.ofNullable(NOT_OFFERED.get(command.getClass()));
  }
}

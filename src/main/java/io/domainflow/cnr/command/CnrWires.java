package io.domainflow.cnr.command;

import io.domainflow.account.Platform;
import io.domainflow.registrar.command.CancelRegistrantChange;
import io.domainflow.registrar.command.ChangeRegistrant;
import io.domainflow.registrar.command.CheckClaims;
import io.domainflow.registrar.command.CheckRegistrantChange;
import io.domainflow.registrar.command.Command;
import io.domainflow.registrar.command.MailAuthCode;
import io.domainflow.registrar.command.ReadClaimsNotice;
import io.domainflow.registrar.command.UpdateDomain;
import io.domainflow.wire.Wire;
import io.domainflow.wire.WireCommand;
import io.domainflow.wire.Wires;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How each of our commands is said to CentralNic Reseller, and which ones it does not have. */
public final class CnrWires {

  /** Those that are one command there, and the single ones of which others are put together. */
  public static final Wires ALL =
      new Wires(
          Platform.CNR,
          List.<Wire<?, ?>>of(
              new AccountModeWire(),
              new AnswerTransferWire(),
              new AuthCodeAtRegistryWire(),
              new CancelTransferWire(),
              new CheckRegistrationWire(),
              new CheckTransferWire(),
              new CheckedBlockWire(),
              new ChosenAuthCodeWire(),
              new CreateContactWire(),
              new DeleteContactWire(),
              new DeleteDomainWire(),
              new DeleteEventWire(),
              new EventDataWire(),
              new HoldDomainWire(),
              new LeavingNameWire(),
              new LeavingNamesWire(),
              new ListApplicationsWire(),
              new ListBookingsWire(),
              new ListTransfersWire(),
              new ListedDeletionWire(),
              new ListedEventsWire(),
              new ListedNamesWire(),
              new ListedZonesWire(),
              new ModeWordWire(),
              new PricedRenewalWire(),
              new PushDomainWire(),
              new ReadApplicationWire(),
              new ReadAuthCodeWire(),
              new ReadBalanceWire(),
              new ReadContactWire(),
              new ReadLogEntryWire(),
              new ReadRegistrantChangeWire(),
              new ReadRegistryRulesWire(),
              new ReadTransferWire(),
              new ReadZoneRulesWire(),
              new RegisterDomainWire(),
              new RenewDomainWire(),
              new RenewalTermsWire(),
              new ReplaceContactsWire(),
              new RequestTransferWire(),
              new ResendTransferMailsWire(),
              new RestoreDomainWire(),
              new StatedAccountWire(),
              new StatedDomainWire(),
              new TransferTermsWire(),
              new UpdateDomainWire()));

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

  private CnrWires() {}

  /** Says a command that is one command there. */
  public static <R> WireCommand<R> said(Command<R> command) {
    return ALL.say(command);
  }

  /** How a command that takes several of the registrar's is put together; empty for others. */
  // It is registered under the class of its command, and the command determines the result.
  @SuppressWarnings("unchecked")
  public static <R> Optional<Composed<Command<R>, R>> composed(Command<R> command) {
    return Optional.ofNullable((Composed<Command<R>, R>) COMPOSED.get(command.getClass()));
  }

  /** The commands that take several of the registrar's. */
  static Set<Class<?>> composed() {
    return COMPOSED.keySet();
  }

  /** The commands that the registrar has nothing like. */
  static Set<Class<? extends Command<?>>> notOffered() {
    return NOT_OFFERED.keySet();
  }

  /** Why the registrar has nothing like a command, as a sentence; empty if it has. */
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

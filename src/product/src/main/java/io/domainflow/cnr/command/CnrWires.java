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

/** The translations of our commands for CentralNic Reseller, and the commands that it lacks. */
public final class CnrWires {

  /** The commands that are a single one there, and the parts of composed ones. */
  public static final Wires ALL =
      new Wires(
          Platform.CNR,
          List.<Wire<?, ?>>of(
              new AccountModeWire(),
              new AnswerTransferWire(),
              new AuthCodeAtRegistryWire(),
              new CancelTransferWire(),
              new CheckDomainsBatchWire(),
              new CheckRegistrationWire(),
              new CheckTransferWire(),
              new CnrAccountStatusWire(),
              new CnrDomainStatusWire(),
              new CnrRenewalModeWire(),
              new CreateContactWire(),
              new DeleteContactWire(),
              new DeleteDomainWire(),
              new DeleteEventWire(),
              new EventDataWire(),
              new GeneratedAuthCodeWire(),
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
              new RightCheckWire(),
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

  private CnrWires() {}

  /** Translates a command that is a single one there. */
  public static <R> WireCommand<R> said(Command<R> command) {
    return ALL.say(command);
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

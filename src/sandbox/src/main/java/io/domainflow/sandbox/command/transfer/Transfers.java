package io.domainflow.sandbox.command.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.account.Mailbox;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.registry.Registrant;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.RegisteredName;
import io.domainflow.sandbox.stored.name.Step;
import io.domainflow.sandbox.stored.name.Transfer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Carries transfers from phase to phase to their end. */
@Component("sandboxTransfers")
@ConditionalOnSandbox
public class Transfers {

  /** How long the end of a transfer is shown. */
  static final Duration SHOWN = Duration.ofDays(30);

  /** How long CentralNic Reseller waits before it checks the code of a user transfer. */
  static final Duration UNTIL_CODE = Duration.ofDays(5);

  static final String FAILED = "FAILED";
  static final String CANCELLED = "the transfer was cancelled";
  static final String DENIED = "the request was denied by the losing registrar";

  /** The reason for the end of a transfer that another registrar had requested. */
  public static final String WITHDRAWN = "the request was withdrawn";

  private final ConfirmationMails mails;
  private final Arrivals arrivals;
  private final TransferNews news;
  private final Ledger ledger;
  private final Clock clock;

  Transfers(
      ConfirmationMails mails, Arrivals arrivals, TransferNews news, Ledger ledger, Clock clock) {
    this.mails = mails;
    this.arrivals = arrivals;
    this.news = news;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** The open transfer of a name. */
  public static Optional<Transfer> running(String domain, Transaction transaction) {
    return transaction.find(Table.TRANSFERS, domain).filter(Transfer::running);
  }

  /** The transfer of a name, if one of its two accounts may see it. */
  public Optional<Transfer> shown(String domain, String account, Transaction transaction) {
    boolean endsShow = Profile.of(transaction) == Profile.B;
    boolean failuresShow = endsShow || Platform.of(account) == Platform.CNR;
    return transaction
        .find(Table.TRANSFERS, domain)
        .filter(transfer -> transfer.concerns(account))
        .filter(
            transfer ->
                transfer.running()
                    || ((transfer.status().equals(FAILED) ? failuresShow : endsShow)
                        && clock.instant().isBefore(transfer.updatedAt().plus(SHOWN))));
  }

  /** Carries out what is due for a transfer, unless something else came first. */
  public void advance(Transfer seen, Transaction transaction) {
    running(seen.domain(), transaction)
        .filter(seen::equals)
        .ifPresent(
            transfer -> {
              Instant at = transfer.dueAtOrThrow();
              if (awaitsConfirmation(transfer)) {
                fail(transfer, "the request was not confirmed in time", at, transaction);
              } else {
                decide(transfer, at, transaction);
              }
            });
  }

  /** Applies the registry's decision on a transfer before its time is over. */
  public void decide(Transfer transfer, boolean yes, Instant at, Transaction transaction) {
    if (yes) {
      succeed(transfer, at, transaction);
    } else {
      fail(transfer, "rejected by the registry", at, transaction);
    }
  }

  private void decide(Transfer transfer, Instant at, Transaction transaction) {
    Optional<String> against =
        againstLeaving(transfer, at, transaction)
            .or(
                () ->
                    Optional.of("the code was not given, or was wrong")
                        .filter(text -> transfer.codeAtEnd() && !transfer.authRight()));
    if (transfer.successful() && against.isEmpty()) {
      succeed(transfer, at, transaction);
    } else {
      String reason =
          against
              .or(() -> Optional.ofNullable(transfer.reason()))
              .orElse("rejected by the registry");
      fail(transfer, reason, at, transaction);
    }
  }

  /** Why a name may not leave for another registrar although a transfer was requested. */
  static Optional<String> againstLeaving(Transfer transfer, Instant at, Transaction transaction) {
    return transaction
        .find(Table.NAMES, transfer.domain())
        .filter(name -> transfer.gaining() == null)
        .flatMap(name -> Prohibitions.byTrade(name, at));
  }

  public static boolean awaitsConfirmation(Transfer transfer) {
    return transfer.status().equals("INITIATED");
  }

  /**
   * Begins a transfer.
   *
   * @param subject of the mail to the registrant, if one is sent
   * @param confirmed whether the registrant has to confirm
   */
  public void begin(Transfer transfer, boolean confirmed, String subject, Transaction transaction) {
    Instant at = transfer.createdAt();
    Transfer initiated =
        transfer.in(
            "INITIATED",
            at.plus(ConfirmationMails.CONFIRMATION),
            new Step(at, "INITIATED", "domain transfer initiated"));
    Optional<Registrant> registrant = Registrant.of(transfer.domain(), transaction);
    if (!confirmed || registrant.isEmpty()) {
      reachRegistry(initiated, at, transaction);
      return;
    }
    ConfirmationMails.Question question =
        new ConfirmationMails.Question(
            Mailbox.Kind.TRANSFER_CONFIRMATION,
            transfer.domain(),
            transfer.number(),
            subject,
            "move your domain name " + transfer.domain() + " to another registrar");
    Transfer asked = initiated;
    for (Step step : mails.ask(question, registrant.get(), at, at, transaction)) {
      asked = asked.with(step);
    }
    transaction.put(Table.TRANSFERS, asked);
  }

  /**
   * Why another registrar with a code cannot request a name now.
   *
   * @param code the code that it gives
   * @return empty if it can
   */
  public static Optional<String> refusal(RegisteredName name, String code, Instant at) {
    return Prohibitions.against(name, code.equals(name.authAt(at)), false, at);
  }

  /** Begins a transfer at the registry, even if something prohibits it. */
  public void request(Transfer transfer, Instant at, Transaction transaction) {
    boolean pending = transfer.internal() || Profile.of(transaction) == Profile.B;
    Transfer requested =
        transfer.in(
            pending ? "PENDING" : "REQUESTED",
            at.plus(transfer.pendingFor()),
            new Step(at, "REQUESTED", "transfer requested at the registry"));
    transaction.put(Table.TRANSFERS, requested);
    news.log(requested, "PENDING", Answer.of(Code.COMPLETED).asPending(), at, transaction);
    news.tell(requested, "TRANSFER_PENDING", at, transaction);
    answerByMode(requested, at, transaction);
  }

  /** Gives the answer that the losing account has set in advance, if any. */
  private void answerByMode(Transfer requested, Instant at, Transaction transaction) {
    String mode =
        transaction
            .find(Table.NAMES, requested.domain())
            .filter(name -> !requested.internal())
            .map(name -> name.fields().get(RegisteredName.TRANSFER_MODE))
            .orElse("DEFAULT");
    switch (mode) {
      case "AUTOAPPROVE" -> succeed(requested, at, transaction);
      case "AUTODENY" -> fail(requested, DENIED, at, transaction);
      default -> {
        // The transfer waits until its time is over.
      }
    }
  }

  /** Sends again the mail of a transfer that waits for confirmation. */
  void resend(Transfer transfer, Instant at, Transaction transaction) {
    mails
        .again(
            Mailbox.Kind.TRANSFER_CONFIRMATION,
            transfer.domain(),
            transfer.number(),
            at,
            transaction)
        .ifPresent(sent -> transaction.put(Table.TRANSFERS, transfer.with(sent)));
  }

  /** Carries out the registrant's answer. */
  public void answer(Transfer transfer, boolean yes, Instant at, Transaction transaction) {
    if (yes) {
      reachRegistry(
          transfer.with(new Step(at, "CONFIRMED", "confirmed by the registrant")), at, transaction);
    } else {
      fail(transfer, "the request was refused by the registrant", at, transaction);
    }
  }

  private void reachRegistry(Transfer transfer, Instant at, Transaction transaction) {
    Optional<RegisteredName> name = transaction.find(Table.NAMES, transfer.domain());
    Optional<String> against =
        name.flatMap(
            n ->
                Prohibitions.against(
                    n, transfer.authRight() || transfer.codeAtEnd(), transfer.internal(), at));
    if (name.isEmpty() || against.isPresent()) {
      fail(transfer, against.orElse("the name is not registered"), at, transaction);
      return;
    }
    request(transfer, at, transaction);
  }

  /** Ends a transfer successfully, with the name at its new account or registrar. */
  public void succeed(Transfer transfer, Instant at, Transaction transaction) {
    Optional<RegisteredName> name = transaction.find(Table.NAMES, transfer.domain());
    if (name.isEmpty()) {
      fail(transfer, "the name is not registered", at, transaction);
      return;
    }
    RegisteredName moved =
        arrivals.moved(name.get(), transfer.gaining(), transfer.years(), at, transaction);
    Map<String, List<String>> handles = new LinkedHashMap<>(moved.contacts());
    handles.putAll(transfer.contacts());
    Map<String, String> fields = new LinkedHashMap<>(moved.fields());
    fields.putAll(transfer.fields());
    moved = moved.withContacts(handles).withFields(fields);
    transaction.put(
        Table.NAMES,
        transfer.nameservers().isEmpty() ? moved : moved.withNameservers(transfer.nameservers()));
    Transfer ended =
        transfer.ended(
            "SUCCESSFUL", null, new Step(at, "SUCCESSFUL", "domain transfer successful"));
    transaction.put(Table.TRANSFERS, ended);
    news.log(transfer, "SUCCESSFUL", Answer.of(Code.COMPLETED), at, transaction);
    news.tell(ended, "TRANSFER_SUCCESSFUL", at, transaction);
  }

  /** Ends a transfer without success; the name stays where it was. */
  public void fail(Transfer transfer, String reason, Instant at, Transaction transaction) {
    Transfer ended = transfer.ended(FAILED, reason, new Step(at, FAILED, reason));
    transaction.put(Table.TRANSFERS, ended);
    if (transfer.charged().signum() != 0) {
      ledger.refund(
          Objects.requireNonNull(transfer.gaining(), "it was charged"),
          transfer.role(),
          transfer.domain(),
          transfer.charged(),
          transfer.currency(),
          at,
          transaction);
    }
    news.log(transfer, FAILED, Answer.of(Code.FAILED, reason), at, transaction);
    news.tell(ended, "TRANSFER_FAILED", at, transaction);
  }
}

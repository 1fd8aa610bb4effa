package io.domainflow.sandbox.command.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.registry.Availability;
import io.domainflow.sandbox.registry.ContactSlots;
import io.domainflow.sandbox.registry.Contacts;
import io.domainflow.sandbox.registry.NameParameters;
import io.domainflow.sandbox.registry.PaperForms;
import io.domainflow.sandbox.registry.Registrant;
import io.domainflow.sandbox.registry.Registration;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.NameSetup;
import io.domainflow.sandbox.stored.name.Transfer;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class TransferDomainHandler implements CommandHandler, Handler.Changing {

  private static final Set<String> NOT_OFFERED =
      Set.of("ORDER", "ORDERID", "DOMAINAUTH", "HOST0", "REPOSITORY");
  private static final Set<String> LANGUAGES = Set.of("en_US", "de_DE", "sv_SE");

  private final TransferCheck check;
  private final Transfers transfers;
  private final PaperForms paper;
  private final Contacts contacts;
  private final Ledger ledger;
  private final Clock clock;

  TransferDomainHandler(
      TransferCheck check,
      Transfers transfers,
      PaperForms paper,
      Contacts contacts,
      Ledger ledger,
      Clock clock) {
    this.check = check;
    this.transfers = transfers;
    this.paper = paper;
    this.contacts = contacts;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    call.refuse(NOT_OFFERED);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    String action = call.value("ACTION").orElse("REQUEST");
    return switch (action) {
      case "REQUEST", "USERTRANSFER" ->
          request(call, action.equals("USERTRANSFER"), now, transaction);
      default -> {
        answerRunning(call, action, now, transaction);
        yield done(call, Answer.of(Code.COMPLETED), BigDecimal.ZERO, now, transaction);
      }
    };
  }

  private void answerRunning(
      ReceivedCommand call, String action, Instant now, Transaction transaction) {
    boolean cancel = action.equals("CANCEL");
    Transfer transfer =
        Transfers.running(call.domain(), transaction)
            .filter(t -> call.account().equals(cancel ? t.gaining() : t.losing()))
            .orElseThrow(
                () ->
                    new Refusal(
                        Profile.of(transaction) == Profile.A ? Code.NOT_FLAGGED : Code.NOT_FOUND));
    switch (action) {
      case "CANCEL" -> transfers.fail(transfer, Transfers.CANCELLED, now, transaction);
      case "DENY" -> transfers.fail(transfer, Transfers.DENIED, now, transaction);
      default -> {
        Transfers.againstLeaving(transfer, now, transaction)
            .ifPresent(
                text -> {
                  throw new Refusal(Code.STATUS_FORBIDS, text);
                });
        transfers.succeed(transfer, now, transaction);
      }
    }
  }

  private Answer request(ReceivedCommand call, boolean user, Instant now, Transaction transaction) {
    TransferCheck.Result finding = check.of(call, transaction);
    if (finding.transfer().isPresent()) {
      throw new Refusal(Code.ALREADY_FLAGGED);
    }
    boolean profileA = Profile.of(transaction) == Profile.A;
    if (user && !finding.internal()) {
      throw new Refusal(Code.NOT_FOUND);
    }
    if (!user && finding.internal() && profileA) {
      throw new Refusal(Code.FAILED, "USERTRANSFER is required");
    }
    refuseMissingAuth(finding, profileA);
    int years = years(call, finding);
    refuseOtherClass(call, finding, profileA);
    List<String> slots = slots(call, finding, profileA);
    slots.forEach(slot -> contacts.data(slot, call, transaction));
    checkMail(call, finding, transaction);
    refuseProhibited(finding, profileA);
    BigDecimal price = TransferCheck.price(finding, years, transaction);
    Registration.refuseBeyondCredit(call, price, transaction);

    Transfer transfer =
        transfer(call, finding, years, price, handles(call, slots, transaction), now, transaction);
    Answer answer = Answer.of(Code.COMPLETED, "domain transfer initiated").asPending();
    ledger.record(call, command(), call.domain(), price, transfer.currency(), now, transaction);
    ledger.log(call, "DOMAIN", call.domain(), "TRANSFER", "REQUEST", answer, now, transaction);
    transfers.begin(
        transfer,
        finding.policy().confirmed() && !finding.internal(),
        call.value("EMAILSUBJECT").orElse("Confirm the transfer of " + call.domain()),
        transaction);
    return answer;
  }

  private Answer done(
      ReceivedCommand call, Answer answer, BigDecimal price, Instant now, Transaction transaction) {
    ledger.record(call, command(), call.domain(), price, now, transaction);
    ledger.log(call, "DOMAIN", call.domain(), "TRANSFER", "REQUEST", answer, now, transaction);
    return answer;
  }

  private static void refuseMissingAuth(TransferCheck.Result finding, boolean profileA) {
    if (finding.authGiven() || finding.codeAtEnd()) {
      return;
    }
    if (finding.internal()) {
      throw new Refusal(Code.AUTHORIZATION_FAILED, "USERTRANSFER - AUTH CODE REQUIRED");
    }
    throw profileA
        ? new Refusal(Code.MISSING_ATTRIBUTE, "AUTH")
        : new Refusal(Code.FAILED, Prohibitions.AUTH);
  }

  private static int years(ReceivedCommand call, TransferCheck.Result finding) {
    List<String> periods = TransferCheck.periods(finding);
    String wanted = call.period().orElse(periods.get(0));
    if (!periods.contains(wanted)) {
      throw new Refusal(Code.INVALID_VALUE, "PERIOD");
    }
    return Integer.parseInt(wanted.substring(0, wanted.length() - 1));
  }

  private static void refuseOtherClass(
      ReceivedCommand call, TransferCheck.Result finding, boolean profileA) {
    Optional<String> wanted = call.value("CLASS");
    Optional<String> own = finding.premium().map(Availability.Premium::priceClass);
    if (wanted.isEmpty() && own.isPresent()) {
      throw new Refusal(
          profileA ? Code.MISSING_ATTRIBUTE : Code.INVALID_VALUE, "CLASS=" + own.get());
    }
    if (!wanted.equals(own)) {
      throw new Refusal(Code.INVALID_VALUE, "CLASS");
    }
  }

  private static List<String> slots(
      ReceivedCommand call, TransferCheck.Result finding, boolean profileA) {
    List<String> slots =
        ContactSlots.of(call).stream()
            .filter(
                slot ->
                    call.parameters().entrySet().stream()
                        .anyMatch(p -> p.getKey().startsWith(slot) && !p.getValue().isEmpty()))
            .toList();
    slots.stream()
        .filter(slot -> profileA && !TransferCheck.takes(finding, slot))
        .findFirst()
        .ifPresent(
            slot -> {
              throw new Refusal(Code.INVALID_VALUE, slot);
            });
    return slots.stream().filter(slot -> TransferCheck.takes(finding, slot)).toList();
  }

  private static void checkMail(
      ReceivedCommand call, TransferCheck.Result finding, Transaction transaction) {
    if (call.value("EMAILLANGUAGE").filter(given -> !LANGUAGES.contains(given)).isPresent()) {
      throw new Refusal(Code.INVALID_VALUE, "EMAILLANGUAGE");
    }
    if (call.value("EMAILURL").filter(given -> !given.contains("{TRIGGER}")).isPresent()) {
      throw new Refusal(Code.INVALID_VALUE, "EMAILURL");
    }
    Optional<String> mailed =
        Registrant.of(call.domain(), transaction)
            .filter(registrant -> finding.policy().confirmed() && !finding.internal())
            .map(Registrant::address);
    call.value("EMAILTO")
        .filter(given -> mailed.filter(given::equalsIgnoreCase).isEmpty())
        .ifPresent(
            given -> {
              throw new Refusal(Code.INVALID_VALUE, "EMAILTO");
            });
  }

  private void refuseProhibited(TransferCheck.Result finding, boolean profileA) {
    // If nobody has to confirm first, the registry is asked at once and answers.
    boolean askedNow =
        finding.codeAtEnd()
            ? finding.authGiven() && !profileA
            : finding.internal() || !finding.policy().confirmed();
    Optional<String> against =
        finding
            .prohibited()
            .or(() -> Optional.of(Prohibitions.AUTH).filter(t -> askedNow && !finding.authRight()));
    against.ifPresent(
        text -> {
          Code code =
              text.equals(Prohibitions.AUTH) ? Code.AUTHORIZATION_FAILED : Code.STATUS_FORBIDS;
          throw new Refusal(profileA ? code : Code.FAILED, text);
        });
  }

  private Map<String, List<String>> handles(
      ReceivedCommand call, List<String> slots, Transaction transaction) {
    Map<String, List<String>> handles = new LinkedHashMap<>();
    slots.forEach(
        slot ->
            handles.put(
                slot.substring(0, slot.indexOf("CONTACT")),
                contacts.handle(slot, call, transaction).stream().toList()));
    return handles;
  }

  private Transfer transfer(
      ReceivedCommand call,
      TransferCheck.Result finding,
      int years,
      BigDecimal price,
      Map<String, List<String>> handles,
      Instant now,
      Transaction transaction) {
    Optional<NameSetup.Next> next =
        finding.internal()
            ? Availability.takeNext(command(), call.domain(), transaction)
            : paper.next(command(), call.domain(), transaction);
    return new Transfer(
        call.domain(),
        3_610_000 + transaction.next("transfer"),
        call.account(),
        finding.name().account(),
        call.role(),
        "INITIATED",
        now,
        now,
        years,
        price,
        finding
            .premium()
            .map(Availability.Premium::currency)
            .orElseGet(() -> Ledger.currency(call.account(), transaction)),
        finding.authRight(),
        next.map(NameSetup.Next::after)
            .orElse(
                finding.codeAtEnd() ? Transfers.UNTIL_CODE : finding.policy().transferPending()),
        next.map(n -> n.outcome() == NameSetup.Outcome.SUCCESSFUL).orElse(true),
        next.map(NameSetup.Next::reason).orElse(null),
        null,
        handles,
        finding.policy().takenOver().isEmpty() || finding.internal()
            ? List.of()
            : call.list("NAMESERVER"),
        NameParameters.fields(call),
        List.of(),
        null);
  }
}

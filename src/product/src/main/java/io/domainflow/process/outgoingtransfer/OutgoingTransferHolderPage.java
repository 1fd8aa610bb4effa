package io.domainflow.process.outgoingtransfer;

import io.domainflow.holder.HolderLink;
import io.domainflow.holder.HolderLinkKind;
import io.domainflow.holder.HolderLinks;
import io.domainflow.holder.HolderQuestion;
import io.domainflow.model.DomainName;
import io.domainflow.order.leaving.DenialReason;
import io.domainflow.order.leaving.OutgoingTransfer;
import io.domainflow.order.leaving.OutgoingTransfer.State;
import io.domainflow.order.leaving.OutgoingTransferAnswers;
import io.domainflow.order.leaving.OutgoingTransfers;
import io.domainflow.process.EngineRights;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.domain.NameKey;
import io.domainflow.process.outgoingtransfer.TransferSigns.Signs;
import io.domainflow.process.text.PlainTime;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The page on which the registrant decides, once, whether the name may leave, until somebody has
 * answered. Keeping the name is always possible. Letting it go counts only where there are no signs
 * of theft: the reader of the mail may be the thief.
 */
@Component
class OutgoingTransferHolderPage implements HolderQuestion {

  /**
   * A link is valid until the request has ended. Nobody knows that day in advance: dates are
   * computed, or stated anew. This is the maximum.
   */
  private static final Duration LONGEST = Duration.ofDays(90);

  private static final String KEEP = "KEEP";
  private static final String LET_GO = "LET_GO";

  private final HolderLinks links;
  private final OutgoingTransfers transfers;
  private final OutgoingTransferAnswers answers;
  private final TransferSigns signs;
  private final AnswerPolicy policy;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final EngineRights rights;
  private final Clock clock;

  OutgoingTransferHolderPage(
      HolderLinks links,
      OutgoingTransfers transfers,
      OutgoingTransferAnswers answers,
      TransferSigns signs,
      AnswerPolicy policy,
      @Lazy RuntimeService runtime,
      @Lazy TaskService tasks,
      EngineRights rights,
      Clock clock) {
    this.links = links;
    this.transfers = transfers;
    this.answers = answers;
    this.signs = signs;
    this.policy = policy;
    this.runtime = runtime;
    this.tasks = tasks;
    this.rights = rights;
    this.clock = clock;
  }

  /** A link for the mail to the registrant; empty if mails cannot contain one. */
  Optional<URI> link(OutgoingTransfer transfer) {
    if (!links.available()) {
      return Optional.empty();
    }
    over(transfer);
    return Optional.of(
        links.create(
            HolderLinkKind.OUTGOING_TRANSFER,
            transfer.account(),
            transfer.domain(),
            transfer.id().toString(),
            clock.instant().plus(LONGEST)));
  }

  /** Voids the link: the request has ended, and there is nothing left to answer. */
  void over(OutgoingTransfer transfer) {
    links.withdraw(HolderLinkKind.OUTGOING_TRANSFER, transfer.id().toString());
  }

  @Override
  public HolderLinkKind matter() {
    return HolderLinkKind.OUTGOING_TRANSFER;
  }

  @Override
  public Asked ask(HolderLink link) {
    return unanswered(link, transfers.open(link.account(), link.domain()))
        .map(this::ask)
        .orElseGet(() -> decided(link));
  }

  @Override
  public Optional<Asked> over(HolderLink link) {
    return request(link)
        .filter(transfer -> transfer.answer() != null || transfer.state() != State.OPEN)
        .map(OutgoingTransferHolderPage::decided);
  }

  private Asked ask(OutgoingTransfer transfer) {
    Signs known = signs.of(transfer);
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(
        TellOfRequestWorker.whoWants(transfer)
            + " "
            + TellOfRequestWorker.withoutAnswer(transfer, known.terms()));
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice(KEEP, "Keep the domain here"));
    if (policy.holderMayLetGo(transfer, known)) {
      choices.add(new Choice(LET_GO, "Transfer it now"));
      paragraphs.add("A transfer cannot be undone.");
    } else {
      paragraphs.add(
          "To have it transferred before that, ask the company from which you bought it.");
    }
    return new Asked(title(transfer.domain()), paragraphs, choices);
  }

  private Asked decided(HolderLink link) {
    return request(link)
        .map(OutgoingTransferHolderPage::decided)
        .orElseGet(
            () ->
                new Asked(
                    title(link.domain()),
                    List.of(
                        "The request was answered already, or it is over. Nothing was changed."),
                    List.of()));
  }

  private static Asked decided(OutgoingTransfer transfer) {
    return new Asked(
        title(transfer.domain()),
        List.of(
            RequestWords.forHolder(transfer),
            "There is nothing left to answer, and your link has changed nothing. If this is not what"
                + " you want, tell the company from which you bought the domain at once."),
        List.of());
  }

  private Optional<OutgoingTransfer> request(HolderLink link) {
    return transfers.find(UUID.fromString(link.subject()));
  }

  private static String title(DomainName domain) {
    return "Transfer of " + domain.unicode();
  }

  private static Optional<OutgoingTransfer> unanswered(
      HolderLink link, Optional<OutgoingTransfer> open) {
    return open.filter(transfer -> isFor(link, transfer))
        .filter(transfer -> transfer.answer() == null);
  }

  private static boolean isFor(HolderLink link, OutgoingTransfer transfer) {
    return link.subject().equals(transfer.id().toString());
  }

  private static NameKey key(OutgoingTransfer transfer) {
    return new NameKey(transfer.account(), transfer.domain());
  }

  @Override
  public Asked answer(HolderLink link, String choice) {
    Optional<OutgoingTransfer> wanted =
        unanswered(link, transfers.lock(link.account(), link.domain()));
    if (wanted.isEmpty()) {
      return decided(link);
    }
    OutgoingTransfer transfer = wanted.get();
    boolean keeps = choice.equals(KEEP);
    if (keeps) {
      answers.deny(
          transfer,
          DenialReason.HOLDER_OBJECTS,
          "Objected with the link in the mail to the holder, on "
              + PlainTime.of(clock.instant())
              + ".",
          HolderLinks.HOLDER);
    } else {
      answers.approve(transfer, HolderLinks.HOLDER);
    }
    rights.use(
        () -> {
          tell(key(transfer), keeps);
          return null;
        });
    return new Asked(
        title(link.domain()),
        List.of(
            "Your answer was taken: "
                + (keeps
                    ? "the domain is to stay where it is. The registry is being told that the"
                        + " transfer is refused."
                    : "the domain may go. The registry is being told to transfer it.")
                + " If the registry does not accept that, our staff looks after it."),
        List.of());
  }

  // Where no task is open, the process checks, and sends the answer.
  private void tell(NameKey key, boolean keeps) {
    Task task = task(key);
    if (task != null) {
      tasks.complete(task.getId(), Map.of(OrderVariables.DECISION, keeps ? "DENY" : "APPROVE"));
      return;
    }
    runtime
        .createMessageCorrelation(OutgoingTransferProcess.MESSAGE_NEWS)
        .processInstanceBusinessKey(key.text())
        .correlateAll();
  }

  private @Nullable Task task(NameKey key) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(key.text())
        .taskDefinitionKey(OutgoingTransferProcess.TASK_ANSWER)
        .singleResult();
  }
}

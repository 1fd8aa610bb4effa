package io.domainflow.process.outgoingtransfer;

import io.domainflow.holder.HolderLink;
import io.domainflow.holder.HolderLinks;
import io.domainflow.holder.HolderMatter;
import io.domainflow.holder.HolderQuestion;
import io.domainflow.order.leaving.DenialReason;
import io.domainflow.order.leaving.OutgoingTransfer;
import io.domainflow.order.leaving.OutgoingTransfers;
import io.domainflow.process.EngineRights;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.domain.NameKey;
import io.domainflow.process.outgoingtransfer.TransferSigns.Signs;
import io.domainflow.process.text.PlainTime;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The page at which the holder of a name says whether it may go, once, while an approver has the
 * task. He can always keep it. Where its lock was opened or it was set up otherwise lately, the
 * reader of his mail may be the thief, and only an approver lets it go.
 */
@Component
class HolderOfWantedName implements HolderQuestion {

  /** Stands for the login of who answers. */
  static final String HOLDER = "the holder";

  private static final String KEEP = "KEEP";
  private static final String LET_GO = "LET_GO";

  private final HolderLinks links;
  private final OutgoingTransfers transfers;
  private final TransferSigns signs;
  private final TaskService tasks;
  private final EngineRights rights;
  private final Clock clock;

  HolderOfWantedName(
      HolderLinks links,
      OutgoingTransfers transfers,
      TransferSigns signs,
      @Lazy TaskService tasks,
      EngineRights rights,
      Clock clock) {
    this.links = links;
    this.transfers = transfers;
    this.signs = signs;
    this.tasks = tasks;
    this.rights = rights;
    this.clock = clock;
  }

  /** A link for the mail to the holder; empty if mails can have none. */
  Optional<URI> link(OutgoingTransfer transfer) {
    if (!links.available()) {
      return Optional.empty();
    }
    String subject = new NameKey(transfer.account(), transfer.domain()).text();
    links.withdraw(HolderMatter.OUTGOING_TRANSFER, subject);
    return Optional.of(
        links.create(
            HolderMatter.OUTGOING_TRANSFER,
            transfer.account(),
            transfer.domain(),
            subject,
            transfer.executesAt()));
  }

  /** The request has ended: there is nothing to answer. */
  void over(NameKey key) {
    links.withdraw(HolderMatter.OUTGOING_TRANSFER, key.text());
  }

  @Override
  public HolderMatter matter() {
    return HolderMatter.OUTGOING_TRANSFER;
  }

  @Override
  public Asked ask(HolderLink link) {
    NameKey key = NameKey.of(link.subject());
    Optional<OutgoingTransfer> open = unanswered(key);
    if (open.isEmpty() || task(key) == null) {
      return new Asked(
          title(key), List.of("The request was answered already, or it is over."), List.of());
    }
    OutgoingTransfer transfer = open.get();
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(
        TellOfRequestWorker.whoWants(transfer)
            + " Without an answer the domain is transferred on "
            + PlainTime.of(transfer.executesAt())
            + ".");
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice(KEEP, "Keep the domain here"));
    if (mayLetGo(signs.of(transfer))) {
      choices.add(new Choice(LET_GO, "Transfer it now"));
      paragraphs.add("A transfer cannot be undone.");
    } else {
      paragraphs.add(
          "The domain was changed a short time ago. To have it transferred before that, ask the"
              + " company from which you bought it.");
    }
    return new Asked(title(key), paragraphs, choices);
  }

  private static boolean mayLetGo(Signs known) {
    return !known.lockOpenedLately() && !known.setUpChangedLately();
  }

  private static String title(NameKey key) {
    return "Transfer of " + key.domain().unicode();
  }

  private Optional<OutgoingTransfer> unanswered(NameKey key) {
    return transfers
        .open(key.account(), key.domain())
        .filter(transfer -> transfer.answer() == null);
  }

  private Task task(NameKey key) {
    return rights.use(
        () ->
            tasks
                .createTaskQuery()
                .processInstanceBusinessKey(key.text())
                .taskDefinitionKey(OutgoingTransferProcess.TASK_ANSWER)
                .singleResult());
  }

  @Override
  public Asked answer(HolderLink link, String choice) {
    NameKey key = NameKey.of(link.subject());
    OutgoingTransfer transfer = unanswered(key).orElseThrow();
    boolean keeps = choice.equals(KEEP);
    if (keeps) {
      transfers.deny(
          transfer,
          DenialReason.HOLDER_OBJECTS,
          "Objected with the link in the mail to the holder, on "
              + PlainTime.of(clock.instant())
              + ".",
          HOLDER);
    } else {
      transfers.approve(transfer, HOLDER);
    }
    String id = task(key).getId();
    rights.use(
        () -> {
          tasks.complete(id, Map.of(OrderVariables.DECISION, keeps ? "DENY" : "APPROVE"));
          return null;
        });
    return new Asked(
        title(key),
        List.of(
            keeps
                ? "The transfer is being refused. The domain stays where it is."
                : "The domain is being transferred."),
        List.of());
  }
}

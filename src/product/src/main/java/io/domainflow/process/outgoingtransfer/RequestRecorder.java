package io.domainflow.process.outgoingtransfer;

import io.domainflow.consent.NameDisputed;
import io.domainflow.model.DomainName;
import io.domainflow.order.domain.DomainEvent;
import io.domainflow.order.domain.DomainEvents;
import io.domainflow.order.domain.DomainLeftAccount;
import io.domainflow.order.domain.StoredDomains;
import io.domainflow.order.leaving.OutgoingTransfer;
import io.domainflow.order.leaving.OutgoingTransfers;
import io.domainflow.order.leaving.OutgoingTransfers.ListedRequest;
import io.domainflow.order.leaving.OutgoingTransfers.News;
import io.domainflow.process.EngineRights;
import io.domainflow.process.domain.NameKey;
import io.domainflow.process.order.ImmediateCheck;
import io.domainflow.process.outgoingtransfer.OutgoingTransferTerms.Terms;
import io.domainflow.registrar.command.ListOutgoingTransfers.Entry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Turns the list of outgoing transfers into processes: one for each open request. If the list no
 * longer contains a request, its outcome is looked up.
 */
@Component
class RequestRecorder {

  private static final String REFUSED_HERE = "it was refused here";
  private static final String ENDED_ELSEWHERE = "it was withdrawn, or the registry has refused it";
  private static final String REFUSED_OR_ENDED = "it was refused here, or withdrawn before that";

  private final OutgoingTransfers transfers;
  private final OutgoingTransferTerms terms;
  private final OutgoingTransferHolderPage holder;
  private final DomainEvents events;
  private final ImmediateCheck check;
  private final StoredDomains domains;
  private final RuntimeService runtime;
  private final EngineRights rights;
  private final Clock clock;

  RequestRecorder(
      OutgoingTransfers transfers,
      OutgoingTransferTerms terms,
      OutgoingTransferHolderPage holder,
      DomainEvents events,
      ImmediateCheck check,
      StoredDomains domains,
      @Lazy RuntimeService runtime,
      EngineRights rights,
      Clock clock) {
    this.transfers = transfers;
    this.terms = terms;
    this.holder = holder;
    this.events = events;
    this.check = check;
    this.domains = domains;
    this.runtime = runtime;
    this.rights = rights;
    this.clock = clock;
  }

  /** Records a list; to be called in the transaction that completes its step. */
  void record(String account, RequestList list, Map<String, Duration> periods) {
    list.requests().forEach((domain, entry) -> seen(account, domain, entry, periods));
    for (OutgoingTransfer open : transfers.open(account)) {
      NameKey key = new NameKey(account, open.domain());
      startOnce(key);
      if (list.whole() && !list.has(open.domain())) {
        tell(key);
      }
    }
  }

  /** Records one request of a list; to be called in the transaction that completes a step. */
  void seen(String account, DomainName domain, Entry entry) {
    seen(account, domain, entry, Map.of());
  }

  private void seen(String account, DomainName domain, Entry entry, Map<String, Duration> periods) {
    Optional<OutgoingTransfer> before = transfers.open(account, domain);
    ListedRequest seen = stated(account, domain, entry, periods.get(domain.zone()));
    News news = transfers.seen(account, seen);
    if (news == News.ANOTHER) {
      before.ifPresent(request -> ended(request, howReplaced(request)));
    }
    if (news == News.NEW || news == News.ANOTHER) {
      events.tell(
          account,
          domain,
          DomainEvent.TRANSFER_OUT_REQUESTED,
          Map.of("executesAt", seen.executesAt()));
    }
    if (news == News.ANOTHER || news == News.CHANGED) {
      changed(new NameKey(account, domain));
    }
  }

  /**
   * Handles a request that has ended while its name is still here; to be called in the transaction
   * that records it.
   */
  void stayed(OutgoingTransfer request) {
    OutgoingTransfer.Answer answer = request.answer();
    ended(request, answer != null && !answer.approve() ? REFUSED_HERE : ENDED_ELSEWHERE);
  }

  // A denial that was decided may or may not have been sent.
  private static String howReplaced(OutgoingTransfer request) {
    OutgoingTransfer.Answer answer = request.answer();
    if (answer == null || answer.approve()) {
      return ENDED_ELSEWHERE;
    }
    return answer.sentAt() == null ? REFUSED_OR_ENDED : REFUSED_HERE;
  }

  private void ended(OutgoingTransfer request, String how) {
    holder.over(request);
    // undoing an auth code waits while the name may just be leaving
    check.ofCalled(request.account(), request.domain());
    events.tell(
        request.account(), request.domain(), DomainEvent.TRANSFER_OUT_ENDED, Map.of("how", how));
  }

  private ListedRequest stated(
      String account, DomainName domain, Entry entry, @Nullable Duration ofRegistry) {
    Instant requestedAt = Objects.requireNonNullElse(entry.createdAt(), clock.instant());
    Terms applying = terms.of(account, domain, entry.toAnotherAccount(), requestedAt);
    Duration within = Objects.requireNonNullElse(ofRegistry, applying.answerWithin());
    return new ListedRequest(
        domain,
        entry.createdAt(),
        Objects.requireNonNullElse(entry.executesAt(), requestedAt.plus(within)),
        entry.executesAt() != null,
        entry.gainingRegistrar(),
        entry.toAnotherAccount());
  }

  // The engine is asked, because the stored data proves nothing: somebody may have deleted the
  // instance.
  private void startOnce(NameKey key) {
    boolean started =
        runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(OutgoingTransferProcess.KEY)
                .processInstanceBusinessKey(key.text())
                .count()
            > 0;
    if (!started) {
      runtime.startProcessInstanceByMessage(
          OutgoingTransferProcess.MESSAGE_REQUESTED,
          key.text(),
          OutgoingTransferProcess.variables(key));
    }
  }

  /** Ends the request of a name that has left. */
  @EventListener
  void gone(DomainLeftAccount gone) {
    tell(new NameKey(gone.account(), gone.domain()));
  }

  /**
   * Asks approver and registrant anew when a dispute over a name begins: such a name does not
   * leave.
   */
  @EventListener
  void disputed(NameDisputed disputed) {
    for (String account : domains.accounts(disputed.domain())) {
      transfers.lock(account, disputed.domain()).ifPresent(transfers::holderToTell);
      changed(new NameKey(account, disputed.domain()));
    }
  }

  // Asks the approver anew; where nobody is asked, the next check finds out.
  private void changed(NameKey key) {
    correlate(OutgoingTransferProcess.MESSAGE_CHANGED, key);
    tell(key);
  }

  // An instance that is checking at the moment does not wait for this message and finds out on its
  // own.
  private void tell(NameKey key) {
    correlate(OutgoingTransferProcess.MESSAGE_NEWS, key);
  }

  private void correlate(String message, NameKey key) {
    rights.use(
        () -> {
          runtime
              .createMessageCorrelation(message)
              .processInstanceBusinessKey(key.text())
              .correlateAll();
          return null;
        });
  }
}

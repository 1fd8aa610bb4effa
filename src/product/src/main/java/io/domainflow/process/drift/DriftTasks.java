package io.domainflow.process.drift;

import io.domainflow.model.DomainName;
import io.domainflow.model.Section;
import io.domainflow.order.domain.DomainEvent;
import io.domainflow.order.domain.DomainEvents;
import io.domainflow.order.domain.DomainLeftAccount;
import io.domainflow.order.domain.StoredSections;
import io.domainflow.process.domain.NameKey;
import io.domainflow.process.drift.Drifts.Known;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a task for each name that differs from what was ordered. The task closes when the name is
 * as ordered again. A name that somebody has decided to leave as it is gets no task. Each drift is
 * announced to the owner once.
 */
@Component
class DriftTasks {

  private final Drifts drifts;
  private final StoredSections sections;
  private final DomainEvents events;
  private final RuntimeService runtime;

  DriftTasks(
      Drifts drifts, StoredSections sections, DomainEvents events, @Lazy RuntimeService runtime) {
    this.drifts = drifts;
    this.sections = sections;
    this.events = events;
    this.runtime = runtime;
  }

  /** Records a check; to be called in the transaction that completes its step. */
  void record(String account, DriftCheck.Result seen) {
    Map<DomainName, Known> before =
        drifts.of(account).stream()
            .collect(Collectors.toMap(known -> known.drift().domain(), known -> known));
    for (Drift drift : seen.open()) {
      Known known = before.remove(drift.domain());
      drifts.put(account, drift);
      boolean same = known != null && known.drift().mark().equals(drift.mark());
      if (!same) {
        announce(account, drift.domain(), drift.sections());
      }
      if (known == null || !same || !known.leftSo()) {
        askOnce(new NameKey(account, drift.domain()));
      }
    }
    before.keySet().stream()
        .filter(
            domain -> seen.asOrdered().contains(domain.ascii()) || isNothingWanted(account, domain))
        .forEach(domain -> close(new NameKey(account, domain)));
  }

  // For example for a name that was deleted by an order.
  private boolean isNothingWanted(String account, DomainName domain) {
    return sections.find(account, domain).values().stream()
        .allMatch(section -> section.wanted() == null);
  }

  /**
   * Adopts sections, and tells the owner about them and about those that were corrected. This does
   * not wait for the end of a check: when that is tried again, these no longer differ.
   *
   * @param mended the sections that were corrected
   * @param adopted the sections to adopt
   */
  @Transactional
  void settled(String account, DomainName domain, Set<Section> mended, Set<Section> adopted) {
    if (!adopted.isEmpty()) {
      sections.adopt(account, domain, adopted);
    }
    Set<Section> settled = EnumSet.noneOf(Section.class);
    settled.addAll(mended);
    settled.addAll(adopted);
    if (!settled.isEmpty()) {
      announce(account, domain, settled);
    }
  }

  // The engine is asked, because the stored data proves nothing: somebody may have deleted the
  // instance.
  private void askOnce(NameKey key) {
    boolean asked =
        runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(DriftProcess.KEY)
                .processInstanceBusinessKey(key.text())
                .count()
            > 0;
    if (!asked) {
      runtime.startProcessInstanceByMessage(
          DriftProcess.MESSAGE_DRIFT_FOUND, key.text(), DriftProcess.variables(key));
    }
  }

  /** Ends the drift of a name that has left. */
  @EventListener
  void gone(DomainLeftAccount gone) {
    drifts.forget(gone.account(), gone.domain());
    close(new NameKey(gone.account(), gone.domain()));
  }

  // A process that is correcting the name at the moment does not wait for this message and finds
  // out on its own.
  private void close(NameKey key) {
    drifts.remove(key.account(), key.domain());
    runtime
        .createMessageCorrelation(DriftProcess.MESSAGE_DRIFT_GONE)
        .processInstanceBusinessKey(key.text())
        .correlateAll();
  }

  private void announce(String account, DomainName domain, Set<Section> sections) {
    events.tell(
        account,
        domain,
        DomainEvent.DRIFTED,
        Map.of("sections", sections.stream().sorted().map(Section::member).toList()));
  }
}

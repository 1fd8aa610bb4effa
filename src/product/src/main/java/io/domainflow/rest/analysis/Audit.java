package io.domainflow.rest.analysis;

import io.domainflow.analysis.CallLog;
import io.domainflow.analysis.ProcessAudit;
import io.domainflow.analysis.ProcessAudit.Subject;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.rest.Timeline;
import io.domainflow.rest.TimelineView;
import io.domainflow.rest.analysis.AuditView.Entry;
import io.domainflow.rest.analysis.AuditView.Kind;
import io.domainflow.security.LoginGroups;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Builds the audit of a process instance from the engine's history, the timeline of its order, and
 * the calls to the registrar: for a called process only its own calls, otherwise all of the order.
 * The order does not know which process its events belong to: a called process gets the events of
 * its own time.
 */
@Component
class Audit {

  /** Nobody would read more. */
  private static final int MOST = 2000;

  private final ProcessAudit processes;
  private final CallLog calls;
  private final Orders orders;
  private final Timeline timeline;
  private final Clock clock;

  Audit(ProcessAudit processes, CallLog calls, Orders orders, Timeline timeline, Clock clock) {
    this.processes = processes;
    this.calls = calls;
    this.orders = orders;
    this.timeline = timeline;
    this.clock = clock;
  }

  /**
   * The audit of an instance.
   *
   * @throws ProcessNotFound if there is none with this id
   */
  AuditView of(String instance, Authentication login) {
    Subject subject =
        processes
            .find(instance)
            .orElseThrow(() -> new ProcessNotFound("There is no process instance with this id"));
    Optional<ProvisioningOrder> order = Optional.ofNullable(subject.order()).flatMap(orders::find);
    boolean whole = subject.caller() == null;
    Stream<Entry> ofOrder =
        order.stream()
            .flatMap(found -> timeline.uncommented(found, login))
            .map(Audit::entry)
            .filter(entry -> whole || isWithin(subject, entry.at()));
    List<CallLog.Call> asked =
        order
            .filter(found -> whole)
            .map(found -> calls.of(found.id()))
            .orElseGet(() -> calls.of(subject.id()));
    Stream<Entry> ofEngine =
        processes.of(subject).stream()
            .filter(entry -> order.isEmpty() || !isReportedByItsOrder(entry))
            .map(entry -> entry(entry, login));
    List<Entry> all =
        Stream.of(ofEngine, ofOrder, asked.stream().map(Audit::entry))
            .flatMap(Function.identity())
            .sorted(Comparator.comparing(Entry::at))
            .toList();
    return AuditView.of(
        subject, all.subList(Math.max(0, all.size() - MOST), all.size()), all.size() > MOST);
  }

  private boolean isWithin(Subject called, Instant at) {
    Instant end = called.endedAt() == null ? clock.instant() : called.endedAt();
    return !at.isBefore(called.startedAt()) && !at.isAfter(end);
  }

  // The order's own event says with which decision a task was completed.
  private static boolean isReportedByItsOrder(ProcessAudit.Entry entry) {
    return entry.kind() == ProcessAudit.Kind.PERSON
        && entry.text().startsWith("Completed the task");
  }

  private static Entry entry(ProcessAudit.Entry entry, Authentication reader) {
    boolean hidden = entry.kind() == ProcessAudit.Kind.COMMENT && LoginGroups.isReadOnly(reader);
    return new Entry(
        entry.at(),
        Kind.valueOf(entry.kind().name()),
        hidden ? Timeline.HIDDEN_COMMENT : entry.text(),
        entry.by(),
        InstanceList.seconds(entry.took()),
        null,
        null,
        false,
        entry.instance());
  }

  private static Entry entry(TimelineView.Entry entry) {
    Kind kind =
        switch (entry.kind()) {
          case STATUS -> Kind.ORDER;
          case REGISTRAR -> Kind.REGISTRAR;
          case PERSON -> Kind.PERSON;
          case COMMENT -> Kind.COMMENT;
        };
    return new Entry(entry.at(), kind, entry.text(), entry.by(), null, null, null, false, null);
  }

  private static Entry entry(CallLog.Call call) {
    String answer =
        call.code() == null
            ? "no answer: " + call.meaning()
            : call.code()
                + (call.meaning() == null
                    ? ", a code that is not documented"
                    : " " + call.meaning());
    return new Entry(
        call.at(),
        Kind.CALL,
        call.command() + ": " + answer,
        null,
        InstanceList.seconds(call.took()),
        call.command(),
        call.code(),
        call.wentWrong(),
        null);
  }
}

package io.domainflow.order;

import static io.domainflow.database.DatabaseTime.utc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.DomainName;
import io.domainflow.model.RenewalMode;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.OrderReference;
import io.domainflow.owner.Caller;
import io.domainflow.owner.Owner;
import io.domainflow.tld.FieldContext;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The orders in the database. Status changes are written in the transaction of the process step
 * that causes them; an order that has ended never changes its status again. {@link OrderPurchases}
 * records what they cost.
 */
@Repository
public class Orders {

  /** How many open orders of a login have the same priority before further ones get a lower one. */
  private static final int ALIKE = 20;

  /**
   * The number up to which orders are counted: counting more would cost time and change nothing.
   */
  private static final int COUNTED = 2_000;

  private final JdbcClient jdbc;
  private final OrderLookup lookup;
  private final OrderResults results;
  private final OrderPersonalData contents;
  private final OrderTransitions course;
  private final SavedAdditionalFields kept;
  private final OrderOwnership ownership;
  private final ApplicationEventPublisher events;
  private final ObjectMapper json;
  private final Clock clock;

  Orders(
      JdbcClient jdbc,
      OrderLookup lookup,
      OrderResults results,
      OrderPersonalData contents,
      OrderTransitions course,
      SavedAdditionalFields kept,
      OrderOwnership ownership,
      ApplicationEventPublisher events,
      ObjectMapper json,
      Clock clock) {
    this.jdbc = jdbc;
    this.lookup = lookup;
    this.results = results;
    this.contents = contents;
    this.course = course;
    this.kept = kept;
    this.ownership = ownership;
    this.events = events;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Stores a new order with its contacts and additional fields.
   *
   * @return false if an order with this reference or an open order for this name exists; then
   *     nothing is stored
   */
  public boolean insert(ProvisioningOrder order) {
    OrderContent content = order.content();
    int inserted =
        jdbc.sql(
                """
                insert into provisioning_order (id, reference, login, owner, content_digest,
                  operation, account, domain, domain_unicode, accepted_amount, accepted_currency,
                  metadata, status, charged, process_instance_id, priority, created_at, updated_at,
                  %s)
                values (:id, :reference, :login, :owner, :digest, :operation, :account, :domain,
                  :unicode, :acceptedAmount, :acceptedCurrency, :metadata::jsonb, :status, :charged,
                  :instance, :priority, :now, :now, %s)
                on conflict do nothing
                """
                    .formatted(OrderRows.NAMES, OrderRows.PARAMETERS))
            .param("id", order.id())
            .param("reference", content.reference().text())
            .param("login", order.login())
            .param("owner", Owner.textOf(order.owner()))
            .param("digest", content.digest())
            .param("operation", content.operation().name())
            .param("account", content.account())
            .param("domain", content.domain().ascii())
            .param("unicode", content.domain().unicode())
            .params(OrderRows.values(content.details()))
            .param("acceptedAmount", OrderPurchases.amount(content.acceptPrice()))
            .param("acceptedCurrency", OrderPurchases.currency(content.acceptPrice()))
            .param("metadata", toJson(content.metadata()))
            .param("status", order.status().name())
            .param("charged", order.charged().name())
            .param("instance", order.processInstanceId())
            .param("priority", order.priority())
            .param("now", utc(order.createdAt()))
            .update();
    if (inserted == 0) {
      return false;
    }
    contents.insert(order.id(), content);
    course.placed(order);
    return true;
  }

  /**
   * The priority of a new order. A few orders at a time all get 0; of very many, each further
   * {@value #ALIKE} get a lower priority than those before, so that a single order of another login
   * or operation overtakes them.
   */
  public int priorityOfNext(String login, Operation operation) {
    return jdbc.sql(
            """
            select -(count(*) / :alike) from (
              select 1 from provisioning_order
              where login = :login and operation = :operation and status = 'IN_PROGRESS'
              limit :most) in_work
            """)
        .param("alike", ALIKE)
        .param("login", login)
        .param("operation", operation.name())
        .param("most", COUNTED)
        .query(Integer.class)
        .single();
  }

  /**
   * The order with this id.
   *
   * @throws IllegalStateException if there is none
   */
  public ProvisioningOrder get(UUID id) {
    return find(id).orElseThrow(() -> new IllegalStateException("there is no order " + id));
  }

  /** The order with this id, if there is one. */
  public Optional<ProvisioningOrder> find(UUID id) {
    return lookup.find(id);
  }

  /** The order that this process instance carries out, or for a part of which it was called. */
  public Optional<ProvisioningOrder> findByProcess(String processInstanceId) {
    return lookup.byProcess(processInstanceId);
  }

  /**
   * Finds an order like {@link #findByProcess} and locks it like {@link #lock}; it is also empty
   * while another transaction holds the lock.
   */
  public Optional<ProvisioningOrder> lockByProcess(String processInstanceId) {
    return lookup.lockByProcess(processInstanceId);
  }

  /** The order with this id, locked until the transaction ends. */
  public ProvisioningOrder lock(UUID id) {
    return lookup.lock(id);
  }

  /** The order that a login placed under this reference. */
  public Optional<ProvisioningOrder> findByReference(String login, OrderReference reference) {
    return lookup.byReference(login, reference);
  }

  /**
   * The updates of a name with this reference or id, completed or not, by all logins, latest first.
   */
  public List<ProvisioningOrder> updatesOf(
      String account, DomainName domain, OrderReference reference) {
    return lookup.updatesOf(account, domain, reference);
  }

  /** Orders of all logins under this reference that the caller may see, latest first. */
  public List<ProvisioningOrder> findByReference(OrderReference reference, Caller caller) {
    return lookup.byReference(reference, caller);
  }

  /** The open order for a name; there is at most one per account. */
  public Optional<ProvisioningOrder> findOpen(String account, DomainName domain) {
    return lookup.open(account, domain);
  }

  /** Records that somebody else has to act; has no effect on an ended order. */
  public void waiting(UUID id, WaitingFor waitingFor) {
    course.waiting(id, waitingFor, true);
  }

  /**
   * Records that a step is retried later; has no effect while a person has a task for the order,
   * because then the order waits for that person.
   */
  public void waitingForRetry(UUID id, WaitingFor waitingFor) {
    course.waiting(id, waitingFor, false);
  }

  /**
   * Records whether the registrar has accepted an operation on which somebody else has yet to
   * decide.
   */
  public void awaitsRegistry(UUID id, boolean awaits) {
    jdbc.sql("update provisioning_order set awaits_registry = :awaits where id = :id")
        .param("id", id)
        .param("awaits", awaits)
        .update();
  }

  /**
   * Records that Domainflow continues, because the awaited party has acted or no longer needs to.
   */
  public void inProgress(UUID id) {
    course.inProgress(id, true);
  }

  /**
   * Records that Domainflow checks or tries again. If the order then waits for the same thing, the
   * wait counts as uninterrupted.
   */
  public void tries(UUID id) {
    course.inProgress(id, false);
  }

  /**
   * Records why the order fails; its status changes when the process reaches a failure end. If
   * somebody gave up after a refusal by the registrar, the code is that of the refusal.
   */
  public void recordFailure(UUID id, Failure failure) {
    results.failed(id, failure);
  }

  /**
   * Records what was read back; the order is completed when its process reaches a successful end.
   */
  public void recordOutcome(UUID id, Outcome outcome) {
    results.reached(id, outcome);
  }

  /** Sets the remark of an order's outcome and leaves the rest unchanged. */
  public void remark(UUID id, @Nullable String remark) {
    results.remark(id, remark);
  }

  /**
   * Corrects the end of the lock in the order's outcome and leaves the rest unchanged; has no
   * effect if nothing was read back.
   */
  public void lockedUntil(UUID id, Instant until) {
    results.lockedUntil(id, until);
  }

  /**
   * Completes an open order, stores its additional fields with the name and deletes its auth codes;
   * an ended order stays unchanged.
   *
   * @param sent the case in which its additional fields were judged for sending
   */
  public void complete(UUID id, FieldContext sent) {
    end(id, OrderStatus.COMPLETED, null)
        .ifPresent(
            order -> {
              kept.completed(order, sent);
              kept.ended(order);
            });
  }

  /** Fails an open order and deletes its auth codes; an ended order stays unchanged. */
  public void fail(UUID id) {
    endOtherwise(id, OrderStatus.FAILED, null);
  }

  /**
   * Cancels an open order and deletes its auth codes; an ended order stays unchanged.
   *
   * @param by login of the person; null if no person did it
   */
  public void cancel(UUID id, @Nullable String by) {
    endOtherwise(id, OrderStatus.CANCELLED, by);
  }

  /** Announces that the outcome of an order that has ended was corrected. */
  public void outcomeCorrected(UUID id) {
    course.outcomeCorrected(get(id));
  }

  private void endOtherwise(UUID id, OrderStatus status, @Nullable String by) {
    end(id, status, by)
        .ifPresent(
            order -> {
              kept.ended(order);
              ownership.endedOtherwise(order);
            });
  }

  private Optional<ProvisioningOrder> end(UUID id, OrderStatus status, @Nullable String by) {
    Optional<ProvisioningOrder> ended = course.end(id, status, by).map(lookup::complete);
    ended.ifPresent(order -> events.publishEvent(new OrderEnded(order)));
    return ended;
  }

  /** The text of the trademark notice for the name of an order. */
  public Optional<String> noticeText(UUID id) {
    return contents.noticeText(id);
  }

  /**
   * Records what the registrar refused and what has to be corrected.
   *
   * @param refusal null once there is nothing left to correct
   */
  public void refused(UUID id, @Nullable Refusal refusal) {
    results.refused(id, refusal);
  }

  /**
   * Records whether somebody has confirmed the deletion of the name; a confirmation is void if the
   * name has changed since.
   */
  public void confirmed(UUID id, boolean confirmed) {
    jdbc.sql("update provisioning_order set confirmed = :confirmed where id = :id")
        .param("id", id)
        .param("confirmed", confirmed)
        .update();
  }

  /** Records the renewal mode that the order sets, if it is known only once the name was read. */
  public void renewalMode(UUID id, RenewalMode mode) {
    jdbc.sql("update provisioning_order set renewal_mode = :mode where id = :id")
        .param("id", id)
        .param("mode", mode.name())
        .update();
  }

  /** Replaces the correctable parts of an order with the corrected ones. */
  public void revise(UUID id, OrderContent corrected) {
    jdbc.sql(
            "update provisioning_order set updated_at = :now, %s where id = :id"
                .formatted(OrderRows.SETTINGS))
        .param("id", id)
        .params(OrderRows.values(corrected.details()))
        .param("now", now())
        .update();
    contents.revise(id, corrected);
  }

  /** Deletes the auth code of an order that does not need it any longer. */
  public void forgetAuthCode(UUID id) {
    contents.replaceAuthCode(id, null);
  }

  /** Replaces all additional fields. */
  public void replaceAdditionalFields(UUID id, AdditionalFields fields) {
    contents.replaceAdditionalFields(id, fields);
  }

  private String toJson(Map<String, String> metadata) {
    try {
      return json.writeValueAsString(metadata);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts can always be written", e);
    }
  }

  private OffsetDateTime now() {
    return utc(clock.instant());
  }
}

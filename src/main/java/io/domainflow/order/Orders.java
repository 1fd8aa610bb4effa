package io.domainflow.order;

import static io.domainflow.database.DatabaseTime.utc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.model.RenewalMode;
import io.domainflow.order.wanted.ClaimsAcceptance;
import io.domainflow.order.wanted.Operation;
import io.domainflow.order.wanted.OrderReference;
import io.domainflow.order.wanted.OrderRequest;
import io.domainflow.order.wanted.RegistrantChangeOrder;
import io.domainflow.order.wanted.TransferOrder;
import io.domainflow.order.wanted.UpdateOrder;
import io.domainflow.order.wanted.Wanted;
import io.domainflow.owner.Caller;
import io.domainflow.owner.Owner;
import io.domainflow.tld.FieldContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The orders in the database. Status changes are written in the transaction of the process step
 * that causes them; an order that has ended never changes its status again.
 */
@Repository
public class Orders {

  /** How many open orders of a login have the same priority before further ones get a lower one. */
  private static final int ALIKE = 20;

  /**
   * The number up to which orders are counted: counting more would cost time and change nothing.
   */
  private static final int COUNTED = 2_000;

  private static final String SELECT = "select * from provisioning_order ";

  private final JdbcClient jdbc;
  private final OrderContents contents;
  private final OrderCourse course;
  private final SavedAdditionalFields kept;
  private final OrderOwnership ownership;
  private final ApplicationEventPublisher events;
  private final ObjectMapper json;
  private final Clock clock;
  private final RowMapper<ProvisioningOrder> mapper;

  Orders(
      JdbcClient jdbc,
      OrderContents contents,
      OrderCourse course,
      SavedAdditionalFields kept,
      OrderOwnership ownership,
      ApplicationEventPublisher events,
      ObjectMapper json,
      Clock clock) {
    this.jdbc = jdbc;
    this.contents = contents;
    this.course = course;
    this.kept = kept;
    this.ownership = ownership;
    this.events = events;
    this.json = json;
    this.clock = clock;
    this.mapper = new OrderRowMapper(json);
  }

  /**
   * Stores a new order with its contacts and additional fields.
   *
   * @return false if an order with this reference or an open order for this name exists; then
   *     nothing is stored
   */
  public boolean insert(ProvisioningOrder order) {
    OrderRequest request = order.request();
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
            .param("reference", request.reference().text())
            .param("login", order.login())
            .param("owner", Owner.textOf(order.owner()))
            .param("digest", request.digest())
            .param("operation", request.operation().name())
            .param("account", request.account())
            .param("domain", request.domain().ascii())
            .param("unicode", request.domain().unicode())
            .params(OrderRows.values(request.wanted()))
            .param("acceptedAmount", amount(request.acceptPrice()))
            .param("acceptedCurrency", currency(request.acceptPrice()))
            .param("metadata", toJson(request.metadata()))
            .param("status", order.status().name())
            .param("charged", order.charged().name())
            .param("instance", order.processInstanceId())
            .param("priority", order.priority())
            .param("now", utc(order.createdAt()))
            .update();
    if (inserted == 0) {
      return false;
    }
    contents.insert(order.id(), request);
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
    return jdbc.sql(SELECT + "where id = :id")
        .param("id", id)
        .query(mapper)
        .optional()
        .map(this::complete);
  }

  /** The order that this process instance carries out, or for a part of which it was called. */
  public Optional<ProvisioningOrder> findByProcess(String processInstanceId) {
    return byProcess(processInstanceId, "");
  }

  /**
   * Finds an order like {@link #findByProcess} and locks it like {@link #lock}; also empty while
   * another transaction holds the lock.
   */
  public Optional<ProvisioningOrder> lockByProcess(String processInstanceId) {
    return byProcess(processInstanceId, " for no key update skip locked");
  }

  // Called processes are few, so they are searched only if the process has no order itself.
  private Optional<ProvisioningOrder> byProcess(String processInstanceId, String hold) {
    return byInstance("process_instance_id = :instance" + hold, processInstanceId)
        .or(
            () ->
                byInstance(
                    "id = (select order_id from order_called_process"
                        + " where process_instance_id = :instance)"
                        + hold,
                    processInstanceId))
        .map(this::complete);
  }

  private Optional<ProvisioningOrder> byInstance(String condition, String processInstanceId) {
    return jdbc.sql(SELECT + "where " + condition)
        .param("instance", processInstanceId)
        .query(mapper)
        .optional();
  }

  /** The order with this id, locked until the transaction ends. */
  public ProvisioningOrder lock(UUID id) {
    return complete(
        jdbc.sql(SELECT + "where id = :id for no key update")
            .param("id", id)
            .query(mapper)
            .single());
  }

  /** The order that a login placed under this reference. */
  public Optional<ProvisioningOrder> findByReference(String login, OrderReference reference) {
    return jdbc.sql(SELECT + "where login = :login and reference = :reference")
        .param("login", login)
        .param("reference", reference.text())
        .query(mapper)
        .optional()
        .map(this::complete);
  }

  /**
   * The updates of a name with this reference or id, completed or not, by all logins, latest first.
   */
  public List<ProvisioningOrder> updatesOf(
      String account, DomainName domain, OrderReference reference) {
    return jdbc
        .sql(
            SELECT
                + "where account = :account and domain = :domain"
                + " and operation in ('UPDATE', 'REVERT')"
                + " and (reference = :reference or id::text = :reference)"
                + " order by created_at desc")
        .param("account", account)
        .param("domain", domain.ascii())
        .param("reference", reference.text())
        .query(mapper)
        .list()
        .stream()
        .map(this::complete)
        .toList();
  }

  /** Orders of all logins under this reference that the caller may see, latest first. */
  public List<ProvisioningOrder> findByReference(OrderReference reference, Caller caller) {
    return jdbc
        .sql(
            SELECT
                + "where reference = :reference"
                + " and (:owners::text[] is null or owner = any(:owners::text[]))"
                + " order by created_at desc limit 10")
        .param("reference", reference.text())
        .param("owners", caller.seenOwners())
        .query(mapper)
        .list()
        .stream()
        .map(this::complete)
        .toList();
  }

  /**
   * Moves all orders of one owner to another.
   *
   * @param owner null for no owner
   */
  public void belongTo(@Nullable Owner owner, Owner former) {
    jdbc.sql("update provisioning_order set owner = :owner where owner = :former")
        .param("owner", Owner.textOf(owner))
        .param("former", former.text())
        .update();
  }

  /** Whether a login has ever placed an order. */
  public boolean hasAny(String login) {
    return jdbc.sql("select exists (select 1 from provisioning_order where login = :login)")
        .param("login", login)
        .query(Boolean.class)
        .single();
  }

  /** Whether an owner has an order, open or ended. */
  public boolean hasAny(Owner owner) {
    return jdbc.sql("select exists (select 1 from provisioning_order where owner = :owner)")
        .param("owner", owner.text())
        .query(Boolean.class)
        .single();
  }

  /** The open order for a name; there is at most one per account. */
  public Optional<ProvisioningOrder> findOpen(String account, DomainName domain) {
    return jdbc.sql(
            SELECT
                + "where account = :account and domain = :domain"
                + " and status in ('IN_PROGRESS', 'WAITING')")
        .param("account", account)
        .param("domain", domain.ascii())
        .query(mapper)
        .optional()
        .map(this::complete);
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

  /** Records whether money was spent; the amount stays unchanged. */
  public void charged(UUID id, Charged charged) {
    charged(id, charged, "").update();
  }

  /**
   * Records that money was spent.
   *
   * @param price the total that the order has paid so far, as stated by the registrar beforehand;
   *     null if not stated
   */
  public void bought(UUID id, @Nullable Money price) {
    paid(id, Charged.YES, price);
  }

  /**
   * Records that something was ordered for which no money is spent before a later date.
   *
   * @param price all that the order will have paid then, as the registrar has stated it; null where
   *     it did not
   * @param paidBefore whether the order has paid for something else already
   */
  public void toBeCharged(UUID id, @Nullable Money price, boolean paidBefore) {
    paid(id, paidBefore ? Charged.YES : Charged.NO, price);
  }

  /** Records that the purchase was not made, or was refunded. */
  public void notBought(UUID id) {
    paid(id, Charged.NO, null);
  }

  // The booked amount is no longer complete.
  private void paid(UUID id, Charged charged, @Nullable Money price) {
    charged(
            id,
            charged,
            """
            paid_amount = :amount, paid_currency = :currency,
            booked_amount = null, booked_currency = null,""")
        .param("amount", amount(price))
        .param("currency", currency(price))
        .update();
  }

  private JdbcClient.StatementSpec charged(UUID id, Charged charged, String price) {
    return jdbc.sql(
            "update provisioning_order set %s charged = :charged, updated_at = :now where id = :id"
                .formatted(price))
        .param("id", id)
        .param("charged", charged.name())
        .param("now", now());
  }

  /**
   * Notes what the registrar has booked for all that the order has bought. If that is not what the
   * order had said, it is announced; so is a charge that was still to come.
   */
  @Transactional
  public void booked(UUID id, Money total) {
    boolean charged =
        jdbc.sql("select charged = 'YES' from provisioning_order where id = :id for update")
            .param("id", id)
            .query(Boolean.class)
            .optional()
            .orElse(false);
    jdbc.sql(
            """
            update provisioning_order o
            set booked_amount = :amount, booked_currency = :currency, charged = 'YES',
                updated_at = :now
            where id = :id and (charged = 'YES' or charged = 'NO' and exists (
                select 1 from command_journal j
                where j.order_id = o.id and j.state = 'EXECUTED' and j.charged_at is not null))
              and (booked_amount, booked_currency) is distinct from
                (cast(:amount as numeric), cast(:currency as text))
            returning o.*
            """)
        .param("id", id)
        .param("amount", amount(total))
        .param("currency", currency(total))
        .param("now", now())
        .query(mapper)
        .optional()
        .filter(order -> !charged || !order.purchase().isBookedAsStated())
        .ifPresent(course::priceCorrected);
  }

  /**
   * Records why the order fails; its status changes when the process reaches a failure end. If
   * somebody gave up after a refusal by the registrar, the code is that of the refusal.
   */
  public void recordFailure(UUID id, Failure failure) {
    jdbc.sql(
            """
            update provisioning_order
            set failure_reason = :reason, failure_message = :message,
                failure_code = coalesce(:code, case when :refused then (
                  select code from command_journal
                  where order_id = :id and state = 'REFUSED' order by id desc limit 1) end),
                failure_until = :until, updated_at = :now
            where id = :id
            """)
        .param("id", id)
        .param("reason", failure.reason().name())
        .param("refused", failure.reason() == Failure.Reason.REGISTRAR_REFUSED)
        .param("message", failure.message())
        .param("code", failure.registrarCode())
        .param("until", utc(failure.until()))
        .param("now", now())
        .update();
  }

  /**
   * Records what was read back; the order is completed when its process reaches a successful end.
   */
  public void recordOutcome(UUID id, Outcome outcome) {
    jdbc.sql(
            """
            update provisioning_order
            set outcome_code = :code, expires_at = :expires, outcome_renewal_mode = :mode,
                locked_until = :locked, valid_until = :valid, outcome_remark = :remark, updated_at = :now
            where id = :id
            """)
        .param("id", id)
        .param("code", outcome.code().name())
        .param("expires", utc(outcome.expiresAt()))
        .param("mode", outcome.renewalMode() == null ? null : outcome.renewalMode().name())
        .param("locked", utc(outcome.lockedUntil()))
        .param("valid", utc(outcome.validUntil()))
        .param("remark", outcome.remark())
        .param("now", now())
        .update();
    if (ownership.isBrought(outcome)) {
      ownership.brought(jdbc.sql(SELECT + "where id = :id").param("id", id).query(mapper).single());
    }
  }

  /** Sets the remark of an order's outcome and leaves the rest unchanged. */
  public void remark(UUID id, String remark) {
    jdbc.sql(
            """
            update provisioning_order set outcome_remark = :remark, updated_at = :now
            where id = :id
            """)
        .param("id", id)
        .param("remark", remark)
        .param("now", now())
        .update();
  }

  /**
   * Corrects the end of the lock in the order's outcome and leaves the rest unchanged; has no
   * effect if nothing was read back.
   */
  public void lockedUntil(UUID id, Instant until) {
    jdbc.sql(
            """
            update provisioning_order set locked_until = :until, updated_at = :now
            where id = :id and outcome_code is not null and locked_until is distinct from :until
            """)
        .param("id", id)
        .param("until", utc(until))
        .param("now", now())
        .update();
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

  private void endOtherwise(UUID id, OrderStatus status, @Nullable String by) {
    end(id, status, by)
        .ifPresent(
            order -> {
              kept.ended(order);
              ownership.endedOtherwise(order);
            });
  }

  private Optional<ProvisioningOrder> end(UUID id, OrderStatus status, @Nullable String by) {
    Optional<ProvisioningOrder> ended = course.end(id, status, by).map(this::complete);
    ended.ifPresent(order -> events.publishEvent(new OrderEnded(order)));
    return ended;
  }

  /**
   * Records the registrar's price for the name.
   *
   * @param quote null for a name at the price of its zone
   */
  public void quoted(UUID id, @Nullable Quote quote) {
    jdbc.sql(
            """
            update provisioning_order
            set price_class = :class, quoted_amount = :amount, quoted_currency = :currency,
                renewal_amount = :renewalAmount, renewal_currency = :renewalCurrency
            where id = :id
            """)
        .param("id", id)
        .param("class", quote == null ? null : quote.priceClass())
        .param("amount", quote == null ? null : amount(quote.price()))
        .param("currency", quote == null ? null : currency(quote.price()))
        .param("renewalAmount", quote == null ? null : amount(quote.renewalPrice()))
        .param("renewalCurrency", quote == null ? null : currency(quote.renewalPrice()))
        .update();
  }

  /** Records the highest price that the customer accepts for the name. */
  public void acceptPrice(UUID id, Money most) {
    jdbc.sql(
            """
            update provisioning_order
            set accepted_amount = :amount, accepted_currency = :currency where id = :id
            """)
        .param("id", id)
        .param("amount", most.amount())
        .param("currency", currency(most))
        .update();
  }

  /**
   * Records the trademark notice for the name.
   *
   * @param notice null if there is none
   * @param text the notice as the customer has to read it; null if there is none
   */
  public void noticed(UUID id, @Nullable ClaimsNotice notice, @Nullable String text) {
    jdbc.sql(
            """
            update provisioning_order
            set claim_key = :key, notice_id = :notice, notice_hash = :hash,
                notice_created_at = :created, notice_expires_at = :expires
            where id = :id
            """)
        .param("id", id)
        .param("key", notice == null ? null : notice.claimKey())
        .param("notice", notice == null ? null : notice.noticeId())
        .param("hash", notice == null ? null : notice.acceptHash())
        .param("created", notice == null ? null : utc(notice.createdAt()))
        .param("expires", notice == null ? null : utc(notice.expiresAt()))
        .update();
    contents.noticeText(id, notice == null ? null : text);
  }

  /** The text of the trademark notice for the name of an order. */
  public Optional<String> noticeText(UUID id) {
    return contents.noticeText(id);
  }

  /** Records that the customer accepts a trademark notice. */
  public void acceptNotice(UUID id, ClaimsAcceptance acceptance) {
    jdbc.sql(
            """
            update provisioning_order
            set accepted_notice_id = :notice, notice_accepted_at = :at where id = :id
            """)
        .param("id", id)
        .param("notice", acceptance.noticeId())
        .param("at", utc(acceptance.acceptedAt()))
        .update();
  }

  /**
   * Records what the registrar refused and what has to be corrected.
   *
   * @param refusal null once there is nothing left to correct
   */
  public void refused(UUID id, @Nullable Refusal refusal) {
    jdbc.sql(
            "update provisioning_order set refused_parts = :parts, refusal = :words where id = :id")
        .param("id", id)
        .param(
            "parts",
            refusal == null
                ? new String[0]
                : refusal.parts().stream().map(OrderPart::name).sorted().toArray(String[]::new))
        .param("words", refusal == null ? null : refusal.words())
        .update();
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

  /** Records the application through which a premium name is being bought. */
  public void applied(UUID id, String application) {
    jdbc.sql("update provisioning_order set application = :application where id = :id")
        .param("id", id)
        .param("application", application)
        .update();
  }

  /** Replaces the correctable parts of an order with the corrected ones. */
  public void revise(UUID id, OrderRequest corrected) {
    jdbc.sql(
            "update provisioning_order set updated_at = :now, %s where id = :id"
                .formatted(OrderRows.SETTINGS))
        .param("id", id)
        .params(OrderRows.values(corrected.wanted()))
        .param("now", now())
        .update();
    contents.replaceContacts(id, corrected.contacts());
    contents.replaceAdditionalFields(id, corrected.additionalFields());
    if (corrected.wanted() instanceof TransferOrder transfer) {
      contents.replaceAuthCode(id, transfer.authCode());
    }
    if (corrected.wanted() instanceof RegistrantChangeOrder change) {
      contents.replaceRegistrantChange(id, change.wish());
    }
    if (corrected.wanted() instanceof UpdateOrder update) {
      contents.replaceRegistrantDetails(id, update.registrantDetails());
    }
  }

  /** Deletes the auth code of an order that does not need it any longer. */
  public void forgetAuthCode(UUID id) {
    contents.replaceAuthCode(id, null);
  }

  /** Replaces all additional fields. */
  public void replaceAdditionalFields(UUID id, AdditionalFields fields) {
    contents.replaceAdditionalFields(id, fields);
  }

  private ProvisioningOrder complete(ProvisioningOrder order) {
    OrderContents.Contacts contacts = contents.contacts(order.id());
    Wanted wanted =
        order.request().wanted().with(contacts.data(), contents.additionalFields(order.id()));
    if (wanted instanceof TransferOrder transfer) {
      wanted = transfer.with(contents.authCode(order.id()));
    }
    if (wanted instanceof RegistrantChangeOrder change) {
      wanted = change.with(contents.registrantChange(order.id()));
    }
    if (wanted instanceof UpdateOrder update) {
      wanted = update.with(contents.registrantDetails(order.id()));
    }
    return order.with(order.request().with(wanted), contacts.handles());
  }

  private String toJson(Map<String, String> metadata) {
    try {
      return json.writeValueAsString(metadata);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts can always be written", e);
    }
  }

  private static @Nullable BigDecimal amount(@Nullable Money money) {
    return money == null ? null : money.amount();
  }

  private static @Nullable String currency(@Nullable Money money) {
    return money == null ? null : money.currency().getCurrencyCode();
  }

  private OffsetDateTime now() {
    return utc(clock.instant());
  }
}

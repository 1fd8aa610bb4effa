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

  /** So many orders of a login are in work before further ones have to wait for others. */
  private static final int ALIKE = 20;

  /** Counting more of them would cost time and change nothing. */
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
   * The priority of an order that comes now. Who places a few orders at a time has all of them at
   * 0; of very many, each further {@value #ALIKE} come behind those before them, and all behind a
   * single order of somebody else, or for something else.
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
   * The order of this id.
   *
   * @throws IllegalStateException if there is none
   */
  public ProvisioningOrder get(UUID id) {
    return find(id).orElseThrow(() -> new IllegalStateException("there is no order " + id));
  }

  /** The order of this id, if there is one. */
  public Optional<ProvisioningOrder> find(UUID id) {
    return jdbc.sql(SELECT + "where id = :id")
        .param("id", id)
        .query(mapper)
        .optional()
        .map(this::complete);
  }

  /** The order that this process instance carries out, or a part of which it was called for. */
  public Optional<ProvisioningOrder> findByProcess(String processInstanceId) {
    return byProcess(processInstanceId, "");
  }

  /**
   * The order that {@link #findByProcess} finds, held as by {@link #lock}; empty also while
   * somebody else holds it.
   */
  public Optional<ProvisioningOrder> lockByProcess(String processInstanceId) {
    return byProcess(processInstanceId, " for no key update skip locked");
  }

  // Called processes are few: they are looked for only when an order of its own is not found.
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

  /** The order of this id, held against every other change until the transaction ends. */
  public ProvisioningOrder lock(UUID id) {
    return complete(
        jdbc.sql(SELECT + "where id = :id for no key update")
            .param("id", id)
            .query(mapper)
            .single());
  }

  /** The order a login placed under this reference. */
  public Optional<ProvisioningOrder> findByReference(String login, OrderReference reference) {
    return jdbc.sql(SELECT + "where login = :login and reference = :reference")
        .param("login", login)
        .param("reference", reference.text())
        .query(mapper)
        .optional()
        .map(this::complete);
  }

  /**
   * The orders that have changed how a name is set up, or are to, by the reference or the id of the
   * one that is meant, latest first; of all logins.
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

  /** Orders of all logins under this reference that somebody may see, latest first. */
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
   * What was one owner's is the other's from now on.
   *
   * @param owner null: no owner
   */
  public void belongTo(@Nullable Owner owner, Owner former) {
    jdbc.sql("update provisioning_order set owner = :owner where owner = :former")
        .param("owner", Owner.textOf(owner))
        .param("former", former.text())
        .update();
  }

  /** Whether a login has ever ordered anything. */
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

  /** The order that is open for a name; there is at most one in an account. */
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

  /** Notes that somebody else has to act; without effect on an order that has ended. */
  public void waiting(UUID id, WaitingFor waitingFor) {
    course.waiting(id, waitingFor, true);
  }

  /**
   * Notes that a step is tried again later; without effect while a person has a task for the order,
   * because then that is what it waits for.
   */
  public void waitingForRetry(UUID id, WaitingFor waitingFor) {
    course.waiting(id, waitingFor, false);
  }

  /** Notes whether the registrar has accepted what is yet to be decided elsewhere. */
  public void awaitsRegistry(UUID id, boolean awaits) {
    jdbc.sql("update provisioning_order set awaits_registry = :awaits where id = :id")
        .param("id", id)
        .param("awaits", awaits)
        .update();
  }

  /**
   * Notes that Domainflow acts again: the one that was waited for has acted, or no longer needs to.
   */
  public void inProgress(UUID id) {
    course.inProgress(id, true);
  }

  /**
   * Notes that Domainflow looks or tries again. If what the order waits for is the same afterwards,
   * the wait has lasted all the time.
   */
  public void tries(UUID id) {
    course.inProgress(id, false);
  }

  /** Records whether money was spent; the amount stays unchanged. */
  public void charged(UUID id, Charged charged) {
    charged(id, charged, "").update();
  }

  /**
   * Notes that money was spent.
   *
   * @param price all that the order has paid by now, as the registrar had stated it; null where it
   *     did not
   */
  public void bought(UUID id, @Nullable Money price) {
    paid(id, Charged.YES, price);
  }

  /** Notes that what was to be bought was not, or was given back. */
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
   * order had said, it is announced.
   */
  @Transactional
  public void booked(UUID id, Money total) {
    jdbc.sql(
            """
            update provisioning_order o
            set booked_amount = :amount, booked_currency = :currency, updated_at = :now
            where id = :id and charged = 'YES'
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
        .filter(order -> !order.purchase().isBookedAsStated())
        .ifPresent(course::priceCorrected);
  }

  /**
   * Notes what went wrong; the order fails when its process reaches a failure end. Where the
   * registrar refused and somebody gave up after it, the code is that of the refusal.
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

  /** Notes what was read back; the order completes when its process reaches a good end. */
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

  /** Records a remark on an order's outcome, which is otherwise unchanged. */
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
   * Notes that the lock of a name ends at another time than the order's outcome says, which is
   * otherwise unchanged; without effect if nothing was read back.
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
   * Completes an open order, keeps its additional fields with the name and deletes its auth codes;
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
   * @param by whose login; null if nobody did it
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
   * Notes what the registrar asks for the name.
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

  /** Notes the most that the customer pays for the name. */
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
   * Notes the trademark notice that stands against the name.
   *
   * @param notice null if none does
   * @param text the notice as the customer has to read it; null if none does
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

  /** The text of the trademark notice that stands against the name of an order. */
  public Optional<String> noticeText(UUID id) {
    return contents.noticeText(id);
  }

  /** Notes that the customer accepts a trademark notice. */
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
   * Notes what the registrar refused, to be corrected.
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
   * Notes whether somebody has confirmed that the name is to be deleted; what was confirmed of a
   * name that has changed since no longer counts.
   */
  public void confirmed(UUID id, boolean confirmed) {
    jdbc.sql("update provisioning_order set confirmed = :confirmed where id = :id")
        .param("id", id)
        .param("confirmed", confirmed)
        .update();
  }

  /** Notes which renewal mode the order sets, where that shows only when the name is read. */
  public void renewalMode(UUID id, RenewalMode mode) {
    jdbc.sql("update provisioning_order set renewal_mode = :mode where id = :id")
        .param("id", id)
        .param("mode", mode.name())
        .update();
  }

  /** Notes through which application a name with a price of its own is being bought. */
  public void applied(UUID id, String application) {
    jdbc.sql("update provisioning_order set application = :application where id = :id")
        .param("id", id)
        .param("application", application)
        .update();
  }

  /** Puts what can be corrected of an order in place of what was ordered first. */
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

  /** Deletes the auth code of an order that no longer needs it. */
  public void forgetAuthCode(UUID id) {
    contents.replaceAuthCode(id, null);
  }

  /** Puts these additional fields in place of all earlier ones. */
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

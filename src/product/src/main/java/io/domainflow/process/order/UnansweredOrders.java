package io.domainflow.process.order;

import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.database.ConflictFreeTransaction;
import io.domainflow.model.ScheduledWork;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.content.Operation;
import io.domainflow.order.intake.CancellationRefused;
import io.domainflow.order.intake.OrderCancellation;
import io.domainflow.order.intake.OrderProcess;
import io.domainflow.order.limits.OrderLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends orders that nobody gives what they wait for, so that they do not keep their names busy for
 * ever. The rule is the one for cancelling an order, and stricter: an order of which something was
 * bought, is under way, or has arrived never ends here; its task stays until a person decides.
 */
@Component
class UnansweredOrders implements ScheduledWork {

  /**
   * The waits that last until the caller, or an operator for the caller, gives something, and what
   * that is. All others end on their own, or are for somebody else: the registry, an approver, the
   * registrant. {@code TOO_YOUNG}, {@code TRANSFER_PENDING} and {@code CHANGE_PENDING} end
   * automatically, and a {@code QUESTION} has a time of its own.
   */
  static final Map<Code, String> UNTIL_GIVEN =
      Map.of(
          Code.ADDITIONAL_FIELDS, "the additional fields that the registry requires",
          Code.PRICE, "the acceptance of the price",
          Code.CLAIMS_NOTICE, "the acceptance of the trademark notice",
          Code.REGISTRAR_REFUSED, "a correction of what the registrar refuses",
          Code.AUTH_CODE_MISSING, "the auth code",
          Code.AUTH_CODE_WRONG, "the right auth code",
          Code.TRANSFER_LOCKED, "the name to be unlocked at its present registrar",
          Code.CHOICE, "the choice between a lock and a wait",
          Code.DELETION_CONFIRMATION, "the confirmation of the deletion");

  private static final Logger log = LoggerFactory.getLogger(UnansweredOrders.class);

  private static final int AT_ONCE = 200;

  // A wait that names a later day itself, such as the end of a lock, lasts until then.
  private static final String WAITING =
      """
      from provisioning_order
      where status = 'WAITING' and waiting_code = any(:codes) and charged = 'NO'
        and not awaits_registry and not unanswered and outcome_code is null
      """;
  private static final String DUE = "greatest(waiting_since + :within, waiting_until)";

  private final JdbcClient jdbc;
  private final Orders orders;
  private final OrderProcess process;
  private final OrderLimits limits;
  private final ConflictFreeTransaction transaction;
  private final Clock clock;

  UnansweredOrders(
      JdbcClient jdbc,
      Orders orders,
      OrderProcess process,
      OrderLimits limits,
      ConflictFreeTransaction transaction,
      Clock clock) {
    this.jdbc = jdbc;
    this.orders = orders;
    this.process = process;
    this.limits = limits;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Ends the orders whose time is over. */
  @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
  void end() {
    due(clock.instant()).forEach(this::end);
  }

  private List<UUID> due(Instant now) {
    return waiting("select id " + WAITING + " and " + DUE + " <= :now order by id limit :atOnce")
        .param("now", utc(now))
        .param("atOnce", AT_ONCE)
        .query(UUID.class)
        .list();
  }

  private boolean isDue(UUID id, Instant now) {
    return waiting("select exists (select 1 " + WAITING + " and " + DUE + " <= :now and id = :id)")
        .param("now", utc(now))
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  private JdbcClient.StatementSpec waiting(String sql) {
    return jdbc.sql(sql.replace(":within", "make_interval(secs => :within)"))
        .param("codes", UNTIL_GIVEN.keySet().stream().map(Enum::name).toArray(String[]::new))
        .param("within", limits.inputWithin().toSeconds());
  }

  private void end(UUID id) {
    try {
      transaction.execute(
          () -> {
            ProvisioningOrder order = orders.lock(id);
            if (!isDue(id, clock.instant())) {
              return id;
            }
            OrderCancellation.checkCancellable(order, process.hasCommandInFlight(order));
            orders.recordFailure(id, unanswered(order, limits.inputWithin()));
            orders.fail(id);
            process.cancel(order);
            return id;
          });
    } catch (CancellationRefused e) {
      log.info(
          "order {} waits for its caller for too long, but does not end: {}", id, e.getMessage());
    } catch (RuntimeException e) {
      // the others end all the same
      log.error("order {} waits for its caller for too long, and could not be ended", id, e);
    }
  }

  /** Why the order ends, for people. */
  static Failure unanswered(ProvisioningOrder order, Duration within) {
    boolean bySections =
        order.content().operation() == Operation.UPDATE
            || order.content().operation() == Operation.REVERT;
    return new Failure(
        Reason.NOT_ANSWERED,
        "The order waited "
            + words(within)
            + ", and nobody gave what it waited for: "
            + UNTIL_GIVEN.get(order.waitingForOrThrow().code())
            + ". So it has ended, and no longer keeps "
            + order.content().domain().unicode()
            + " from other orders. Nothing was bought"
            + (bySections ? "; what it had changed before stays changed" : "")
            + ". Order again with what was missing, if it is still wanted.",
        null);
  }

  private static String words(Duration within) {
    return within.toDays() >= 1 ? within.toDays() + " days" : within.toHours() + " hours";
  }

  @Override
  public Optional<Instant> nextDueAfter(Instant now) {
    return waiting("select min(" + DUE + ") as due " + WAITING + " and " + DUE + " > :now")
        .param("now", utc(now))
        .query((row, n) -> Optional.ofNullable(instantOrNull(row, "due")))
        .single();
  }

  @Override
  public List<String> unfinishedAt(Instant now) {
    end();
    return List.of();
  }
}

package io.domainflow.analysis;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.registrar.ConnectionProblem;
import io.domainflow.registrar.RegistrarCall;
import io.domainflow.registrar.RegistrarCodes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.TransactionException;

/**
 * Stores every call to the registrar: its command, order or process, code and duration; never what
 * was sent or answered. A separate thread writes them in batches, so that no order waits for it. A
 * node that is killed loses the calls of its last half second; commands that change something are
 * in the command journal before they are sent, and stay there.
 */
@Repository
public class CallLog implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(CallLog.class);

  private static final int LARGEST_BATCH = 200;
  private static final int MOST_WAITING = 10_000;
  private static final Duration OFTEN = Duration.ofMillis(500);
  private static final Duration LONGEST_END = Duration.ofSeconds(5);

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final RegistrarCodes codes;
  private final Clock clock;
  private final Duration kept;

  private final BlockingQueue<RegistrarCall> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicBoolean behind = new AtomicBoolean();
  private volatile List<RegistrarCall> beingStored = List.of();
  private volatile boolean running;
  private Thread writer;

  /**
   * Creates the log.
   *
   * @param kept as long as the history of processes
   */
  CallLog(
      JdbcClient jdbc,
      JdbcTemplate batches,
      RegistrarCodes codes,
      Clock clock,
      @Value("${camunda.bpm.generic-properties.properties.historyTimeToLive}") Duration kept) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.codes = codes;
    this.clock = clock;
    this.kept = kept;
  }

  /**
   * A completed call.
   *
   * @param code the registrar's code; null if there was no answer
   * @param meaning of the code, or why there was no answer; null for a code that is not documented
   * @param wentWrong whether it did not achieve its purpose: no answer, or a refusal. «Not found»
   *     is a valid answer to a query
   */
  public record Call(
      Instant at,
      String command,
      @Nullable Integer code,
      @Nullable String meaning,
      Duration took,
      boolean wentWrong) {}

  /** The calls for an order, oldest first. */
  public List<Call> of(UUID order) {
    return read("order_id", order);
  }

  /** The calls of a process instance, without those of the processes that it called. */
  public List<Call> of(String processInstance) {
    return read("process_instance_id", processInstance);
  }

  private List<Call> read(String column, Object wanted) {
    return jdbc.sql(
            "select * from registrar_call where %s = :wanted order by at, id".formatted(column))
        .param("wanted", wanted)
        .query(
            (row, n) -> {
              Integer code = row.getObject("code", Integer.class);
              return new Call(
                  instant(row, "at"),
                  row.getString("command"),
                  code,
                  code == null
                      ? ConnectionProblem.valueOf(row.getString("trouble")).words()
                      : codes.meaning(code).orElse(null),
                  Duration.ofMillis(row.getInt("millis")),
                  code == null || codes.wentWrong(row.getString("command"), code));
            })
        .list();
  }

  @EventListener
  void called(RegistrarCall call) {
    if (!waiting.offer(call) && behind.compareAndSet(false, true)) {
      log.warn("calls to the registrar come faster than they are logged; some are skipped");
    }
  }

  @Override
  public synchronized void start() {
    running = true;
    writer = new Thread(this::write, "registrar-call-log");
    // A database that does not answer must not prevent a node from stopping.
    writer.setDaemon(true);
    writer.start();
  }

  @Override
  public synchronized void stop() {
    running = false;
    try {
      writer.join(LONGEST_END.toMillis());
      int lost = beingStored.size() + waiting.size();
      if (lost > 0) {
        log.warn("{} calls to the registrar are not logged: the database refuses them", lost);
        waiting.clear();
        writer.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  // Runs from before the first call until after the last.
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }

  private void write() {
    while (running || !waiting.isEmpty()) {
      try {
        beingStored = next();
        store(beingStored);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (DataAccessException | TransactionException e) {
        // Calls continue while the database is unavailable; keeping them all until it is back could
        // take unlimited memory.
        log.warn("calls to the registrar could not be logged: {}", e.getMessage());
      } catch (RuntimeException | Error e) {
        // Nobody else would do this thread's work, and nobody would notice.
        log.error("calls to the registrar could not be logged", e);
      } finally {
        beingStored = List.of();
      }
    }
  }

  /** The calls of the next half second, or as many as fit into one statement. */
  private List<RegistrarCall> next() throws InterruptedException {
    List<RegistrarCall> batch = new ArrayList<>();
    long end = System.nanoTime() + OFTEN.toNanos();
    long left = OFTEN.toNanos();
    while (batch.size() < LARGEST_BATCH && left > 0) {
      RegistrarCall call = waiting.poll(left, TimeUnit.NANOSECONDS);
      if (call != null) {
        batch.add(call);
      }
      left = end - System.nanoTime();
    }
    return batch;
  }

  private void store(List<RegistrarCall> calls) {
    if (calls.isEmpty()) {
      behind.set(false);
      return;
    }
    batches.batchUpdate(
        """
        insert into registrar_call
          (order_id, process_instance_id, while_waiting, account, command, code, trouble, at, millis)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        calls.stream()
            .map(
                call ->
                    new Object[] {
                      call.orderId(),
                      call.processInstance(),
                      call.whileWaiting(),
                      call.account(),
                      call.command(),
                      call.code(),
                      call.trouble() == null ? null : call.trouble().name(),
                      utc(call.at()),
                      (int) Math.min(call.took().toMillis(), Integer.MAX_VALUE)
                    })
            .toList());
  }

  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void forget() {
    jdbc.sql("delete from registrar_call where at < :oldest")
        .param("oldest", utc(clock.instant().minus(kept)))
        .update();
  }
}

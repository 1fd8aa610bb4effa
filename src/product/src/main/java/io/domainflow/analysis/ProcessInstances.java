package io.domainflow.analysis;

import io.domainflow.analysis.InstanceSearch.Position;
import io.domainflow.analysis.InstanceSearch.State;
import io.domainflow.analysis.ProcessVersions.Version;
import io.domainflow.database.EngineTime;
import io.domainflow.order.content.Operation;
import io.domainflow.process.ProcessContract;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Lists instances of processes, including ended ones, latest first. A page begins after the last
 * instance of the previous one. They are read from the engine's tables, by statements that use an
 * index and read no further than the page: there may be millions.
 */
@Repository
public class ProcessInstances {

  /**
   * If so many orders match a name, the search stops. A single name never has that many orders; a
   * pattern may match as many.
   */
  static final int MOST_ORDERS = 20_000;

  // For each version of a process, its index is read in order; the orders are joined with the few
  // remaining instances.
  private static final String PAGE =
      """
      select p.*, d.version_, o.id as order_id, o.account, o.domain, o.operation,
        case when o.process_instance_id = p.id_ then o.status end as status,
        o.outcome_code, o.failure_message, o.failure_reason
      from unnest(:versions::text[]) as version (id)
      join act_re_procdef d on d.id_ = version.id
      cross join lateral (
        select id_, proc_def_id_, business_key_, root_proc_inst_id_, start_time_, end_time_,
          duration_, state_
        from act_hi_procinst p
        where p.proc_def_id_ = version.id and %1$s
        order by p.%2$s desc, p.id_ desc limit :limit) p
      left join provisioning_order o on o.process_instance_id = p.root_proc_inst_id_
      order by p.%2$s desc, p.id_ desc limit :limit
      """;

  private static final String OF_NAMES =
      """
      p.id_ = any(array(
        select i.id_ from act_hi_procinst i where i.root_proc_inst_id_ in (
          select o.process_instance_id from provisioning_order o where o.domain %s :domain
          order by o.created_at desc limit :mostOrders)))
      """;

  // The state, one of few, is a literal in the statement: the numbers of orders with each state
  // differ very much, and so does the best query plan.
  private static final String AS_ITS_ORDER =
      """
      p.end_time_ is not null and p.id_ in (
        select o.process_instance_id from provisioning_order o where o.status = '%s')
      """;

  private final JdbcClient jdbc;
  private final List<ProcessContract> contracts;

  ProcessInstances(JdbcClient jdbc, List<ProcessContract> contracts) {
    this.jdbc = jdbc;
    this.contracts = contracts;
  }

  /**
   * An instance of a process.
   *
   * @param reference of the order; without an order, the subject
   * @param outcome how its order has ended, or why it failed, in words; null if it has none, or is
   *     still running
   * @param endedAt null while it runs
   * @param took null while it runs
   * @param order the order that it carries out, or a part of it
   */
  public record Instance(
      String id,
      int version,
      State state,
      String reference,
      String account,
      String domain,
      @Nullable Operation operation,
      @Nullable String outcome,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable Duration took,
      @Nullable UUID order) {}

  /**
   * A page of instances.
   *
   * @param versions of one process, at least one
   */
  public List<Instance> read(List<Version> versions, InstanceSearch search) {
    boolean running = search.state() == State.RUNNING;
    String time = running ? "start_time_" : "end_time_";
    List<String> conditions = new ArrayList<>();
    Map<String, Object> parameters = new HashMap<>();
    conditions.add(inState(search.state(), isOfOrders(versions.get(0).key())));
    if (search.domain() != null) {
      boolean pattern = search.domain().contains("*");
      conditions.add(OF_NAMES.formatted(pattern ? "like" : "="));
      parameters.put("domain", pattern ? like(search.domain()) : search.domain());
      parameters.put("mostOrders", MOST_ORDERS);
    }
    if (search.reference() != null) {
      conditions.add("p.business_key_ = :reference");
      parameters.put("reference", search.reference());
    }
    if (search.endedFrom() != null) {
      conditions.add("p.end_time_ >= :endedFrom");
      parameters.put("endedFrom", EngineTime.at(search.endedFrom()));
    }
    if (search.endedBefore() != null) {
      conditions.add("p.end_time_ < :endedBefore");
      parameters.put("endedBefore", EngineTime.at(search.endedBefore()));
    }
    Position after = search.after();
    if (after != null) {
      conditions.add("(p.%s, p.id_) < (:afterTime, :afterId)".formatted(time));
      parameters.put("afterTime", EngineTime.at(after.at()));
      parameters.put("afterId", after.instance());
    }
    return jdbc.sql(PAGE.formatted(String.join(" and ", conditions), time))
        .params(parameters)
        .param("versions", versions.stream().map(Version::id).toArray(String[]::new))
        .param("limit", search.limit())
        .query((row, n) -> read(row))
        .list();
  }

  private boolean isOfOrders(String process) {
    return contracts.stream().anyMatch(contract -> contract.key().equals(process));
  }

  private static String inState(@Nullable State state, boolean ofOrders) {
    if (state == null) {
      return "p.end_time_ is not null";
    }
    if (state == State.RUNNING) {
      return "p.end_time_ is null";
    }
    if (ofOrders) {
      return AS_ITS_ORDER.formatted(state.name());
    }
    return switch (state) {
      case COMPLETED -> "p.end_time_ is not null and p.state_ = 'COMPLETED'";
      case CANCELLED -> "p.end_time_ is not null and p.state_ <> 'COMPLETED'";
      default -> "false";
    };
  }

  private static String like(String domain) {
    return domain.replace("\\", "\\\\").replace("_", "\\_").replace("%", "\\%").replace('*', '%');
  }

  private static Instance read(ResultSet row) throws SQLException {
    Instant endedAt = EngineTime.instantOrNull(row, "end_time_");
    String operation = row.getString("operation");
    State state = endedAt == null ? State.RUNNING : ended(row);
    return new Instance(
        row.getString("id_"),
        row.getInt("version_"),
        state,
        row.getString("business_key_"),
        row.getString("account"),
        row.getString("domain"),
        operation == null ? null : Operation.valueOf(operation),
        outcome(state, row),
        EngineTime.instant(row, "start_time_"),
        endedAt,
        endedAt == null ? null : Duration.ofMillis(row.getLong("duration_")),
        row.getObject("order_id", UUID.class));
  }

  // For a process that carries out an order, its own end means little: that of a failed order
  // completes, too.
  private static State ended(ResultSet row) throws SQLException {
    String status = row.getString("status");
    if (status != null) {
      for (State state : State.values()) {
        if (state.name().equals(status)) {
          return state;
        }
      }
    }
    return row.getString("state_").equals("COMPLETED") ? State.COMPLETED : State.CANCELLED;
  }

  private static @Nullable String outcome(State state, ResultSet row) throws SQLException {
    if (row.getString("status") == null) {
      return null;
    }
    return switch (state) {
      case COMPLETED -> words(row.getString("outcome_code"));
      case FAILED ->
          row.getString("failure_message") == null
              ? words(row.getString("failure_reason"))
              : row.getString("failure_message");
      default -> null;
    };
  }

  private static @Nullable String words(@Nullable String code) {
    return code == null ? null : code.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

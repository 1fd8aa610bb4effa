package io.domainflow.order.list;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.utc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.order.AcceptedInput;
import io.domainflow.order.OrderRowMapper;
import io.domainflow.order.OrderStatus;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.content.Operation;
import io.domainflow.order.list.OrderSearch.Sort;
import io.domainflow.order.list.OrderTrouble.State;
import io.domainflow.owner.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Lists of orders, by the time at which they were placed. A page continues after the last order of
 * the previous page, whatever was placed or changed in the meantime. The orders are without
 * contacts, additional fields and secrets.
 */
@Repository
public class OrderPages {

  /** The waits in which the caller can send input, by operation. */
  private static final String[] TAKEN =
      Arrays.stream(Operation.values())
          .flatMap(
              operation ->
                  Arrays.stream(WaitingFor.Code.values())
                      .filter(code -> !AcceptedInput.accepts(operation, code).isEmpty())
                      .map(code -> operation + " " + code))
          .toArray(String[]::new);

  private static final String[] TRIED_AGAIN =
      WaitingFor.TRIED_AGAIN.stream().map(Enum::name).toArray(String[]::new);

  private final JdbcClient jdbc;
  private final OrderPositions places;
  private final ObjectMapper json;
  private final RowMapper<ProvisioningOrder> mapper;

  OrderPages(JdbcClient jdbc, OrderPositions places, ObjectMapper json) {
    this.jdbc = jdbc;
    this.places = places;
    this.json = json;
    this.mapper = new OrderRowMapper(json);
  }

  /** Reads a page. */
  public List<ProvisioningOrder> read(OrderSearch search) {
    Conditions conditions = new Conditions();
    conditions.add("owner = any(:owners)", "owners", search.caller().seenOwners());
    conditions.add("login = :login", "login", search.login());
    domain(search.domain(), conditions);
    term(search.term(), conditions);
    conditions.add(
        "reference = :reference",
        "reference",
        search.reference() == null ? null : search.reference().text());
    conditions.add("account = :account", "account", search.account());
    conditions.add("status = any(:statuses)", "statuses", names(search.statuses()));
    conditions.add("operation = any(:operations)", "operations", names(search.operations()));
    conditions.add(
        "status = 'WAITING' and waiting_code = :code",
        "code",
        search.waitingFor() == null ? null : search.waitingFor().name());
    waitingOn(search.waitingOn(), conditions);
    if (!search.troubles().isEmpty()) {
      conditions.add(
          "process_instance_id = any(:inTrouble)",
          "inTrouble",
          places.processesInTrouble(search.troubles()).toArray(String[]::new));
    }
    conditions.add("created_at >= :createdFrom", "createdFrom", utc(search.createdFrom()));
    conditions.add("created_at < :createdBefore", "createdBefore", utc(search.createdBefore()));
    conditions.add("updated_at >= :updatedFrom", "updatedFrom", utc(search.updatedFrom()));
    conditions.add("updated_at < :updatedBefore", "updatedBefore", utc(search.updatedBefore()));
    if (!search.metadata().isEmpty()) {
      conditions.add("metadata @> :metadata::jsonb", "metadata", toJson(search.metadata()));
    }
    boolean oldestFirst = search.sort() == Sort.OLDEST_FIRST;
    if (search.after() != null) {
      conditions.add(
          "(created_at, id) %s (:afterCreated, :afterId)".formatted(oldestFirst ? ">" : "<"),
          "afterCreated",
          utc(search.after().created()));
      conditions.parameters.put("afterId", search.after().id());
    }
    return jdbc.sql(
            "select * from provisioning_order "
                + conditions.where()
                + (oldestFirst
                    ? " order by created_at, id limit :limit"
                    : " order by created_at desc, id desc limit :limit"))
        .params(conditions.parameters)
        .param("limit", search.limit())
        .query(mapper)
        .list();
  }

  /**
   * How many orders have a failed step in each state; an order with steps in both counts as
   * stopped.
   *
   * @param caller whose visible orders are counted
   */
  public Map<State, Integer> inTrouble(Caller caller) {
    Set<String> stopped = Set.copyOf(places.processesInTrouble(Set.of(State.STOPPED)));
    Set<String> retrying = new HashSet<>(places.processesInTrouble(Set.of(State.RETRYING)));
    retrying.removeAll(stopped);
    return Map.of(State.RETRYING, count(retrying, caller), State.STOPPED, count(stopped, caller));
  }

  private int count(Set<String> processes, Caller caller) {
    Conditions conditions = new Conditions();
    conditions.add("owner = any(:owners)", "owners", caller.seenOwners());
    conditions.add(
        "process_instance_id = any(:processes)", "processes", processes.toArray(String[]::new));
    return jdbc.sql("select count(*) from provisioning_order " + conditions.where())
        .params(conditions.parameters)
        .query(Integer.class)
        .single();
  }

  /** The parameter names of the additional fields of orders that have any, in order. */
  public Map<UUID, List<String>> additionalFields(Collection<ProvisioningOrder> orders) {
    Map<UUID, List<String>> names = new HashMap<>();
    jdbc.sql(
            """
            select order_id, parameter from order_additional_field
            where order_id = any(:ids) order by parameter
            """)
        .param("ids", orders.stream().map(ProvisioningOrder::id).toArray(UUID[]::new))
        .query(
            row -> {
              names
                  .computeIfAbsent(row.getObject("order_id", UUID.class), id -> new ArrayList<>())
                  .add(row.getString("parameter"));
            });
    return names;
  }

  /** The status of these orders, and when each was last changed. */
  public Map<UUID, Standing> standing(Collection<UUID> orders) {
    Map<UUID, Standing> standing = new HashMap<>();
    jdbc.sql("select id, status, updated_at from provisioning_order where id = any(:ids)")
        .param("ids", orders.toArray(UUID[]::new))
        .query(
            row -> {
              standing.put(
                  row.getObject("id", UUID.class),
                  new Standing(
                      OrderStatus.valueOf(row.getString("status")), instant(row, "updated_at")));
            });
    return standing;
  }

  /** The status of an order, and since when. */
  public record Standing(OrderStatus status, Instant updatedAt) {}

  private static void domain(@Nullable String wanted, Conditions conditions) {
    if (wanted == null || !wanted.contains("*")) {
      conditions.add("domain = :domain", "domain", wanted);
    } else {
      conditions.add("domain like :domain", "domain", pattern(wanted));
    }
  }

  private static void term(OrderSearch.@Nullable Term term, Conditions conditions) {
    if (term == null) {
      return;
    }
    List<String> either = new ArrayList<>();
    if (term.domain() != null) {
      either.add("domain like :termDomain");
      conditions.parameters.put("termDomain", pattern(term.domain()));
    }
    if (term.reference() != null) {
      either.add("reference like :termReference");
      conditions.parameters.put("termReference", pattern(term.reference() + "*"));
    }
    conditions.conditions.add("(" + String.join(" or ", either) + ")");
  }

  private static String pattern(String wanted) {
    return wanted.replace("\\", "\\\\").replace("_", "\\_").replace("%", "\\%").replace('*', '%');
  }

  private static void waitingOn(Set<WaitingParty> parties, Conditions conditions) {
    if (parties.isEmpty()) {
      return;
    }
    conditions.conditions.add(
        "status = 'WAITING' and ("
            + parties.stream().map(OrderPages::waitsFor).collect(Collectors.joining(" or "))
            + ")");
    if (parties.contains(WaitingParty.REGISTRAR) || parties.contains(WaitingParty.REGISTRY)) {
      conditions.parameters.put("triedAgain", TRIED_AGAIN);
    }
    if (parties.contains(WaitingParty.CALLER)) {
      conditions.parameters.put("taken", TAKEN);
    }
  }

  private static String waitsFor(WaitingParty party) {
    return switch (party) {
      case OPERATOR ->
          "waiting_who = 'OPERATOR' or waiting_who <> 'APPROVER' and waiting_task_id is not null";
      case APPROVER -> "waiting_who = 'APPROVER'";
      case CALLER -> "operation || ' ' || waiting_code = any(:taken)";
      case HOLDER -> "waiting_who in ('REGISTRANT', 'PRIOR_REGISTRANT')";
      case REGISTRAR -> "waiting_who = 'REGISTRAR' and waiting_code = any(:triedAgain)";
      case REGISTRY -> "waiting_who = 'REGISTRAR' and waiting_code <> all(:triedAgain)";
      case TIME ->
          "waiting_code = 'TOO_YOUNG' or waiting_who = 'CALLER' and waiting_code <> 'QUESTION'"
              + " and waiting_task_id is null";
    };
  }

  private static String @Nullable [] names(Collection<? extends Enum<?>> values) {
    return values.isEmpty() ? null : values.stream().map(Enum::name).toArray(String[]::new);
  }

  private String toJson(Map<String, String> metadata) {
    try {
      return json.writeValueAsString(metadata);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts can always be written", e);
    }
  }

  private static final class Conditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    void add(String condition, String parameter, @Nullable Object value) {
      if (value != null) {
        conditions.add(condition);
        parameters.put(parameter, value);
      }
    }

    String where() {
      return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    }
  }
}

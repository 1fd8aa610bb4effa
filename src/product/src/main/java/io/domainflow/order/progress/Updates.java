package io.domainflow.order.progress;

import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.account.SealedColumn;
import io.domainflow.account.SecretVault;
import io.domainflow.model.DomainName;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Section;
import io.domainflow.order.OrderEvent.Kind;
import io.domainflow.order.OrderEvents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The progress of updates in the database. The previous and the ordered setup are encrypted,
 * because contact handles lead to personal data.
 */
@Repository
public class Updates {

  private final JdbcClient jdbc;
  private final OrderEvents events;
  private final SecretVault vault;
  private final ObjectMapper json;
  private final Clock clock;

  Updates(JdbcClient jdbc, OrderEvents events, SecretVault vault, ObjectMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.vault = vault;
    this.json = json;
    this.clock = clock;
  }

  /** Which state of a name the settings describe. */
  private enum State {
    WANTED,
    BEFORE,
    AFTER
  }

  /**
   * Records what an order will change, replacing an earlier plan. A refused section is ordered
   * again; a completed one stays completed.
   *
   * @param before the present setup; not updated once something may have been sent
   */
  @Transactional
  public void plan(UUID order, NameSettings wanted, NameSettings before) {
    jdbc.sql("insert into order_update (order_id) values (:order) on conflict do nothing")
        .param("order", order)
        .update();
    store(order, State.WANTED, wanted);
    if (!isBegun(order)) {
      store(order, State.BEFORE, before);
    }
    for (Section section : wanted.sections()) {
      jdbc.sql(
              """
              insert into order_update_section as s (order_id, section, state)
              values (:order, :section, 'WANTED')
              on conflict (order_id, section) do update set state = 'WANTED', reason = null
              where s.state <> 'DONE'
              """)
          .param("order", order)
          .param("section", section.name())
          .update();
    }
  }

  /**
   * Records the state of a section. One that this order has changed stays {@code DONE} when it is
   * found to be as ordered.
   *
   * @param reason why it is not as ordered, for people; null if there is none
   */
  @Transactional
  public void conclude(UUID order, Section section, SectionState state, @Nullable String reason) {
    Optional<String> known = reason(order, section);
    int concluded =
        jdbc.sql(
                """
                insert into order_update_section as s (order_id, section, state, reason)
                values (:order, :section, :state, :reason)
                on conflict (order_id, section) do update
                set state = excluded.state, reason = excluded.reason
                where (s.state, s.reason) is distinct from (excluded.state, excluded.reason)
                  and not (s.state = 'DONE' and excluded.state = 'UNCHANGED')
                """)
            .param("order", order)
            .param("section", section.name())
            .param("state", state.name())
            .param("reason", reason)
            .update();
    if (concluded > 0 && state == SectionState.DONE) {
      events.note(order, Kind.SECTION_CHANGED, section.words(), null);
    }
    // Skipping a refused section repeats nothing.
    if (concluded > 0 && reason != null && !known.equals(Optional.of(reason))) {
      events.note(order, Kind.SECTION_REFUSED, section.words() + "; " + reason, null);
    }
  }

  private Optional<String> reason(UUID order, Section section) {
    return jdbc.sql(
            "select reason from order_update_section"
                + " where order_id = :order and section = :section and reason is not null")
        .param("order", order)
        .param("section", section.name())
        .query(String.class)
        .optional();
  }

  /**
   * Records the setup right before the first change is sent; has no effect afterwards.
   *
   * @param before the setup as just read
   */
  @Transactional
  public void begin(UUID order, NameSettings before) {
    boolean first =
        jdbc.sql("update order_update set begun = true where order_id = :order and not begun")
                .param("order", order)
                .update()
            > 0;
    if (first) {
      store(order, State.BEFORE, before);
    }
  }

  /** Records the setup after the changes. */
  public void after(UUID order, NameSettings after) {
    store(order, State.AFTER, after);
  }

  /**
   * Records whether the registry has yet to execute a change; the time of the first call is kept.
   */
  public void pending(UUID order, boolean pending) {
    jdbc.sql(
            """
            update order_update
            set pending_since = case when :pending then coalesce(pending_since, :now) end
            where order_id = :order
            """)
        .param("order", order)
        .param("pending", pending)
        .param("now", utc(clock.instant()))
        .update();
  }

  /** Since when a change has been pending at the registry; empty if none is. */
  public Optional<Instant> pendingSince(UUID order) {
    return jdbc.sql("select pending_since from order_update where order_id = :order")
        .param("order", order)
        .query((row, n) -> Optional.ofNullable(instantOrNull(row, "pending_since")))
        .optional()
        .flatMap(since -> since);
  }

  /**
   * The progress of an order.
   *
   * @throws IllegalStateException if it has no plan
   */
  public Update get(UUID order) {
    return find(order)
        .orElseThrow(() -> new IllegalStateException("nothing is planned for order " + order));
  }

  /** The progress of an order; empty if it has no plan yet. */
  public Optional<Update> find(UUID order) {
    return Optional.ofNullable(find(List.of(order)).get(order));
  }

  /** The progress of those of these orders that have a plan. */
  public Map<UUID, Update> find(Collection<UUID> orders) {
    if (orders.isEmpty()) {
      return Map.of();
    }
    UUID[] ids = orders.toArray(UUID[]::new);
    Map<UUID, Map<State, NameSettings>> settings = settings(ids);
    Map<UUID, Map<Section, SectionResult>> results = results(ids);
    Map<UUID, Update> found = new HashMap<>();
    jdbc.sql(
            "select order_id, begun, pending_since from order_update where order_id = any(:orders)")
        .param("orders", ids)
        .query(
            row -> {
              UUID order = row.getObject("order_id", UUID.class);
              found.put(
                  order,
                  update(
                      settings.getOrDefault(order, Map.of()),
                      results.getOrDefault(order, Map.of()),
                      row.getBoolean("begun"),
                      row.getObject("pending_since") != null));
            });
    return found;
  }

  private static Update update(
      Map<State, NameSettings> settings,
      Map<Section, SectionResult> results,
      boolean begun,
      boolean pending) {
    return new Update(
        settings.getOrDefault(State.WANTED, NameSettings.NOTHING),
        settings.getOrDefault(State.BEFORE, NameSettings.NOTHING),
        settings.getOrDefault(State.AFTER, NameSettings.NOTHING),
        results,
        begun,
        pending);
  }

  /**
   * The setup of a name before each order that has replaced its name servers since then, to detect
   * a gradual replacement.
   */
  public List<NameSettings> beforeNameservers(String account, DomainName domain, Instant since) {
    UUID[] orders =
        jdbc.sql(
                """
                select o.id from provisioning_order o
                join order_update_section s
                  on s.order_id = o.id and s.section = 'NAMESERVERS' and s.state = 'DONE'
                where o.account = :account and o.domain = :domain
                  and o.status not in ('IN_PROGRESS', 'WAITING')
                  and coalesce(o.ended_at, o.updated_at) > :since
                """)
            .param("account", account)
            .param("domain", domain.ascii())
            .param("since", utc(since))
            .query(UUID.class)
            .list()
            .toArray(UUID[]::new);
    return settings(orders).values().stream()
        .map(states -> states.getOrDefault(State.BEFORE, NameSettings.NOTHING))
        .toList();
  }

  private Map<UUID, Map<Section, SectionResult>> results(UUID[] orders) {
    Map<UUID, Map<Section, SectionResult>> found = new HashMap<>();
    jdbc.sql("select * from order_update_section where order_id = any(:orders)")
        .param("orders", orders)
        .query(
            row -> {
              found
                  .computeIfAbsent(
                      row.getObject("order_id", UUID.class), order -> new EnumMap<>(Section.class))
                  .put(
                      Section.valueOf(row.getString("section")),
                      new SectionResult(
                          SectionState.valueOf(row.getString("state")), row.getString("reason")));
            });
    return found;
  }

  private Map<UUID, Map<State, NameSettings>> settings(UUID[] orders) {
    Map<UUID, Map<State, NameSettings>> found = new HashMap<>();
    jdbc.sql("select * from order_update_settings where order_id = any(:orders)")
        .param("orders", orders)
        .query(
            row -> {
              UUID order = row.getObject("order_id", UUID.class);
              State state = State.valueOf(row.getString("kind"));
              found
                  .computeIfAbsent(order, any -> new EnumMap<>(State.class))
                  .put(state, opened(row, order, state));
            });
    return found;
  }

  private NameSettings opened(ResultSet row, UUID order, State state) throws SQLException {
    try {
      return json.readValue(
          vault.open(
              row.getBytes("settings_sealed"), SealedColumn.UPDATE_SETTINGS.place(order, state)),
          NameSettings.class);
    } catch (JsonProcessingException e) {
      // without the cause, which would quote the decrypted value
      throw new IllegalStateException("the settings of an update cannot be read");
    }
  }

  private boolean isBegun(UUID order) {
    return jdbc.sql("select begun from order_update where order_id = :order")
        .param("order", order)
        .query(Boolean.class)
        .single();
  }

  private void store(UUID order, State state, NameSettings settings) {
    jdbc.sql(
            """
            insert into order_update_settings (order_id, kind, settings_sealed)
            values (:order, :kind, :settings)
            on conflict (order_id, kind) do update set settings_sealed = excluded.settings_sealed
            """)
        .param("order", order)
        .param("kind", state.name())
        .param(
            "settings",
            vault.seal(written(settings), SealedColumn.UPDATE_SETTINGS.place(order, state)))
        .update();
  }

  private String written(NameSettings settings) {
    try {
      return json.writeValueAsString(settings);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("settings can always be written", e);
    }
  }
}

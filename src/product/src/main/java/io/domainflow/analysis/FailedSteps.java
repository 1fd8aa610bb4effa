package io.domainflow.analysis;

import io.domainflow.analysis.FailedStepGroups.Group;
import io.domainflow.analysis.FailedStepGroups.Step;
import io.domainflow.order.list.OrderTrouble.State;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Failed steps, with the orders to which they belong. */
@Component
public class FailedSteps {

  private final FailedStepGroups steps;
  private final JdbcClient jdbc;

  FailedSteps(FailedStepGroups steps, JdbcClient jdbc) {
    this.steps = steps;
    this.jdbc = jdbc;
  }

  /**
   * A step with its order.
   *
   * @param reference of the order; null for a step without an order
   */
  public record OfOrder(
      Step step, @Nullable String reference, @Nullable String domain, @Nullable String account) {}

  /** All groups: stopped ones first. */
  public List<Group> groups() {
    return steps.groups(EnumSet.allOf(State.class));
  }

  /** A group, if it still has any steps. */
  public Optional<Group> group(String key) {
    return steps.group(key);
  }

  /** The steps of a group with their orders, in the same order. */
  public List<OfOrder> withOrders(Group group) {
    UUID[] ids =
        group.steps().stream()
            .map(Step::order)
            .filter(Objects::nonNull)
            .distinct()
            .toArray(UUID[]::new);
    Map<UUID, String[]> orders = new HashMap<>();
    jdbc.sql("select id, reference, domain, account from provisioning_order where id = any(:ids)")
        .param("ids", ids)
        .query(
            row -> {
              orders.put(
                  row.getObject("id", UUID.class),
                  new String[] {
                    row.getString("reference"), row.getString("domain"), row.getString("account")
                  });
            });
    return group.steps().stream()
        .map(
            step -> {
              String[] order = orders.getOrDefault(step.order(), new String[3]);
              return new OfOrder(step, order[0], order[1], order[2]);
            })
        .toList();
  }
}

package io.domainflow.order.limits;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.content.Operation;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Which waiting order gives way to a new one for the same name: the only table that decides it, and
 * {@code docs/order-api.md} has the same rows. All other orders keep their name busy until they
 * end.
 *
 * <p>An order gives way only in a wait in which nothing was sent and nothing bought, only to an
 * order of the same owner, and only if it would help the name to leave while its owner now wants it
 * to stop or to end.
 */
public final class GivingWay {

  private static final Set<Operation> ENDING =
      EnumSet.of(Operation.SUSPEND, Operation.CANCEL, Operation.DELETE);

  /** The table. */
  public static final List<Row> ROWS =
      List.of(
          new Row(Operation.AUTH_CODE, Code.AUTH_CODE_APPROVAL, ENDING),
          new Row(Operation.RELEASE, Code.RELEASE_APPROVAL, ENDING));

  private GivingWay() {}

  /**
   * A case in which an order gives way.
   *
   * @param waiting operation of the open order
   * @param code what it waits for
   * @param to operations of the new order
   */
  public record Row(Operation waiting, Code code, Set<Operation> to) {

    /** Keeps a copy of the operations. */
    public Row {
      to = Set.copyOf(to);
    }
  }

  /** Whether there are open orders that give way to this operation. */
  public static boolean isTo(Operation operation) {
    return ROWS.stream().anyMatch(row -> row.to().contains(operation));
  }

  /** Whether an open order gives way to a new one for the same name. */
  public static boolean gives(ProvisioningOrder open, ProvisioningOrder order) {
    WaitingFor wait = open.waitingFor();
    return wait != null
        && Objects.equals(open.owner(), order.owner())
        && ROWS.stream()
            .anyMatch(
                row ->
                    row.waiting() == open.content().operation()
                        && row.code() == wait.code()
                        && row.to().contains(order.content().operation()));
  }
}

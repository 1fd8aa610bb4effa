package io.domainflow.order.domain;

import io.domainflow.order.OrderStatus;
import io.domainflow.order.content.Operation;
import io.domainflow.owner.Owner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open order for a name, as shown in a list of names.
 *
 * @param domain in ASCII form
 * @param owner its owner; null if there is none
 */
public record OrderInWork(
    UUID id,
    String account,
    String domain,
    String reference,
    Operation operation,
    OrderStatus status,
    @Nullable Owner owner) {

  /** Whether it extends the period of the name. */
  public boolean renews() {
    return operation.isRenewal();
  }

  static OrderInWork of(ResultSet row) throws SQLException {
    return new OrderInWork(
        row.getObject("id", UUID.class),
        row.getString("account"),
        row.getString("domain"),
        row.getString("reference"),
        Operation.valueOf(row.getString("operation")),
        OrderStatus.valueOf(row.getString("status")),
        Owner.ofStored(row.getString("owner")));
  }
}

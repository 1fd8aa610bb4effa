package io.domainflow.order.domain;

import io.domainflow.order.OrderStatus;
import io.domainflow.order.wanted.Operation;
import io.domainflow.owner.Owner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order that is open for a name, as far as a list of names shows it.
 *
 * @param domain in its ASCII form
 * @param owner whose it is; null if it has no owner
 */
public record OrderUnderWay(
    UUID id,
    String account,
    String domain,
    String reference,
    Operation operation,
    OrderStatus status,
    @Nullable Owner owner) {

  /** Whether it gives the name another period, once it is done. */
  public boolean renews() {
    return operation.isRenewal();
  }

  static OrderUnderWay of(ResultSet row) throws SQLException {
    return new OrderUnderWay(
        row.getObject("id", UUID.class),
        row.getString("account"),
        row.getString("domain"),
        row.getString("reference"),
        Operation.valueOf(row.getString("operation")),
        OrderStatus.valueOf(row.getString("status")),
        Owner.ofStored(row.getString("owner")));
  }
}

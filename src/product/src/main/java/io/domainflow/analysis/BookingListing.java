package io.domainflow.analysis;

import static io.domainflow.analysis.FigureColumn.amount;
import static io.domainflow.analysis.FigureColumn.order;
import static io.domainflow.analysis.FigureColumn.text;
import static io.domainflow.analysis.FigureColumn.time;
import static io.domainflow.database.DatabaseTime.instantOrNull;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bookings behind the charges, one by one, latest first. */
@Component
class BookingListing implements Figure {

  private static final FigureHead HEAD =
      new FigureHead(
          "bookings",
          "Bookings",
          true,
          FigureHead.OF_ORDERS,
          List.of(
              time("at", "Booked"),
              text("account", "Account"),
              text("booking", "Registrar's number"),
              text("domain", "Domain"),
              text("operation", "Operation"),
              amount("amount", "Charged without VAT"),
              text("currency", "Currency"),
              text("reference", "Reference"),
              order()));

  private static final String BOOKINGS =
      """
      select * from (
        select b.booked_at, o.account, b.booking, o.domain_unicode, o.operation, b.amount, b.currency,
          o.reference, o.id, o.tld
        from booking b
        join command_journal j on j.id = b.entry
        join provisioning_order o on o.id = j.order_id
        where b.booked_at >= :begin and b.booked_at < :end) booked
      where %s
      order by booked_at desc, booking desc limit :most
      """
          .formatted(FigureCriteria.FILTERED);

  private final JdbcClient jdbc;

  BookingListing(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public FigureHead head() {
    return HEAD;
  }

  @Override
  public FigureRows read(FigureCriteria criteria) {
    return FigureRows.first(
        criteria
            .filter(criteria.period(jdbc.sql(BOOKINGS)))
            .param("most", FigureTable.LONGEST_LIST + 1)
            .query(
                (row, n) ->
                    FigureRows.row(
                        instantOrNull(row, "booked_at"),
                        row.getString("account"),
                        row.getString("booking"),
                        row.getString("domain_unicode"),
                        row.getString("operation"),
                        row.getBigDecimal("amount").toPlainString(),
                        row.getString("currency"),
                        row.getString("reference"),
                        row.getObject("id", UUID.class)))
            .list());
  }
}

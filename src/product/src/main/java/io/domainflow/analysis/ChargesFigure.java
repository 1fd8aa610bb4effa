package io.domainflow.analysis;

import static io.domainflow.analysis.FigureColumn.amount;
import static io.domainflow.analysis.FigureColumn.count;
import static io.domainflow.analysis.FigureColumn.text;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What the registrar has charged for orders, as booked: by month, account, operation and top-level
 * domain, without VAT. Refunds are subtracted.
 */
@Component
class ChargesFigure implements Figure {

  private static final FigureHead HEAD =
      new FigureHead(
          "charges",
          "Charges",
          true,
          FigureHead.OF_ORDERS,
          List.of(
              text("month", "Month"),
              text("account", "Account"),
              text("operation", "Operation"),
              text("tld", "TLD"),
              count("bookings", "Bookings"),
              amount("amount", "Charged without VAT"),
              text("currency", "Currency")));

  private final ChargedDays days;

  ChargesFigure(ChargedDays days) {
    this.days = days;
  }

  @Override
  public FigureHead head() {
    return HEAD;
  }

  @Override
  public FigureRows read(FigureCriteria criteria) {
    return FigureRows.all(
        days.sum(
            criteria,
            "to_char(day, 'YYYY-MM'), account, operation, tld",
            (row, n) ->
                FigureRows.row(
                    row.getString(1),
                    row.getString("account"),
                    row.getString("operation"),
                    row.getString("tld"),
                    row.getLong("bookings"),
                    row.getBigDecimal("amount").toPlainString(),
                    row.getString("currency"))));
  }
}

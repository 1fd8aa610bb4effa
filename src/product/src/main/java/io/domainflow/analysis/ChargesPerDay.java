package io.domainflow.analysis;

import static io.domainflow.analysis.FigureColumn.amount;
import static io.domainflow.analysis.FigureColumn.count;
import static io.domainflow.analysis.FigureColumn.day;
import static io.domainflow.analysis.FigureColumn.text;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the registrar has charged for orders on each day, without VAT. */
@Component
class ChargesPerDay implements Figure {

  private static final FigureHead HEAD =
      new FigureHead(
          "charges-per-day",
          "Charges per day",
          true,
          FigureHead.OF_ORDERS,
          List.of(
              day(),
              count("bookings", "Bookings"),
              amount("amount", "Charged without VAT"),
              text("currency", "Currency")));

  private final ChargedDays days;

  ChargesPerDay(ChargedDays days) {
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
            "day",
            (row, n) ->
                FigureRows.row(
                    row.getObject("day", LocalDate.class),
                    row.getLong("bookings"),
                    row.getBigDecimal("amount").toPlainString(),
                    row.getString("currency"))));
  }
}

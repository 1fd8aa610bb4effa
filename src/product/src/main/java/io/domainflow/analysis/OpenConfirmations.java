package io.domainflow.analysis;

import static io.domainflow.analysis.FigureColumn.count;
import static io.domainflow.analysis.FigureColumn.order;
import static io.domainflow.analysis.FigureColumn.text;
import static io.domainflow.analysis.FigureColumn.time;
import static io.domainflow.database.DatabaseTime.instantOrNull;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Orders that wait for somebody to follow the link in a mail: those whose time ends first at the
 * top. A change that the registrar carries out without asking anybody waits with the same code.
 */
@Component
class OpenConfirmations implements Figure {

  private static final FigureHead HEAD =
      new FigureHead(
          "open-confirmations",
          "Open confirmations",
          false,
          FigureHead.OF_ORDERS,
          List.of(
              count("daysLeft", "Days left"),
              time("until", "Until"),
              text("domain", "Domain"),
              text("operation", "Operation"),
              text("account", "Account"),
              time("since", "Waiting since"),
              count("reminders", "Reminders sent"),
              text("reference", "Reference"),
              order()));

  private final JdbcClient jdbc;
  private final Clock clock;

  OpenConfirmations(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public FigureHead head() {
    return HEAD;
  }

  @Override
  public FigureRows read(FigureCriteria criteria) {
    Instant now = clock.instant();
    return FigureRows.first(
        criteria
            .filter(
                jdbc.sql(
                    """
                    select waiting_until, waiting_since, domain, operation, account, reference, id,
                      coalesce((select reminders_sent from order_registrant_change c
                        where c.order_id = provisioning_order.id), 0)
                      + (select count(*) from order_event e
                        where e.order_id = provisioning_order.id
                          and e.kind = 'MAILS_SENT_AGAIN') as reminders
                    from provisioning_order
                    where status = 'WAITING'
                      and waiting_code in ('CONFIRMATION', 'CONFIRMATION_MAIL')
                      and waiting_who in ('REGISTRANT', 'PRIOR_REGISTRANT') and %s
                    order by waiting_until nulls last, domain, id limit :most
                    """
                        .formatted(FigureCriteria.FILTERED)))
            .param("most", FigureTable.LONGEST_LIST + 1)
            .query(
                (row, n) -> {
                  Instant until = instantOrNull(row, "waiting_until");
                  return FigureRows.row(
                      DaysLeft.of(now, until),
                      until,
                      FigureRows.domain(row),
                      row.getString("operation"),
                      row.getString("account"),
                      instantOrNull(row, "waiting_since"),
                      row.getLong("reminders"),
                      row.getString("reference"),
                      row.getObject("id", UUID.class));
                })
            .list());
  }
}

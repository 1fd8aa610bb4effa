package io.domainflow.analysis;

import static io.domainflow.analysis.FigureColumn.order;
import static io.domainflow.analysis.FigureColumn.seconds;
import static io.domainflow.analysis.FigureColumn.text;
import static io.domainflow.analysis.FigureColumn.time;
import static io.domainflow.database.DatabaseTime.instantOrNull;

import io.domainflow.analysis.FigureHead.Filter;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The orders behind a number of a figure, latest first. */
class OrderListing implements Figure {

  private final FigureHead head;
  private final String sql;
  private final JdbcClient jdbc;

  /**
   * Creates the list.
   *
   * @param column the time that decides to which day an order belongs
   * @param what what happened at that time
   */
  OrderListing(
      String name, String title, String column, String what, Set<Filter> filters, JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.head =
        new FigureHead(
            name,
            title,
            true,
            filters,
            List.of(
                time("at", what),
                text("domain", "Domain"),
                text("operation", "Operation"),
                text("account", "Account"),
                text("status", "Status"),
                text("reason", "Failed for"),
                text("code", "Registrar's code"),
                seconds("took", "Took"),
                text("reference", "Reference"),
                order(),
                text("instance", "Process instance")));
    this.sql =
        """
        select %1$s as at, domain_unicode, operation, account, status,
          case status when 'FAILED' then failure_reason end as reason,
          case status when 'FAILED' then failure_code end as code,
          extract(epoch from ended_at - created_at)::float8 as took, reference, id,
          process_instance_id
        from provisioning_order
        where %1$s >= :begin and %1$s < :end and %2$s
          and (:status::text is null or status = :status)
          and (:reason::text is null or (status = 'FAILED' and failure_reason = :reason))
          and (:code::int is null or (status = 'FAILED' and failure_code = :code))
        order by %1$s desc, id desc limit :most
        """
            .formatted(column, FigureCriteria.FILTERED);
  }

  @Override
  public FigureHead head() {
    return head;
  }

  @Override
  public FigureRows read(FigureCriteria criteria) {
    return FigureRows.first(
        criteria
            .filter(criteria.period(jdbc.sql(sql)))
            .param("status", criteria.status() == null ? null : criteria.status().name())
            .param("reason", criteria.reason() == null ? null : criteria.reason().name())
            .param("code", criteria.code())
            .param("most", FigureTable.LONGEST_LIST + 1)
            .query(
                (row, n) ->
                    FigureRows.row(
                        instantOrNull(row, "at"),
                        row.getString("domain_unicode"),
                        row.getString("operation"),
                        row.getString("account"),
                        row.getString("status"),
                        row.getString("reason"),
                        row.getString("code"),
                        row.getObject("took", Double.class),
                        row.getString("reference"),
                        row.getObject("id", UUID.class),
                        row.getString("process_instance_id")))
            .list());
  }
}

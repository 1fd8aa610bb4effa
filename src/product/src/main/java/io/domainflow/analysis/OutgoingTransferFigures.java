package io.domainflow.analysis;

import static io.domainflow.analysis.FigureColumn.count;
import static io.domainflow.analysis.FigureColumn.seconds;
import static io.domainflow.analysis.FigureColumn.text;

import io.domainflow.analysis.FigureHead.Filter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Outgoing transfers and their results, by gaining registrar: those that most names left to come
 * first. A request is counted on the day on which it became known.
 */
@Component
class OutgoingTransferFigures implements Figure {

  private static final FigureHead HEAD =
      new FigureHead(
          "outgoing-transfers",
          "Names that others asked for",
          true,
          Set.of(Filter.ACCOUNT, Filter.TLD),
          List.of(
              text("registrar", "Asked for by"),
              count("requests", "Requests"),
              count("left", "Left"),
              count("approved", "Left, approved"),
              count("unanswered", "Left, unanswered"),
              count("denied", "Stayed, denied"),
              count("withdrawn", "Stayed, not denied"),
              count("open", "Open"),
              seconds("median", "Until it ended, median"),
              text("deniedFor", "Denied for")));

  private static final String REQUESTS =
      """
      with asked as (
        select *, case when to_other_account then 'another account'
            else coalesce(gaining_registrar, 'not stated') end as registrar
        from outgoing_transfer
        where found_at >= :begin and found_at < :end
          and (:account::text is null or account = :account)
          and (:tld::text is null or substr(domain, strpos(domain, '.') + 1) = :tld))
      select registrar, count(*) as requests,
        count(*) filter (where state = 'GONE') as gone,
        count(*) filter (where state = 'GONE' and answer = 'APPROVE') as approved,
        count(*) filter (where state = 'GONE' and answer is distinct from 'APPROVE') as unanswered,
        count(*) filter (where state = 'STAYED' and answer = 'DENY') as denied,
        count(*) filter (where state = 'STAYED' and answer is distinct from 'DENY') as withdrawn,
        count(*) filter (where state = 'OPEN') as open,
        extract(epoch from percentile_disc(0.5) within group (order by ended_at - found_at))::bigint
          as median,
        (select string_agg(r.reason || ' ' || r.times, ', ' order by r.times desc, r.reason)
          from (select reason, count(*) as times from asked of_one
            where of_one.registrar = asked.registrar and answer = 'DENY' group by reason) r)
          as denied_for
      from asked group by registrar
      order by gone desc, requests desc, registrar limit :most
      """;

  private final JdbcClient jdbc;

  OutgoingTransferFigures(JdbcClient jdbc) {
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
            .period(jdbc.sql(REQUESTS))
            .param("account", criteria.account())
            .param("tld", criteria.tld())
            .param("most", FigureTable.LONGEST_LIST + 1)
            .query((row, n) -> row(row))
            .list());
  }

  private static List<Object> row(ResultSet row) throws SQLException {
    return FigureRows.row(
        row.getString("registrar"),
        row.getLong("requests"),
        row.getLong("gone"),
        row.getLong("approved"),
        row.getLong("unanswered"),
        row.getLong("denied"),
        row.getLong("withdrawn"),
        row.getLong("open"),
        row.getObject("median", Long.class),
        row.getString("denied_for"));
  }
}

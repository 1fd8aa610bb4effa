package io.domainflow.analysis;

import io.domainflow.order.Failure;
import io.domainflow.order.OrderStatus;
import io.domainflow.order.content.Operation;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The criteria of a figure.
 *
 * @param from first day in UTC; null for figures of the present state
 * @param to last day, which is included
 * @param operation null for all
 * @param account null for all
 * @param tld without a dot in front; null for all
 * @param status how orders have ended; null for all
 * @param reason why orders failed; null for all
 * @param code the registrar's code; null for all
 */
public record FigureCriteria(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Operation operation,
    @Nullable String account,
    @Nullable String tld,
    @Nullable OrderStatus status,
    Failure.@Nullable Reason reason,
    @Nullable Integer code) {

  /** Condition on rows that have these columns; its parameters are set by {@link #filter}. */
  static final String FILTERED =
      """
      (:operation::text is null or operation = :operation)
      and (:account::text is null or account = :account)
      and (:tld::text is null or tld = :tld)
      """;

  /** The same criteria with another last day. */
  FigureCriteria until(LocalDate day) {
    return new FigureCriteria(from, day, operation, account, tld, status, reason, code);
  }

  /** Sets the parameters of {@link #FILTERED}. */
  StatementSpec filter(StatementSpec statement) {
    return statement
        .param("operation", operation == null ? null : operation.name())
        .param("account", account)
        .param("tld", tld);
  }

  /** Sets the days, and the times between which they are. */
  StatementSpec period(StatementSpec statement) {
    return statement
        .param("from", from)
        .param("to", to)
        .param("begin", midnight(firstDay()))
        .param("end", midnight(lastDay().plusDays(1)));
  }

  /** The first day, for a figure of a period. */
  LocalDate firstDay() {
    return Objects.requireNonNull(from, "a figure of a period has a first day");
  }

  /** The last day, for a figure of a period. */
  LocalDate lastDay() {
    return Objects.requireNonNull(to, "a figure of a period has a last day");
  }

  static OffsetDateTime midnight(LocalDate day) {
    return day.atStartOfDay().atOffset(ZoneOffset.UTC);
  }
}

package io.domainflow.rest.order;

import io.domainflow.order.Charged;
import io.domainflow.order.Cost;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitView;
import io.domainflow.order.list.OrderSearch.Sort;
import io.domainflow.owner.Owner;
import io.domainflow.rest.LoginAccess;
import io.domainflow.rest.SpreadsheetCell;
import io.domainflow.rest.SpreadsheetWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Orders as a table for a spreadsheet, in words. Free text by callers and people is left out, and
 * so is the metadata: both may contain personal data.
 */
@Component
class OrderCsv extends SpreadsheetWriter<OrderTable> {

  private final OrderWords words;

  OrderCsv(OrderWords words) {
    super(OrderTable.class);
    this.words = words;
  }

  @Override
  protected String fileName(OrderTable table) {
    if (!table.more()) {
      return "orders";
    }
    return (table.sort() == Sort.OLDEST_FIRST ? "orders-oldest-" : "orders-latest-")
        + table.orders().size();
  }

  @Override
  protected Stream<String> columns(OrderTable table) {
    return Stream.of(
        "Placed (UTC)",
        "Operation",
        "Domain",
        "Account",
        "Reference",
        "Status",
        "Waits for",
        "What for",
        "Until (UTC)",
        "How it ended",
        "Registrar's code",
        "Money",
        "Amount",
        "Currency",
        "Booked",
        "Paid until (UTC)",
        "Changed (UTC)",
        "Owner",
        "Placed by",
        "Id");
  }

  @Override
  protected Stream<Stream<String>> rows(OrderTable table) {
    return table.orders().stream().map(order -> row(order, table.reader()));
  }

  private Stream<String> row(ProvisioningOrder order, Authentication reader) {
    WaitView wait = WaitView.of(order);
    OutcomeView outcome = order.status().isOpen() ? null : OutcomeView.of(order.outcome(), null);
    FailureView failure = FailureView.of(order.failure(), null);
    Cost cost = Cost.of(order);
    return Stream.of(
        time(order.createdAt()),
        order.content().operation().words(),
        order.content().domain().ascii(),
        text(order.content().account()),
        text(order.content().reference().text()),
        OrderWords.plain(order.status()),
        wait == null ? "" : OrderWords.plain(wait.who()),
        wait == null ? "" : words.sentence("WaitingForCode", wait.code()),
        wait == null ? "" : time(wait.until()),
        how(order, outcome, failure),
        failure == null || failure.registrarCode() == null
            ? ""
            : failure.registrarCode().toString(),
        money(order.charged()),
        cost == null ? "" : cost.amount(),
        cost == null ? "" : cost.currency(),
        cost == null ? "" : cost.booked() ? "yes" : "not yet",
        outcome == null ? "" : time(outcome.expiresAt()),
        time(order.updatedAt()),
        text(Owner.textOf(order.owner())),
        text(LoginAccess.shown(order.login(), reader)),
        order.id().toString());
  }

  private String how(
      ProvisioningOrder order, @Nullable OutcomeView outcome, @Nullable FailureView failure) {
    return switch (order.status()) {
      case COMPLETED -> outcome == null ? "" : words.sentence("OutcomeCode", outcome.code());
      case FAILED -> failure == null ? "" : words.sentence("FailureReason", failure.reason());
      default -> "";
    };
  }

  private static String money(Charged charged) {
    return switch (charged) {
      case NO -> "nothing spent";
      case YES -> "paid";
      case UNKNOWN -> "not known yet";
    };
  }

  private static String time(@Nullable Instant time) {
    return time == null ? "" : time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : SpreadsheetCell.harmless(text);
  }
}

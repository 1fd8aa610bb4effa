package io.domainflow.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** One page that shows what the sandbox knows, for people. */
@RestController
@ConditionalOnSandbox
class SandboxPage {

  private static final int MOST_ROWS = 100;

  private static final String STYLE =
      """
      body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem; color: #1c2430; }
      table { border-collapse: collapse; margin-bottom: 2rem; }
      th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0;
               border-bottom: 1px solid #d6dbe1; }
      caption { text-align: left; font-weight: 600; font-size: 1.1rem; padding: .3rem 0; }
      """;

  private record Column<T>(String title, Function<T, Object> cell) {}

  private final SandboxControl control;
  private final ClockControl clock;

  SandboxPage(SandboxControl control, ClockControl clock) {
    this.control = control;
    this.clock = clock;
  }

  @GetMapping(
      path = {"/sandbox", "/sandbox/"},
      produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> page() {
    Instant now = clock.now();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .body(control.look(transaction -> html(now, transaction)));
  }

  private static String html(Instant now, Transaction transaction) {
    StringBuilder page = new StringBuilder(4096);
    page.append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<title>Sandbox</title><style>")
        .append(STYLE)
        .append("</style></head><body><h1>Sandbox</h1><p>A stand-in for the registrar: nothing")
        .append(" here is real. Clock ")
        .append(text(WireDate.of(now)))
        .append(" UTC, profile ")
        .append(Profile.of(transaction))
        .append(".</p>");
    accounts(page, transaction);
    names(page, transaction);
    applications(page, transaction);
    transfers(page, transaction);
    trades(page, transaction);
    mails(page, transaction);
    ledger(page, transaction);
    requests(page, transaction);
    faults(page, transaction);
    return page.append("</body></html>").toString();
  }

  private static void accounts(StringBuilder page, Transaction transaction) {
    table(
        page,
        "Accounts",
        transaction.all(Table.ACCOUNTS),
        List.of(
            new Column<>("Login", Stored.Account::login),
            new Column<>("Balance", account -> Ledger.amount(account.balance())),
            new Column<>("Credit limit", account -> Ledger.amount(account.creditLimit())),
            new Column<>("Currency", Stored.Account::currency)));
  }

  private static void names(StringBuilder page, Transaction transaction) {
    table(
        page,
        "Domains",
        transaction.all(Table.NAMES),
        List.of(
            new Column<>("Name", Stored.RegisteredName::domain),
            new Column<>("Held by", name -> holder(name.account())),
            new Column<>("Status", Stored.RegisteredName::status),
            new Column<>("Created", name -> WireDate.of(name.createdAt())),
            new Column<>("Expires", name -> WireDate.of(name.expiresAt())),
            new Column<>("Renewal", Stored.RegisteredName::renewalMode)));
  }

  private static void applications(StringBuilder page, Transaction transaction) {
    table(
        page,
        "Applications, latest first",
        transaction.allDescending(Table.APPLICATIONS),
        List.of(
            new Column<>("Number", Stored.Application::number),
            new Column<>("Name", Stored.Application::domain),
            new Column<>("Account", Stored.Application::account),
            new Column<>("Status", Stored.Application::status),
            new Column<>("Class", Stored.Application::priceClass),
            new Column<>("Created", application -> WireDate.of(application.createdAt()))));
  }

  private static void transfers(StringBuilder page, Transaction transaction) {
    table(
        page,
        "Transfers",
        transaction.all(Table.TRANSFERS),
        List.of(
            new Column<>("Name", Stored.Transfer::domain),
            new Column<>("From", transfer -> holder(transfer.losing())),
            new Column<>("To", transfer -> holder(transfer.gaining())),
            new Column<>("Status", Stored.Transfer::status),
            new Column<>("Requested", transfer -> WireDate.of(transfer.createdAt())),
            new Column<>(
                "Until", transfer -> transfer.running() ? WireDate.of(transfer.dueAt()) : "")));
  }

  private static void trades(StringBuilder page, Transaction transaction) {
    table(
        page,
        "Changes of registrant",
        transaction.all(Table.TRADES),
        List.of(
            new Column<>("Name", Stored.Trade::domain),
            new Column<>("Account", Stored.Trade::account),
            new Column<>("Status", Stored.Trade::status),
            new Column<>("Locks", trade -> trade.locks() ? "yes" : "no"),
            new Column<>("Requested", trade -> WireDate.of(trade.createdAt())),
            new Column<>("Until", trade -> trade.running() ? WireDate.of(trade.dueAt()) : "")));
  }

  private static void mails(StringBuilder page, Transaction transaction) {
    table(
        page,
        "Mails, latest first",
        transaction.allDescending(Table.MAILS),
        List.of(
            new Column<>("At", mail -> WireDate.of(mail.at())),
            new Column<>("To", Stored.Mail::to),
            new Column<>("Name", Stored.Mail::domain),
            new Column<>("Subject", Stored.Mail::subject)));
    table(
        page,
        "Mails of the application, latest first",
        transaction.allDescending(Table.PRODUCT_MAILS),
        List.of(
            new Column<>("At", mail -> WireDate.of(mail.at())),
            new Column<>("To", Stored.ProductMail::to),
            new Column<>("Name", Stored.ProductMail::domain),
            new Column<>("Subject", Stored.ProductMail::subject)));
  }

  private static String holder(String account) {
    return account == null ? "another registrar" : account;
  }

  private static void ledger(StringBuilder page, Transaction transaction) {
    table(
        page,
        "Ledger, latest first",
        transaction.allDescending(Table.LEDGER),
        List.of(
            new Column<>("Number", Stored.LedgerEntry::seq),
            new Column<>("At", entry -> WireDate.of(entry.at())),
            new Column<>("Account", Stored.LedgerEntry::account),
            new Column<>("Command", Stored.LedgerEntry::command),
            new Column<>("Domain", Stored.LedgerEntry::domain),
            new Column<>("Charged", Stored.LedgerEntry::charged),
            new Column<>("Currency", Stored.LedgerEntry::currency)));
  }

  private static void requests(StringBuilder page, Transaction transaction) {
    table(
        page,
        "Requests, latest first",
        transaction.allDescending(Table.REQUESTS),
        List.of(
            new Column<>("At", entry -> WireDate.of(entry.at())),
            new Column<>("Account", Stored.RequestEntry::account),
            new Column<>("Command", Stored.RequestEntry::command),
            new Column<>("Domain", Stored.RequestEntry::domain),
            new Column<>("Code", Stored.RequestEntry::code),
            new Column<>("Fault", Stored.RequestEntry::fault)));
  }

  private static void faults(StringBuilder page, Transaction transaction) {
    table(
        page,
        "Faults waiting",
        transaction.all(Table.FAULTS),
        List.of(
            new Column<>("Command", Stored.FaultEntry::command),
            new Column<>("Fault", Stored.FaultEntry::fault),
            new Column<>("Times", Stored.FaultEntry::times),
            new Column<>("Domain", Stored.FaultEntry::domain)));
  }

  private static <T> void table(
      StringBuilder page, String caption, List<T> rows, List<Column<T>> columns) {
    page.append("<table><caption>").append(text(caption));
    if (rows.size() > MOST_ROWS) {
      page.append(" (").append(MOST_ROWS).append(" of ").append(rows.size()).append(')');
    }
    page.append("</caption><thead><tr>");
    columns.forEach(
        column -> page.append("<th scope=\"col\">").append(text(column.title())).append("</th>"));
    page.append("</tr></thead><tbody>");
    if (rows.isEmpty()) {
      page.append("<tr><td colspan=\"").append(columns.size()).append("\">none</td></tr>");
    }
    for (T row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
      page.append("<tr>");
      columns.forEach(
          column -> page.append("<td>").append(text(column.cell().apply(row))).append("</td>"));
      page.append("</tr>");
    }
    page.append("</tbody></table>");
  }

  private static String text(Object value) {
    return HtmlUtils.htmlEscape(Objects.toString(value, ""), "UTF-8");
  }
}

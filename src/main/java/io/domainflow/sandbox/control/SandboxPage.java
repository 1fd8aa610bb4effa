package io.domainflow.sandbox.control;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.clock.ClockControl;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Account;
import io.domainflow.sandbox.stored.FaultEntry;
import io.domainflow.sandbox.stored.LedgerEntry;
import io.domainflow.sandbox.stored.Mail;
import io.domainflow.sandbox.stored.ProductMail;
import io.domainflow.sandbox.stored.RequestEntry;
import io.domainflow.sandbox.stored.name.Application;
import io.domainflow.sandbox.stored.name.RegisteredName;
import io.domainflow.sandbox.stored.name.Trade;
import io.domainflow.sandbox.stored.name.Transfer;
import io.domainflow.sandbox.wire.WireDate;
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
            new Column<>("Login", Account::login),
            new Column<>("Balance", account -> Ledger.amount(account.balance())),
            new Column<>("Credit limit", account -> Ledger.amount(account.creditLimit())),
            new Column<>("Currency", Account::currency)));
  }

  private static void names(StringBuilder page, Transaction transaction) {
    table(
        page,
        "Domains",
        transaction.all(Table.NAMES),
        List.of(
            new Column<>("Name", RegisteredName::domain),
            new Column<>("Held by", name -> holder(name.account())),
            new Column<>("Status", RegisteredName::status),
            new Column<>("Created", name -> WireDate.of(name.createdAt())),
            new Column<>("Expires", name -> WireDate.of(name.expiresAt())),
            new Column<>("Renewal", RegisteredName::renewalMode)));
  }

  private static void applications(StringBuilder page, Transaction transaction) {
    table(
        page,
        "Applications, latest first",
        transaction.allDescending(Table.APPLICATIONS),
        List.of(
            new Column<>("Number", Application::number),
            new Column<>("Name", Application::domain),
            new Column<>("Account", Application::account),
            new Column<>("Status", Application::status),
            new Column<>("Class", Application::priceClass),
            new Column<>("Created", application -> WireDate.of(application.createdAt()))));
  }

  private static void transfers(StringBuilder page, Transaction transaction) {
    table(
        page,
        "Transfers",
        transaction.all(Table.TRANSFERS),
        List.of(
            new Column<>("Name", Transfer::domain),
            new Column<>("From", transfer -> holder(transfer.losing())),
            new Column<>("To", transfer -> holder(transfer.gaining())),
            new Column<>("Status", Transfer::status),
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
            new Column<>("Name", Trade::domain),
            new Column<>("Account", Trade::account),
            new Column<>("Status", Trade::status),
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
            new Column<>("To", Mail::to),
            new Column<>("Name", Mail::domain),
            new Column<>("Subject", Mail::subject)));
    table(
        page,
        "Mails of the application, latest first",
        transaction.allDescending(Table.PRODUCT_MAILS),
        List.of(
            new Column<>("At", mail -> WireDate.of(mail.at())),
            new Column<>("To", ProductMail::to),
            new Column<>("Name", ProductMail::domain),
            new Column<>("Subject", ProductMail::subject)));
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
            new Column<>("Number", LedgerEntry::seq),
            new Column<>("At", entry -> WireDate.of(entry.at())),
            new Column<>("Account", LedgerEntry::account),
            new Column<>("Command", LedgerEntry::command),
            new Column<>("Domain", LedgerEntry::domain),
            new Column<>("Charged", LedgerEntry::charged),
            new Column<>("Currency", LedgerEntry::currency)));
  }

  private static void requests(StringBuilder page, Transaction transaction) {
    table(
        page,
        "Requests, latest first",
        transaction.allDescending(Table.REQUESTS),
        List.of(
            new Column<>("At", entry -> WireDate.of(entry.at())),
            new Column<>("Account", RequestEntry::account),
            new Column<>("Command", RequestEntry::command),
            new Column<>("Domain", RequestEntry::domain),
            new Column<>("Code", RequestEntry::code),
            new Column<>("Fault", RequestEntry::fault)));
  }

  private static void faults(StringBuilder page, Transaction transaction) {
    table(
        page,
        "Faults waiting",
        transaction.all(Table.FAULTS),
        List.of(
            new Column<>("Command", FaultEntry::command),
            new Column<>("Fault", FaultEntry::fault),
            new Column<>("Times", FaultEntry::times),
            new Column<>("Domain", FaultEntry::domain)));
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

package io.domainflow.sandbox.control;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Mailbox;
import io.domainflow.sandbox.command.transfer.Trades;
import io.domainflow.sandbox.command.transfer.Transfers;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Mail;
import io.domainflow.sandbox.stored.ProductMail;
import io.domainflow.sandbox.stored.Stored;
import io.domainflow.sandbox.stored.name.Trade;
import io.domainflow.sandbox.stored.name.Transfer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.HtmlUtils;

/** The page that the links of a mail open, which asks for an answer and accepts it. */
@RestController
@ConditionalOnSandbox
class MailPage {

  private static final String STYLE =
      "body{font:15px/1.5 system-ui,sans-serif;max-width:45rem;margin:3rem auto;padding:0 1.5rem;"
          + "color:#333}h1{font-size:1.3rem}pre{font:inherit;white-space:pre-wrap;"
          + "overflow-wrap:anywhere}button{font:inherit;padding:.4rem 1.2rem;cursor:pointer}";

  private static final String PATH = "/sandbox/mail/{token}/{answer:confirm|refuse}";

  private final SandboxControl control;
  private final Mailbox mailbox;
  private final Transfers transfers;
  private final Trades trades;
  private final Clock clock;

  MailPage(
      SandboxControl control, Mailbox mailbox, Transfers transfers, Trades trades, Clock clock) {
    this.control = control;
    this.mailbox = mailbox;
    this.transfers = transfers;
    this.trades = trades;
    this.clock = clock;
  }

  /** A mail as the control call lists it. */
  record Listed(
      String id,
      Instant at,
      String from,
      String to,
      String kind,
      String domain,
      String subject,
      String text,
      Map<String, String> links) {}

  /** The mails sent so far, oldest first; only to this address unless null. */
  List<Listed> list(@Nullable String to) {
    String base = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    return control.read(
        transaction ->
            Stream.concat(
                    mailbox.sent(to, transaction).stream().map(mail -> listed(mail, base)),
                    transaction.all(Table.PRODUCT_MAILS).stream()
                        .filter(mail -> to == null || to.equalsIgnoreCase(mail.to()))
                        .map(MailPage::listed))
                .sorted(Comparator.comparing(Listed::at))
                .toList());
  }

  private static Listed listed(ProductMail mail) {
    return new Listed(
        Long.toString(mail.number()),
        mail.at(),
        "PRODUCT",
        mail.to(),
        mail.kind(),
        mail.domain(),
        mail.subject(),
        mail.text(),
        Map.of());
  }

  private static Listed listed(Mail mail, String base) {
    String link = base + "/sandbox/mail/" + mail.token() + "/";
    return new Listed(
        Long.toString(mail.number()),
        mail.at(),
        "REGISTRAR",
        mail.to(),
        mail.kind(),
        mail.domain(),
        mail.subject(),
        mail.text(),
        switch (Mailbox.Kind.valueOf(mail.kind())) {
          case AUTH_CODE -> Map.of();
          case AGREEMENT -> Map.of("confirm", link + "confirm");
          case TRANSFER_CONFIRMATION, TRADE_CONFIRMATION ->
              Map.of("confirm", link + "confirm", "refuse", link + "refuse");
        });
  }

  @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> ask(@PathVariable String token, @PathVariable String answer) {
    return control.read(
        transaction ->
            mailbox
                .withToken(token, transaction)
                .map(
                    mail ->
                        asked(mail, transaction).isPresent()
                            ? page(HttpStatus.OK, mail.subject(), mail.text(), answer)
                            : over(mail))
                .orElseGet(MailPage::unknown));
  }

  @PostMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> act(@PathVariable String token, @PathVariable String answer) {
    return control.read(
        transaction ->
            mailbox
                .withToken(token, transaction)
                .map(mail -> act(mail, answer.equals("confirm"), transaction))
                .orElseGet(MailPage::unknown));
  }

  private ResponseEntity<String> act(Mail mail, boolean yes, Transaction transaction) {
    Optional<Stored> asked = asked(mail, transaction);
    if (asked.isEmpty()) {
      return over(mail);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    if (asked.get() instanceof Transfer transfer) {
      transfers.answer(transfer, yes, now, transaction);
    } else if (asked.get() instanceof Trade trade) {
      trades.answer(trade, yes, now, transaction);
    }
    return page(
        HttpStatus.OK,
        mail.subject(),
        yes ? "Thank you, this is confirmed." : "Thank you, this is refused.",
        null);
  }

  private static Optional<Stored> asked(Mail mail, Transaction transaction) {
    return switch (Mailbox.Kind.valueOf(mail.kind())) {
      case TRANSFER_CONFIRMATION ->
          Transfers.running(mail.domain(), transaction)
              .filter(Transfers::awaitsConfirmation)
              .filter(transfer -> transfer.number() == mail.about())
              .map(Stored.class::cast);
      case TRADE_CONFIRMATION ->
          Trades.running(mail.domain(), transaction)
              .filter(Trade::awaitsConfirmation)
              .filter(trade -> trade.number() == mail.about())
              .map(Stored.class::cast);
      case AUTH_CODE -> Optional.empty();
      case AGREEMENT -> transaction.find(Table.NAMES, mail.domain()).map(Stored.class::cast);
    };
  }

  private static ResponseEntity<String> over(Mail mail) {
    return page(
        HttpStatus.CONFLICT,
        mail.subject(),
        "There is nothing left to answer: it was answered before, or it is over.",
        null);
  }

  private static ResponseEntity<String> unknown() {
    return page(HttpStatus.NOT_FOUND, "Unknown link", "No mail has this link.", null);
  }

  private static ResponseEntity<String> page(
      HttpStatus status, String title, String text, @Nullable String answer) {
    String form =
        answer == null
            ? ""
            : "<form method=\"post\"><button>"
                + (answer.equals("confirm") ? "Confirm" : "Refuse")
                + "</button></form>";
    return ResponseEntity.status(status)
        .cacheControl(CacheControl.noStore())
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'")
        .body(
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
                + escaped(title)
                + "</title><style>"
                + STYLE
                + "</style></head><body><h1>"
                + escaped(title)
                + "</h1><pre>"
                + escaped(text)
                + "</pre>"
                + form
                + "</body></html>");
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}

package io.domainflow.sandbox.command.user;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.account.Users;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Page;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.state.Lateness;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.LedgerEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class QueryAccountingListHandler implements CommandHandler {

  private static final List<String> NOT_OFFERED =
      List.of("INVOICEID", "REFERENCE", "TASK", "TYPEREGEX", "TYPEREGEXNOT");
  private static final BigDecimal VAT = new BigDecimal("19.00");
  private static final Duration LATE = Duration.ofMinutes(2);

  private final Clock clock;

  QueryAccountingListHandler(Clock clock) {
    this.clock = clock;
  }

  /** A booking as the list shows it; charges are negative. */
  private record Booking(
      long id, Instant at, String type, String description, String currency, BigDecimal price) {

    String date() {
      return RegistrarDate.of(at);
    }

    BigDecimal vat() {
      return price.multiply(VAT).divide(new BigDecimal(100), 2, RoundingMode.HALF_UP);
    }
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    call.refuse(NOT_OFFERED);
    Set<String> users = Users.inDepth(call, Users.subject(call, transaction), "SELF", transaction);
    boolean otherwise = Profile.of(transaction) == Profile.B;
    Instant now = clock.instant();
    Instant shownUntil = Lateness.shownUntil(otherwise ? now.minus(LATE) : now, transaction);
    Predicate<Instant> time = call.between("DATE");
    List<Booking> bookings = new ArrayList<>();
    for (LedgerEntry entry : transaction.all(Table.LEDGER)) {
      BigDecimal charged = new BigDecimal(entry.charged());
      if (users.contains(entry.account())
          && charged.signum() != 0
          && !entry.at().isAfter(shownUntil)
          && time.test(entry.at())) {
        bookings.add(booking(entry, charged, otherwise));
      }
    }
    bookings.removeIf(
        booking ->
            !call.isAnyOr("TYPE", booking.type())
                || !call.isAnyOr("DESCRIPTION", booking.description()));
    bookings.sort(order(call.value("ORDERBY").orElse("ACCOUNTINGDATE")));
    return answer(Page.of(bookings, call), bookings, call);
  }

  private static Booking booking(LedgerEntry entry, BigDecimal charged, boolean withMoreWords) {
    boolean registration = entry.command().equals("AddDomain");
    String domain = Objects.requireNonNull(entry.domain(), "only names cost something");
    return new Booking(
        800_000 + entry.seq(),
        entry.at(),
        registration ? "ADD_DOMAIN" : type(entry.command()),
        withMoreWords && !registration ? domain + " (" + entry.command() + ")" : domain,
        entry.currency(),
        charged.negate());
  }

  /** The type of a booking, such as {@code RENEW_DOMAIN} for {@code RenewDomain}. */
  private static String type(String command) {
    return command.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  private static Answer answer(Page<Booking> page, List<Booking> all, ReceivedCommand call) {
    Answer answer =
        page.answer()
            .with("ACCOUNTINGAMOUNT", page.column(booking -> "1"))
            .with(
                "ACCOUNTINGCURRENCY",
                page.column(booking -> booking.currency().toLowerCase(Locale.ROOT)))
            .with("ACCOUNTINGDATE", page.column(Booking::date))
            .with("ACCOUNTINGDESCRIPTION", page.column(Booking::description))
            .with("ACCOUNTINGID", page.column(booking -> Long.toString(booking.id())))
            .with("ACCOUNTINGINVOICEID", page.column(booking -> "-"))
            .with("ACCOUNTINGPRICE", page.column(booking -> Ledger.amount(booking.price())))
            .with("ACCOUNTINGREFERENCE", page.column(booking -> ""))
            .with("ACCOUNTINGTYPE", page.column(Booking::type))
            .with("ACCOUNTINGVAT", page.column(booking -> VAT.toPlainString()))
            .with("ACCOUNTINGVATPRICE", page.column(booking -> Ledger.amount(booking.vat())));
    if (call.value("NOSUM").filter("1"::equals).isPresent()) {
      return answer;
    }
    BigDecimal price = sum(all, Booking::price);
    BigDecimal vat = sum(all, Booking::vat);
    return answer
        .with("OPENINGBALANCE", "0.00")
        .with("OPENINGBALANCEPRICE", "0.00")
        .with("OPENINGBALANCEVATPRICE", "0.00")
        .with("SUM", Ledger.amount(price.add(vat)))
        .with("SUMPRICE", Ledger.amount(price))
        .with("SUMVATPRICE", Ledger.amount(vat));
  }

  private static BigDecimal sum(List<Booking> bookings, Function<Booking, BigDecimal> what) {
    return bookings.stream().map(what).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Comparator<Booking> order(String text) {
    boolean descending = text.endsWith("DESC");
    Comparator<Booking> ascending =
        switch (text) {
          case "ACCOUNTINGID" -> Comparator.comparing(Booking::id);
          case "ACCOUNTINGTYPE" -> Comparator.comparing(Booking::type).thenComparing(Booking::id);
          default -> Comparator.comparing(Booking::at).thenComparing(Booking::id);
        };
    return descending ? ascending.reversed() : ascending;
  }
}

package io.domainflow.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.TestDatabase;
import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.model.MovableClock;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.Bookings.Awaited;
import io.domainflow.registrar.command.DeleteDomain;
import io.domainflow.registrar.command.ListBookings.Booking;
import io.domainflow.registrar.command.Mutation;
import io.domainflow.registrar.command.RestoreDomain;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The assignment of bookings to commands, and how long a booking is looked for. */
class BookingsTest {

  private static final Instant SENT = Instant.parse("2026-03-01T10:00:00Z");

  private static JdbcClient jdbc;
  private static TransactionTemplate transaction;

  private final UUID order = UUID.randomUUID();
  private final DomainName name = DomainName.of("n" + order.toString().substring(0, 8) + ".com");
  private final RestoreDomain restore = new RestoreDomain(name, RenewalMode.AUTOEXPIRE, null);
  private final MovableClock clock = new MovableClock(Clock.fixed(SENT, ZoneOffset.UTC));
  private final CommandJournal journal = new CommandJournal(jdbc, clock);
  private final Bookings bookings = new Bookings(jdbc, clock);

  @BeforeAll
  static void database() {
    DriverManagerDataSource database =
        new DriverManagerDataSource(TestDatabase.create(), TestDatabase.USERNAME, "");
    Flyway.configure().dataSource(database).load().migrate();
    jdbc = JdbcClient.create(database);
    transaction = new TransactionTemplate(new JdbcTransactionManager(database));
  }

  @BeforeEach
  void nothingIsAwaited() {
    jdbc.sql("delete from command_journal").update();
  }

  @Test
  void aChargeThatComesLaterIsLookedForFromItsDateOn() {
    Instant later = SENT.plus(Duration.ofDays(40));
    Intent intent = intend(order, "a", restore);
    journal.executed(intent);
    bookings.chargedLater(order, RestoreDomain.class, later);

    clock.advanceTo(SENT.plus(Duration.ofDays(1)));
    assertThat(bookings.due()).isEmpty();
    assertThat(bookings.nextDue()).contains(later);

    clock.advanceTo(later.plusSeconds(60));
    Awaited awaited = bookings.due().get(0);
    assertThat(awaited.bookedSince()).isBefore(later).isAfter(later.minus(Duration.ofDays(2)));
    assertThat(bookings.lookedFor(awaited)).isFalse();
    assertThat(bookings.nextDue()).as("again").isPresent();
    booked("a", "1", later.plus(Duration.ofHours(2)), "12.00");
    assertThat(bookings.total(order)).contains(Money.of("12.00", "USD"));
  }

  @ParameterizedTest
  @CsvSource({
    "müller.com, true",
    "'Renewal of xn--mller-kva.com, 1Y', true",
    "(MÜLLER.COM), true",
    "Ended with müller.com., true",
    "other-müller.com, false",
    "www.müller.com, false",
    "müller.com.br, false",
    "müller.community, false"
  })
  void aBookingIsForTheDomainThatItNamesInEitherSpelling(String description, boolean names) {
    assertThat(
            new Booking("1", SENT, description, Money.of("12.00", "EUR"))
                .isFor(DomainName.of("müller.com")))
        .isEqualTo(names);
  }

  @Test
  void aChargeIsOfTheCommandThatWasUnderWay() {
    journal.executed(intend(order, "a", restore));

    booked("a", "1", SENT, "12.00");
    booked("a", "1", SENT, "12.00");

    assertThat(bookings.total(order)).as("noted once").contains(Money.of("12.00", "USD"));
  }

  @Test
  void aBookingIsOfNoOtherCommand() {
    journal.executed(intend(order, "a", restore));
    UUID free = UUID.randomUUID();
    journal.executed(intend(free, "a", new DeleteDomain(name)));

    booked("b", "1", SENT, "12.00");
    booked("a", "2", SENT.minus(Duration.ofMinutes(6)), "12.00");
    booked("a", "3", SENT.plus(Duration.ofMinutes(6)), "12.00");
    bookings.booked("a", "other.com", booking("4", SENT, "12.00"));

    assertThat(bookings.total(order)).isEmpty();
    assertThat(bookings.total(free)).isEmpty();
    assertThat(noted()).isZero();
  }

  @Test
  void ofWhatWasRefusedNothingIsBooked() {
    journal.refused(intend(order, "a", restore), 545, "no");

    booked("a", "1", SENT, "12.00");

    assertThat(noted()).isZero();
    assertThat(bookings.nextDue()).isEmpty();
  }

  @Test
  void aSecondChargeIsOfAnotherCommandThanTheFirst() {
    UUID later = UUID.randomUUID();
    journal.executed(intend(order, "a", restore));
    advance(Duration.ofMinutes(1));
    journal.executed(intend(later, "a", restore));

    booked("a", "1", SENT, "12.00");
    booked("a", "2", SENT, "13.00");

    assertThat(bookings.total(order)).contains(Money.of("12.00", "USD"));
    assertThat(bookings.total(later)).contains(Money.of("13.00", "USD"));
  }

  @Test
  void whatIsGivenBackIsOfTheCommandThatHasComeToNothing() {
    journal.executed(intend(order, "a", restore));
    booked("a", "1", SENT, "12.00");
    transaction.executeWithoutResult(status -> journal.undone(order, RestoreDomain.class));
    advance(Duration.ofMinutes(10));
    journal.executed(intend(order, "a", restore));
    booked("a", "2", SENT.plus(Duration.ofMinutes(10)), "13.00");

    booked("a", "3", SENT.plus(Duration.ofMinutes(20)), "-12.00");

    assertThat(bookings.total(order)).contains(Money.of("13.00", "USD"));
    assertThat(noted()).isEqualTo(3);
  }

  @Test
  void looksForAChargeUntilItIsThere() {
    journal.executed(intend(order, "a", restore));
    assertThat(bookings.due()).as("too early").isEmpty();
    advance(Bookings.BOOKED_WITHIN);
    Awaited awaited = due();

    assertThat(bookings.lookedFor(awaited)).as("not booked yet").isFalse();
    assertThat(bookings.nextDue()).contains(SENT.plus(Duration.ofMinutes(2)));
    booked("a", "1", SENT, "12.00");
    assertThat(bookings.lookedFor(awaited)).as("somebody else has looked").isFalse();
    advance(Duration.ofMinutes(1));

    assertThat(bookings.lookedFor(due())).isTrue();
    assertThat(bookings.nextDue()).isEmpty();
  }

  @Test
  void looksAgainAfterAsLongAsItHasTakenAndForSevenDays() {
    journal.executed(intend(order, "a", restore));
    advance(Duration.ofDays(2));
    bookings.lookedFor(due());
    assertThat(bookings.nextDue()).contains(SENT.plus(Duration.ofDays(4)));

    advance(Duration.ofDays(5));
    bookings.lookedFor(due());
    assertThat(bookings.nextDue()).as("on the last day").contains(SENT.plus(Duration.ofDays(14)));

    advance(Duration.ofDays(7));
    bookings.lookedFor(due());
    assertThat(bookings.nextDue()).as("given up").isEmpty();
  }

  private void advance(Duration by) {
    clock.advanceTo(clock.instant().plus(by));
  }

  private Intent intend(UUID id, String account, Mutation<?> command) {
    return transaction.execute(
        status -> journal.intend(id, account, command, command.name()).orElseThrow());
  }

  private void booked(String account, String id, Instant at, String amount) {
    bookings.booked(account, name.ascii(), booking(id, at, amount));
  }

  private static Booking booking(String id, Instant at, String amount) {
    return new Booking(id, at, "", new Money(new BigDecimal(amount), Currency.getInstance("USD")));
  }

  private Awaited due() {
    assertThat(bookings.due()).hasSize(1);
    return bookings.due().get(0);
  }

  private static int noted() {
    return jdbc.sql("select count(*) from booking").query(Integer.class).single();
  }
}

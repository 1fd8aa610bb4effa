package io.domainflow.process.booking;

import io.domainflow.model.DomainName;
import io.domainflow.model.ScheduledWork;
import io.domainflow.order.OrderPurchases;
import io.domainflow.registrar.Bookings;
import io.domainflow.registrar.Bookings.Awaited;
import io.domainflow.registrar.LowPriorityCalls;
import io.domainflow.registrar.RegistrarFailure;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ListBookings;
import io.domainflow.registrar.command.ListBookings.Booking;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads from the registrar's account what was charged for orders: with one request for all orders
 * of an account, separately from the orders, so that none waits for it. The booked amount may
 * differ from the price that was stated before: a service that costs extra, a discount.
 */
@Component
@EnableScheduling
class BookingsReader implements ScheduledWork {

  private static final Logger log = LoggerFactory.getLogger(BookingsReader.class);

  private final Bookings bookings;
  private final OrderPurchases purchases;
  private final RegistrarGateway registrar;
  private final LowPriorityCalls lowPriority;
  private final TransactionTemplate transaction;

  BookingsReader(
      Bookings bookings,
      OrderPurchases purchases,
      RegistrarGateway registrar,
      LowPriorityCalls lowPriority,
      TransactionTemplate transaction) {
    this.bookings = bookings;
    this.purchases = purchases;
    this.registrar = registrar;
    this.lowPriority = lowPriority;
    this.transaction = transaction;
  }

  /** Reads all bookings that are due, and tries again later for those it does not find. */
  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
  void readDue() {
    Map<String, List<Awaited>> byAccount =
        bookings.due().stream()
            .collect(
                Collectors.groupingBy(Awaited::account, LinkedHashMap::new, Collectors.toList()));
    byAccount.forEach(this::readOrPostpone);
  }

  private void readOrPostpone(String account, List<Awaited> awaited) {
    try {
      lowPriority.make(() -> read(account, awaited));
    } catch (RegistrarFailure e) {
      log.info("the bookings of {} are read later: {}", account, e.getMessage());
    } catch (RuntimeException e) {
      // the other accounts are still processed
      log.error("the bookings of {} could not be read", account, e);
    }
    awaited.forEach(each -> transaction.executeWithoutResult(status -> conclude(each)));
  }

  private void conclude(Awaited awaited) {
    if (bookings.lookedFor(awaited)) {
      bookings.total(awaited.order()).ifPresent(total -> purchases.booked(awaited.order(), total));
    }
  }

  /** Notes what was booked for the names that are looked for. */
  private void read(String account, List<Awaited> awaited) {
    Set<DomainName> domains =
        awaited.stream()
            .map(each -> DomainName.ofManaged(each.domain()))
            .collect(Collectors.toSet());
    Instant since =
        awaited.stream().map(Awaited::bookedSince).min(Instant::compareTo).orElseThrow();
    Optional<Integer> next = Optional.of(0);
    while (next.isPresent()) {
      ListBookings.Result part = registrar.ask(account, new ListBookings(since, next.get()));
      for (Booking booking : part.bookings()) {
        domains.stream()
            .filter(booking::isFor)
            .findFirst()
            .ifPresent(domain -> bookings.booked(account, domain.ascii(), booking));
      }
      next = part.next();
    }
  }

  @Override
  public Optional<Instant> nextDueAfter(Instant now) {
    return bookings.nextDue().map(due -> due.isAfter(now) ? due : now.plusSeconds(60));
  }

  @Override
  public List<String> unfinishedAt(Instant now) {
    readDue();
    return List.of();
  }
}

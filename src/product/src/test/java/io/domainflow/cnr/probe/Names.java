package io.domainflow.cnr.probe;

import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.model.Money;
import io.domainflow.registrar.command.CheckDomains;
import io.domainflow.registrar.command.CheckDomains.Availability;
import io.domainflow.registrar.command.DomainState;
import io.domainflow.registrar.command.ListBookings;
import io.domainflow.registrar.command.ListBookings.Booking;
import io.domainflow.registrar.command.ReadDomain;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The registrar's data of names, as far as probes read them. */
record Names(
    @Nullable Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant paidUntil,
    @Nullable Instant transferredAt,
    boolean deleting,
    String owner,
    List<String> others) {

  static final Instant LONG_AGO = Instant.parse("2020-03-01T10:00:00Z");

  /** A name that the account has had for a long time. */
  static Names old() {
    return new Names(LONG_AGO, null, null, null, false, "P-OWNER", List.of("P-OTHER"));
  }

  Names created(Instant at) {
    return new Names(at, expiresAt, paidUntil, transferredAt, deleting, owner, others);
  }

  Names dates(@Nullable Instant expires, @Nullable Instant paid) {
    return new Names(createdAt, expires, paid, transferredAt, deleting, owner, others);
  }

  Names arrived(Instant at) {
    return new Names(createdAt, expiresAt, paidUntil, at, deleting, owner, others);
  }

  Names isDeleting() {
    return new Names(createdAt, expiresAt, paidUntil, transferredAt, true, owner, others);
  }

  Names contacts(String registrant, String others) {
    return new Names(
        createdAt, expiresAt, paidUntil, transferredAt, deleting, registrant, List.of(others));
  }

  ReadDomain.Result result() {
    return new ReadDomain.Result(
        new DomainState(List.of("ok"), DomainStatus.ACTIVE, false, false, false, deleting, false),
        createdAt,
        expiresAt,
        paidUntil,
        null,
        null,
        null,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        owner,
        others,
        others,
        others,
        null,
        false,
        transferredAt,
        Optional.empty(),
        false);
  }

  static CheckDomains.Result check(DomainName name, Availability.Kind kind) {
    return new CheckDomains.Result(
        List.of(new Availability(name, kind, 210, null, null, false, null, null, false)));
  }

  /** A charge with this description. */
  static ListBookings.Result charge(Instant at, String description, String amount) {
    return new ListBookings.Result(
        List.of(
            new Booking(
                "1",
                at,
                description,
                new Money(new BigDecimal(amount), Currency.getInstance("EUR")))),
        Optional.empty());
  }

  static Contact person(String email) {
    return new Contact(
        null,
        "Ada",
        "Example",
        null,
        List.of("Main Street 1"),
        "Berlin",
        null,
        "10115",
        "DE",
        "+49.301234567",
        email);
  }
}

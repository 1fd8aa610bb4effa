package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandSyntax;
import io.domainflow.sandbox.command.dns.DnsZones;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.registry.Agreements;
import io.domainflow.sandbox.registry.Applications;
import io.domainflow.sandbox.registry.Availability;
import io.domainflow.sandbox.registry.Contacts;
import io.domainflow.sandbox.registry.NameParameters;
import io.domainflow.sandbox.registry.PaperForms;
import io.domainflow.sandbox.registry.Registration;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.AuthCodes;
import io.domainflow.sandbox.stored.name.Application;
import io.domainflow.sandbox.stored.name.NameDates;
import io.domainflow.sandbox.stored.name.NameSetup;
import io.domainflow.sandbox.stored.name.PendingOutcome;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Carries out registrations and applications. */
@Component("sandboxRegistrations")
@ConditionalOnSandbox
public class Registrations {

  private static final String COMMAND = "AddDomain";
  private static final String APPLICATION = "AddDomainApplication";
  private static final NameSetup.Next GRANTED =
      new NameSetup.Next(APPLICATION, Duration.ZERO, NameSetup.Outcome.SUCCESSFUL, null);

  private final Registration registration;
  private final PaperForms paper;
  private final Agreements agreements;
  private final Ledger ledger;
  private final Clock clock;

  Registrations(
      Registration registration,
      PaperForms paper,
      Agreements agreements,
      Ledger ledger,
      Clock clock) {
    this.registration = registration;
    this.paper = paper;
    this.agreements = agreements;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Registers a name, at once or once its registry has decided.
   *
   * @param wanted the registration, already checked
   * @return the dates of the name, and its status
   */
  public Answer register(
      ReceivedCommand call, Registration.Details wanted, Transaction transaction) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Optional<NameSetup.Next> pending = paper.next(COMMAND, wanted.domain(), call, transaction);
    boolean profileA = Profile.of(transaction) == Profile.A;
    String status = "ACTIVE";
    if (pending.isPresent()) {
      status = profileA ? "REQUESTEDCREATE" : "requestedcreate";
    }
    RegisteredName name = name(call, wanted, status, now, transaction);
    transaction.put(Table.NAMES, name);
    if (call.isOn("INTERNALDNS")) {
      DnsZones.ensure(name.domain(), call.account(), now, transaction);
    }
    pending.ifPresentOrElse(
        next -> plan(call, wanted, next, now, transaction),
        () -> agreements.send(name.domain(), registrant(name, transaction), now, transaction));

    Answer answer = NameDates.put(Answer.of(Code.COMPLETED), name).with("STATUS", status);
    if (pending.isPresent() && profileA) {
      answer = answer.asPending();
    }
    ledger.record(
        call,
        COMMAND,
        wanted.domain(),
        wanted.price(),
        currency(call, wanted, transaction),
        now,
        transaction);
    ledger.log(
        call,
        "DOMAIN",
        wanted.domain(),
        pending.isPresent() ? "PENDING" : "SUCCESSFUL",
        answer,
        now,
        transaction);
    return answer;
  }

  private static Map<String, String> registrant(RegisteredName name, Transaction transaction) {
    return name.handles("OWNER").stream()
        .findFirst()
        .flatMap(handle -> Contacts.fields(handle, transaction))
        .orElse(Map.of());
  }

  private RegisteredName name(
      ReceivedCommand call,
      Registration.Details wanted,
      String status,
      Instant now,
      Transaction transaction) {
    return RegisteredName.registered(
        wanted.domain(),
        call.account(),
        status,
        now,
        NameDates.expiry(now, wanted.years()),
        wanted.years() + "Y",
        wanted.renewalMode(),
        call.value("TRANSFERLOCK").filter("1"::equals).isPresent(),
        call.value("AUTH").orElse(AuthCodes.of(wanted.domain())),
        wanted
            .finding()
            .premium()
            .map(Availability.Premium::priceClass)
            .orElse(wanted.finding().zone().priceClass()),
        registration.handles(call, transaction),
        call.list("NAMESERVER"),
        NameParameters.fields(call));
  }

  private void plan(
      ReceivedCommand call,
      Registration.Details wanted,
      NameSetup.Next next,
      Instant now,
      Transaction transaction) {
    transaction.put(
        Table.PENDING,
        new PendingOutcome(
            transaction.next("pending"),
            wanted.domain(),
            COMMAND,
            call.account(),
            call.role(),
            now.plus(next.after()),
            next.outcome() == NameSetup.Outcome.SUCCESSFUL,
            next.reason(),
            wanted.price(),
            null,
            currency(call, wanted, transaction),
            null));
  }

  private static String currency(
      ReceivedCommand call, Registration.Details wanted, Transaction transaction) {
    return wanted
        .finding()
        .premium()
        .map(Availability.Premium::currency)
        .orElseGet(() -> Ledger.currency(call.account(), transaction));
  }

  /**
   * Applies for a name; its registry decides.
   *
   * @param wanted the registration, already checked
   * @return the application
   */
  public Answer apply(ReceivedCommand call, Registration.Details wanted, Transaction transaction) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    boolean backorder = CommandSyntax.isBackorder(call);
    String priceClass =
        backorder ? wanted.finding().zone().priceClass() + "_BACKORDER" : call.required("CLASS");
    Application application = application(call, wanted, priceClass, now, transaction);
    transaction.put(Table.APPLICATIONS, application);
    String currency = currency(call, wanted, transaction);
    if (!backorder) {
      if (Profile.of(transaction) == Profile.B) {
        Applications.request(application, wanted.renewalMode(), transaction);
      }
      Optional<NameSetup.Next> next = paper.next(APPLICATION, wanted.domain(), transaction);
      planDecision(call, application, wanted, next.orElse(GRANTED), currency, now, transaction);
    }

    Answer answer = Applications.answer(application);
    ledger.record(call, APPLICATION, wanted.domain(), wanted.price(), currency, now, transaction);
    ledger.log(call, "DOMAIN", wanted.domain(), "PENDING", answer, now, transaction);
    return answer;
  }

  private Application application(
      ReceivedCommand call,
      Registration.Details wanted,
      String priceClass,
      Instant now,
      Transaction transaction) {
    return new Application(
        10_700 + transaction.next("application"),
        wanted.domain(),
        call.account(),
        "REQUESTED",
        priceClass,
        wanted.years(),
        now,
        now,
        call.value("TRANSFERLOCK").filter("1"::equals).isPresent(),
        call.value("AUTH").orElse(AuthCodes.of(wanted.domain())),
        registration.handles(call, transaction),
        call.list("NAMESERVER"),
        NameParameters.fields(call));
  }

  private static void planDecision(
      ReceivedCommand call,
      Application application,
      Registration.Details wanted,
      NameSetup.Next next,
      String currency,
      Instant now,
      Transaction transaction) {
    transaction.put(
        Table.PENDING,
        new PendingOutcome(
            transaction.next("pending"),
            wanted.domain(),
            next.command(),
            call.account(),
            call.role(),
            now.plus(next.after()),
            next.outcome() == NameSetup.Outcome.SUCCESSFUL,
            next.reason(),
            wanted.price(),
            application.number(),
            currency,
            null));
  }
}

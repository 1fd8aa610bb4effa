package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.registry.Applications;
import io.domainflow.sandbox.registry.Availability;
import io.domainflow.sandbox.registry.PaperForms;
import io.domainflow.sandbox.registry.Registration;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.AuthCodes;
import io.domainflow.sandbox.stored.name.Application;
import io.domainflow.sandbox.stored.name.NameSetup;
import io.domainflow.sandbox.stored.name.PendingOutcome;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.WireCall;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value = "AddDomainApplication: number and data of the application, STATUS REQUESTED",
    basis = Basis.DOCUMENTED,
    source = "API/DOMAIN/APPLICATION/ADDDOMAINAPPLICATION.md of the HEXONET API documentation")
@Behaviour(
    value =
        "an application is charged at once and granted at the next look unless set up otherwise",
    basis = Basis.INVENTED)
@Behaviour(
    value = "until an application is decided, StatusDomain of the name is 545",
    basis = Basis.INFERRED,
    source = "API/DOMAIN/APPLICATION/ADDDOMAINAPPLICATION.md of the HEXONET API documentation",
    profileB = "the name shows with STATUS REQUESTEDCREATE")
@Behaviour(
    value =
        "a premium price in another currency than the account's is taken from the balance one to"
            + " one; the ledger says its currency",
    basis = Basis.INVENTED)
@Behaviour(
    value = "every application is a new one, whatever NEW says; LAUNCH-MARK-CODE changes nothing",
    basis = Basis.INVENTED)
class AddDomainApplicationHandler implements CommandHandler {

  private static final NameSetup.Next GRANTED =
      new NameSetup.Next("AddDomainApplication", Duration.ZERO, NameSetup.Outcome.SUCCESSFUL, null);

  private final Registration registration;
  private final PaperForms paper;
  private final Ledger ledger;
  private final Clock clock;

  AddDomainApplicationHandler(
      Registration registration, PaperForms paper, Ledger ledger, Clock clock) {
    this.registration = registration;
    this.paper = paper;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String command() {
    return "AddDomainApplication";
  }

  @Override
  public boolean mutation() {
    return true;
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    Registration.Wanted wanted = registration.checkApplication(call, transaction);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Application application = application(call, wanted, now, transaction);
    transaction.put(Table.APPLICATIONS, application);
    if (Profile.of(transaction) == Profile.B) {
      Applications.request(application, wanted.renewalMode(), transaction);
    }
    Optional<NameSetup.Next> next = paper.next(command(), wanted.domain(), transaction);
    String currency =
        wanted
            .finding()
            .premium()
            .map(Availability.Premium::currency)
            .orElseGet(() -> Ledger.currency(call.account(), transaction));
    plan(call, application, wanted, next.orElse(GRANTED), currency, now, transaction);

    Answer answer = Applications.answer(application);
    ledger.record(call, command(), wanted.domain(), wanted.price(), currency, now, transaction);
    ledger.log(call, "DOMAIN", wanted.domain(), "PENDING", answer, now, transaction);
    return answer;
  }

  private Application application(
      WireCall call, Registration.Wanted wanted, Instant now, Transaction transaction) {
    return new Application(
        10_700 + transaction.next("application"),
        wanted.domain(),
        call.account(),
        "REQUESTED",
        call.required("CLASS"),
        wanted.years(),
        now,
        now,
        call.value("TRANSFERLOCK").filter("1"::equals).isPresent(),
        call.value("AUTH").orElse(AuthCodes.of(wanted.domain())),
        registration.handles(call, transaction),
        call.list("NAMESERVER"),
        Registration.fields(call));
  }

  private static void plan(
      WireCall call,
      Application application,
      Registration.Wanted wanted,
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
            currency));
  }
}

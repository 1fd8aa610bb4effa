package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.dns.DnsZones;
import io.domainflow.sandbox.registry.Agreements;
import io.domainflow.sandbox.registry.Contacts;
import io.domainflow.sandbox.registry.PaperForms;
import io.domainflow.sandbox.registry.Registration;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.AuthCodes;
import io.domainflow.sandbox.stored.name.NameDates;
import io.domainflow.sandbox.stored.name.NameSetup;
import io.domainflow.sandbox.stored.name.PendingOutcome;
import io.domainflow.sandbox.stored.name.RegisteredName;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.WireCall;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value = "AddDomain registers in real time and answers the dates and STATUS ACTIVE",
    basis = Basis.DOCUMENTED,
    source = "API/DOMAIN/ADDDOMAIN.md of the HEXONET API documentation")
@Behaviour(
    value =
        "a registration that is not complete answers 200 with PENDING=1, STATUS REQUESTEDCREATE",
    basis = Basis.INFERRED,
    source =
        "notes of API/DOMAIN/ADDDOMAIN.md of the HEXONET API documentation; middleware"
            + " documentation",
    profileB = "no PENDING, STATUS requestedcreate")
@Behaviour(
    value = "a pending registration is charged at once and refunded when it fails",
    basis = Basis.INVENTED)
@Behaviour(
    value = "a pending registration that succeeds counts from the time it is decided",
    basis = Basis.INVENTED)
class AddDomainHandler implements CommandHandler {

  private final Registration registration;
  private final PaperForms paper;
  private final Agreements agreements;
  private final Ledger ledger;
  private final Clock clock;

  AddDomainHandler(
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

  @Override
  public String command() {
    return "AddDomain";
  }

  @Override
  public boolean mutation() {
    return true;
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    Registration.Wanted wanted = registration.check(call, transaction);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Optional<NameSetup.Next> pending = paper.next(command(), wanted.domain(), call, transaction);
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
    ledger.record(call, command(), wanted.domain(), wanted.price(), now, transaction);
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
    return name.contacts().get("OWNER").stream()
        .findFirst()
        .flatMap(handle -> Contacts.fields(handle, transaction))
        .orElse(Map.of());
  }

  private RegisteredName name(
      WireCall call,
      Registration.Wanted wanted,
      String status,
      Instant now,
      Transaction transaction) {
    return new RegisteredName(
        wanted.domain(),
        call.account(),
        status,
        now,
        NameDates.expiry(now, wanted.years()),
        wanted.years() + "Y",
        wanted.renewalMode(),
        call.value("TRANSFERLOCK").filter("1"::equals).isPresent(),
        call.value("AUTH").orElse(AuthCodes.of(wanted.domain())),
        wanted.finding().zone().priceClass(),
        registration.handles(call, transaction),
        call.list("NAMESERVER"),
        Registration.fields(call),
        List.of(),
        null,
        null,
        null);
  }

  private void plan(
      WireCall call,
      Registration.Wanted wanted,
      NameSetup.Next next,
      Instant now,
      Transaction transaction) {
    transaction.put(
        Table.PENDING,
        new PendingOutcome(
            transaction.next("pending"),
            wanted.domain(),
            command(),
            call.account(),
            call.role(),
            now.plus(next.after()),
            next.outcome() == NameSetup.Outcome.SUCCESSFUL,
            next.reason(),
            wanted.price(),
            null,
            null));
  }
}

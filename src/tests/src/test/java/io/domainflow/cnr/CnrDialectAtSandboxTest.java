package io.domainflow.cnr;

import static io.domainflow.cnr.CnrSamples.ERIKA;
import static io.domainflow.cnr.CnrSamples.YEAR;
import static io.domainflow.cnr.CnrSamples.other;
import static io.domainflow.cnr.CnrSamples.registration;
import static io.domainflow.cnr.CnrSamples.renewal;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.account.Accounts;
import io.domainflow.account.RegistrarSystem;
import io.domainflow.account.ResellerAccount;
import io.domainflow.cnr.probe.CnrProbe;
import io.domainflow.lineprotocol.LineProtocolHttp;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.AuthCode;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.model.Money;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.Answer;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.command.CancelTransfer;
import io.domainflow.registrar.command.CheckDomains;
import io.domainflow.registrar.command.CheckDomains.Availability;
import io.domainflow.registrar.command.CheckRegistration;
import io.domainflow.registrar.command.CheckTransfer;
import io.domainflow.registrar.command.Command;
import io.domainflow.registrar.command.CreateContact;
import io.domainflow.registrar.command.DeleteContact;
import io.domainflow.registrar.command.DeleteDomain;
import io.domainflow.registrar.command.DeleteEvent;
import io.domainflow.registrar.command.HoldDomain;
import io.domainflow.registrar.command.ListApplications;
import io.domainflow.registrar.command.ListBookings;
import io.domainflow.registrar.command.ListDomains;
import io.domainflow.registrar.command.ListTransfers;
import io.domainflow.registrar.command.ReadAccount;
import io.domainflow.registrar.command.ReadApplication;
import io.domainflow.registrar.command.ReadBalance;
import io.domainflow.registrar.command.ReadContact;
import io.domainflow.registrar.command.ReadDefaultRenewalMode;
import io.domainflow.registrar.command.ReadDeletedDomain;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadEvents;
import io.domainflow.registrar.command.ReadLog;
import io.domainflow.registrar.command.ReadLogEntry;
import io.domainflow.registrar.command.ReadRegistrantChange;
import io.domainflow.registrar.command.ReadRegistryRules;
import io.domainflow.registrar.command.ReadRenewalPrice;
import io.domainflow.registrar.command.ReadTransfer;
import io.domainflow.registrar.command.ReadZoneRules;
import io.domainflow.registrar.command.RegisterDomain;
import io.domainflow.registrar.command.RenewDomain;
import io.domainflow.registrar.command.ReplaceContacts;
import io.domainflow.registrar.command.RequestTransfer;
import io.domainflow.registrar.command.ResendTransferMails;
import io.domainflow.registrar.command.RestoreDomain;
import io.domainflow.registrar.command.SetRenewalMode;
import io.domainflow.registrar.command.TransferKind;
import io.domainflow.registrar.command.UpdateDomain;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.mock.env.MockEnvironment;

/** Every offered command is sent to the sandbox, and its answer is read. */
class CnrDialectAtSandboxTest {

  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Accounts.Access ACCESS =
      new Accounts.Access(
          ResellerAccount.of("cnr", RegistrarSystem.CNR_SANDBOX, "test.user"), "test.passw0rd");

  private Registry registry;
  private CnrDialect dialect;

  @BeforeEach
  void start() {
    SandboxServer sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
    URI url = sandbox.uri("/sandbox/cnr/api/call.cgi");
    dialect =
        new CnrDialect(
            LineProtocolHttp.create(LONGEST),
            new StaticListableBeanFactory()
                .getBeanProvider(ResolvableType.forClass(CnrProbe.class)),
            new CnrProperties(url, url, url),
            new MockEnvironment(),
            Clock.systemUTC());
  }

  @Test
  void registersReadsAndChangesAName() {
    DomainName name = DomainName.of("müller-neu.com");
    String handle = contact();

    assertThat(ask(new ReadContact(handle)).contact().city()).isEqualTo("Saarbrücken");
    assertThat(ask(new CreateContact(ERIKA)).handle()).as("an equal one").isEqualTo(handle);
    assertThat(ask(new CheckRegistration(registration(name, handle))).accepted()).isTrue();

    RegisterDomain.Result registered = ask(new RegisterDomain(registration(name, handle)));
    assertThat(registered.pending()).isFalse();
    assertThat(registered.expiresAt()).isNotNull();
    assertThat(ask(new CheckRegistration(registration(name, handle))).accepted()).isFalse();

    ask(new SetRenewalMode(name, RenewalMode.AUTOEXPIRE));
    ask(
        new UpdateDomain(
            name,
            new NameSettings(
                List.of(new Nameserver("ns3.example.net")), false, null, null, Map.of()),
            false));
    ask(new HoldDomain(name, true));
    String other = ask(new CreateContact(other())).handle();
    ask(new ReplaceContacts(name, Map.of(ContactRole.TECH, other), AdditionalFields.NONE));

    ReadDomain.Result domain = ask(new ReadDomain(name));
    assertThat(domain.state().status()).isEqualTo(DomainStatus.ACTIVE);
    assertThat(domain.state().onHold()).isTrue();
    assertThat(domain.renewalMode()).contains(RenewalMode.AUTOEXPIRE);
    assertThat(domain.transferLocked()).contains(false);
    assertThat(domain.nameservers()).containsExactly(new Nameserver("ns3.example.net"));
    assertThat(domain.ownerContact()).isEqualTo(handle);
    assertThat(domain.techContacts()).containsExactly(other);
    assertThat(domain.failureDate()).isNotNull();
    assertThat(domain.priceClass()).isEqualTo("com");

    ListDomains.Result list = ask(new ListDomains(0));
    assertThat(list.complete()).isTrue();
    assertThat(list.names())
        .filteredOn(each -> each.domain().equals(name.ascii()))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.state().status()).isEqualTo(DomainStatus.ACTIVE);
              assertThat(each.renewalMode()).contains(RenewalMode.AUTOEXPIRE);
              assertThat(each.expiresAt()).isEqualTo(domain.expiresAt());
              assertThat(each.paidUntil()).isEqualTo(domain.paidUntil());
              assertThat(each.ownerContacts()).containsExactly(handle);
            });
    assertThat(ask(new ListBookings(Instant.EPOCH, 0)).bookings())
        .anySatisfy(booking -> assertThat(booking.charged().amount()).isPositive());
  }

  @Test
  void readsAccountPricesAndRules() {
    DomainName com = DomainName.of("example.com");
    ReadAccount.Result account = ask(new ReadAccount());

    assertThat(account.user()).isEqualTo("test.user");
    assertThat(account.currency()).isEqualTo("EUR");
    assertThat(account.registrationPrice(dialect.priceClassOf("com"), YEAR)).isPresent();
    assertThat(account.restorePrice(dialect.priceClassOf("co.uk"))).isPresent();
    assertThat(ask(new ReadBalance()).available()).isPresent();
    assertThat(ask(new ReadDefaultRenewalMode()).renewalMode()).isPresent();
    assertThat(ask(new ReadRegistryRules(com)).explicitRenewal()).isTrue();
    assertThat(ask(new ReadRegistryRules(com)).restorable()).isNotNull();
    assertThat(ask(new ReadRegistryRules(DomainName.of("example.de"))).explicitRenewal()).isFalse();
    assertThat(ask(new ReadZoneRules(com)).transferPeriods()).contains(YEAR);
  }

  @Test
  void checksMoreNamesThanFitIntoOneCall() {
    registry.name("gold.com", "\"owner\":\"FREE\",\"class\":\"PREMIUM_A\",\"price\":\"900.00\"");
    registry.name("elsewhere.com", "\"owner\":\"OTHER_REGISTRAR\"");
    List<DomainName> names =
        IntStream.range(0, 40).mapToObj(i -> DomainName.of("free" + i + ".com")).toList();
    List<DomainName> all = new ArrayList<>(names);
    all.add(DomainName.of("gold.com"));
    all.add(DomainName.of("elsewhere.com"));

    List<Availability> answers = ask(new CheckDomains(all)).names();

    assertThat(answers.subList(0, 40))
        .extracting(Availability::kind)
        .containsOnly(Availability.Kind.AVAILABLE);
    assertThat(answers.get(40).kind()).isEqualTo(Availability.Kind.PREMIUM);
    assertThat(answers.get(40).price().amount()).isEqualByComparingTo("900.00");
    assertThat(answers.get(41).kind()).isEqualTo(Availability.Kind.TAKEN);
  }

  @Test
  void buysAndRenewsANameWithAPriceOfItsOwn() {
    DomainName name = DomainName.of("gold.com");
    registry.name("gold.com", "\"owner\":\"FREE\",\"class\":\"PREMIUM_A\",\"price\":\"900.00\"");
    Availability offer = ask(new CheckDomains(List.of(name))).names().get(0);

    ask(new RegisterDomain(registration(name, contact()), offer.priceClass(), offer.price()));
    ReadDomain.Result before = ask(new ReadDomain(name));
    assertThat(before.ownPrice()).isTrue();
    assertThat(ask(new ReadRenewalPrice(name)).perYear()).isPresent();

    ask(renewal(name, before, true));
    assertThat(ask(new ReadDomain(name)).expiresAt()).isAfter(before.expiresAt());
  }

  @Test
  void renewsOnCommand() {
    DomainName name = DomainName.of("mine.com");
    registry.name("mine.com", "\"platform\":\"CNR\",\"owner\":\"OURS\"");
    ReadDomain.Result before = ask(new ReadDomain(name));
    Money year = ask(new ReadRenewalPrice(name)).perYear().orElseThrow();

    RenewDomain.Result renewed = ask(renewal(name, before, true));

    assertThat(year.amount()).isPositive();
    assertThat(renewed.until()).isAfter(before.expiresAt());
    assertThat(ask(new ReadDomain(name)).expiresAt()).isEqualTo(renewed.until());
    assertThat(send(renewal(name, before, true)).result()).as("for the same year").isNull();
  }

  @Test
  void ordersARenewalByTheModeAndKeepsItOrdered() {
    DomainName name = DomainName.of("mine.de");
    registry.name("mine.de", "\"platform\":\"CNR\",\"owner\":\"OURS\"");
    ask(new SetRenewalMode(name, RenewalMode.AUTOEXPIRE));
    ReadDomain.Result before = ask(new ReadDomain(name));

    ask(renewal(name, before, false));

    ReadDomain.Result ordered = ask(new ReadDomain(name));
    assertThat(ordered.expiresAt()).isEqualTo(before.expiresAt());
    assertThat(ordered.paidUntil()).isAfter(before.expiresAt());
    assertThat(ordered.renewalMode()).contains(RenewalMode.AUTOEXPIRE);
    ask(new SetRenewalMode(name, RenewalMode.AUTODELETE));
    assertThat(ask(new ReadDomain(name)).paidUntil()).isEqualTo(ordered.paidUntil());
    ask(new SetRenewalMode(name, RenewalMode.AUTODELETE, true));
    assertThat(ask(new ReadDomain(name)).paidUntil()).isEqualTo(before.paidUntil());
  }

  @Test
  void transfersAName() {
    DomainName name = DomainName.of("moving.com");
    registry.name("moving.com", "\"owner\":\"OTHER_REGISTRAR\",\"authCode\":\"right-code\"");
    CheckTransfer.Result check = ask(new CheckTransfer(name, AuthCode.of("right-code")));
    assertThat(check.possible()).isTrue();
    assertThat(refusal(new ReadTransfer(name))).isEqualTo(RefusalReason.NOT_FOUND);

    ask(
        new RequestTransfer(
            name,
            TransferKind.REQUEST,
            AuthCode.of("right-code"),
            YEAR,
            Map.of(),
            List.of(),
            AdditionalFields.NONE,
            null,
            null));

    ReadTransfer.Result transfer = ask(new ReadTransfer(name));
    assertThat(transfer.type()).isEqualTo(ReadTransfer.Type.INCOMING);
    assertThat(transfer.state().isOver()).isFalse();
    assertThat(transfer.createdAt()).isNotNull();
    assertThat(ask(new ListTransfers(0, 250)).entries())
        .extracting(ListTransfers.Entry::domain)
        .containsExactly("moving.com");
    send(new ResendTransferMails(name));

    ask(new CancelTransfer(name));
    assertThat(ask(new CancelTransfer(name)).cancelled()).isFalse();
    ReadLog.Result log = ask(new ReadLog(name, Instant.EPOCH, 20));
    assertThat(log.entries())
        .extracting(ReadLog.Entry::operation)
        .contains(ReadLog.Operation.TRANSFER);
    ask(new ReadLogEntry(log.entries().get(0).index()));
    List<ReadEvents.Event> events = ask(new ReadEvents(1000)).events();
    assertThat(events).anySatisfy(event -> assertThat(event.domain()).contains("moving.com"));
    assertThat(ask(new DeleteEvent(events.get(0).id())).deleted()).isTrue();
  }

  @Test
  void putsTheCheckOfATransferTogetherWhereThereIsNone() {
    DomainName name = DomainName.of("moving.de");
    registry.name("moving.de", "\"owner\":\"OTHER_REGISTRAR\"");

    assertThat(ask(new CheckTransfer(name, null)).authRequired()).isTrue();
    assertThat(refusal(new CheckTransfer(DomainName.of("nobodys.de"), null)))
        .isEqualTo(RefusalReason.NOT_FOUND);
  }

  @Test
  void deletesAndRestoresAName() {
    DomainName name = DomainName.of("gone.com");
    registry.name("gone.com", "\"platform\":\"CNR\",\"owner\":\"OURS\"");
    assertThat(ask(new ReadDeletedDomain(name)).restorable()).isFalse();

    ask(new DeleteDomain(name));

    assertThat(refusal(new ReadDomain(name))).isEqualTo(RefusalReason.NOT_FOUND);
    assertThat(ask(new ReadDeletedDomain(name)).restorable()).isTrue();
    assertThat(ask(new ReadDeletedDomain(name)).until()).isNotNull();
    ask(new RestoreDomain(name, RenewalMode.AUTOEXPIRE, null));
  }

  @Test
  void appliesForAName() {
    DomainName name = DomainName.of("wanted.com");

    RegisterDomain.Result applied =
        ask(new RegisterDomain(registration(name, contact()), "GOLIVE", null));

    assertThat(applied.application()).isNotNull();
    assertThat(ask(new ReadApplication(applied.application())).failed()).isFalse();
    assertThat(ask(new ListApplications(name)).applications())
        .extracting(ListApplications.Application::id)
        .containsExactly(applied.application());
  }

  @Test
  void saysThatSomethingIsNotThere() {
    DomainName name = DomainName.of("mine.com");
    registry.name("mine.com", "\"platform\":\"CNR\",\"owner\":\"OURS\"");

    assertThat(refusal(new ReadDomain(DomainName.of("nobodys.com"))))
        .isEqualTo(RefusalReason.NOT_FOUND);
    assertThat(refusal(new ReadRegistrantChange(name))).isEqualTo(RefusalReason.NOT_FOUND);
    assertThat(ask(new DeleteContact("P-NONE999999")).deleted()).isFalse();
  }

  private String contact() {
    return ask(new CreateContact(ERIKA)).handle();
  }

  private <R> Answer<R> send(Command<R> command) {
    return dialect.send(ACCESS, command, LONGEST);
  }

  private <R> R ask(Command<R> command) {
    Answer<R> answer = send(command);
    assertThat(answer.result()).as("%s: %s", command.name(), answer.text()).isNotNull();
    return answer.result();
  }

  private RefusalReason refusal(Command<?> command) {
    Answer<?> answer = send(command);
    assertThat(answer.result()).as(command.name()).isNull();
    return answer.reason();
  }
}

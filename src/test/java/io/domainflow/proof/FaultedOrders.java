package io.domainflow.proof;

import static io.domainflow.Registrations.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Clients;
import io.domainflow.Registrations;
import io.domainflow.account.Platform;
import io.domainflow.build.BuildSize;
import io.domainflow.registrar.command.CancelRegistrantChange;
import io.domainflow.registrar.command.CancelTransfer;
import io.domainflow.registrar.command.ChangeRegistrant;
import io.domainflow.registrar.command.CreateAuthCode;
import io.domainflow.registrar.command.CreateContact;
import io.domainflow.registrar.command.DeleteContact;
import io.domainflow.registrar.command.DeleteDomain;
import io.domainflow.registrar.command.DeleteEvent;
import io.domainflow.registrar.command.HoldDomain;
import io.domainflow.registrar.command.MailAuthCode;
import io.domainflow.registrar.command.PushDomain;
import io.domainflow.registrar.command.RegisterDomain;
import io.domainflow.registrar.command.RenewDomain;
import io.domainflow.registrar.command.ReplaceContacts;
import io.domainflow.registrar.command.RequestTransfer;
import io.domainflow.registrar.command.ResendTransferMails;
import io.domainflow.registrar.command.RestoreDomain;
import io.domainflow.registrar.command.SetRenewalMode;
import io.domainflow.registrar.command.UpdateDomain;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Provides, for each command that changes something, an order that sends it. */
final class FaultedOrders {

  /** The price of a premium name, and of a change of registrant. */
  private static final String PRICE = ", 'acceptPrice': {'amount': '9.00', 'currency': 'EUR'}";

  private static final String EXPIRING = "'renewalMode': 'AUTOEXPIRE'";
  private static final int DAYS_LEFT = 30;

  /**
   * While a transfer waits, some of the registrar's events are deleted each hour, until a deletion
   * fails: within this time all of them are deleted.
   */
  private static final String EVENTS_ARE_DELETED = BuildSize.choose("PT10H", "P3D", "P3D");

  /** The ways in which a change of registrant is carried out. */
  private enum Course {
    AT_ONCE,
    BY_SCRIPT,
    BY_MAIL
  }

  private final Clients clients;
  private final Caller shop;
  private final Caller admin;
  private final Caller approver;
  private final Registrations stories;
  private final Map<String, FaultedOrder> orders;

  private final Platform platform;

  FaultedOrders(int port, Platform platform) {
    this.platform = platform;
    this.clients = new Clients(port);
    this.shop = clients.consenting();
    this.admin = new Caller(port, "admin");
    this.approver = new Caller(port, "approver");
    this.stories = new Registrations(port, platform);
    this.orders =
        (platform == Platform.CNR ? atCnr() : atIspapi())
            .collect(
                Collectors.toMap(
                    FaultedOrder::name, Function.identity(), (a, b) -> a, TreeMap::new));
  }

  private Stream<FaultedOrder> atIspapi() {
    return Stream.of(
        FaultedOrder.buys(
            RegisterDomain.class, "AddDomain", this::register, RegistrarBooks::belongsToThePerson),
        FaultedOrder.buys(
                RegisterDomain.class,
                "AddDomainApplication",
                this::apply,
                RegistrarBooks::belongsToThePerson)
            .inTheWay("by application"),
        FaultedOrder.buys(
            CreateContact.class, "AddContact", this::register, RegistrarBooks::belongsToThePerson),
        FaultedOrder.buys(
            SetRenewalMode.class, "SetDomainRenewalMode", this::apply, RegistrarBooks::isToExpire),
        FaultedOrder.buys(
            RequestTransfer.class,
            "TransferDomain",
            trial -> transfer(trial, "PT1H"),
            RegistrarBooks::isInItsAccount),
        FaultedOrder.buys(
            UpdateDomain.class,
            "ModifyDomain",
            trial -> transfer(trial, "PT1H"),
            RegistrarBooks::isLocked),
        FaultedOrder.buys(
            DeleteEvent.class,
            "DeleteEvent",
            trial -> transfer(trial, EVENTS_ARE_DELETED),
            RegistrarBooks::eventIsGone),
        FaultedOrder.buys(
            ChangeRegistrant.class,
            "TradeDomain",
            this::change,
            RegistrarBooks::belongsToThePerson),
        FaultedOrder.buys(
            RenewDomain.class,
            "RenewDomain",
            trial -> renew(trial, true),
            this::isPaidForAnotherYear),
        FaultedOrder.buys(
                RenewDomain.class,
                "PayDomainRenewal",
                trial -> renew(trial, false),
                this::isPaidForAnotherYear)
            .inTheWay("in advance"),
        FaultedOrder.buys(
            RestoreDomain.class, "RestoreDomain", this::restore, RegistrarBooks::isInItsAccount),
        FaultedOrder.changesOnce(
            ReplaceContacts.class,
            "ModifyDomain",
            this::update,
            RegistrarBooks::belongsToThePerson),
        FaultedOrder.changesOnce(
            DeleteDomain.class, "DeleteDomain", this::delete, RegistrarBooks::isDeleted),
        FaultedOrder.underWay(
                CreateAuthCode.class,
                "ModifyDomain",
                this::leave,
                "AUTH_CODE_APPROVAL",
                this::approve,
                RegistrarBooks::hasAuthCode)
            .repeatable(),
        FaultedOrder.underWay(
                CreateAuthCode.class,
                "DENIC_CreateAuthInfo1",
                this::leave,
                "AUTH_CODE_APPROVAL",
                this::approve,
                RegistrarBooks::hasAuthCode)
            .repeatable()
            .inTheWay("at DENIC")
            .below("de"),
        FaultedOrder.underWay(
                MailAuthCode.class,
                "RequestDomainAuthInfo",
                this::leave,
                "AUTH_CODE_APPROVAL",
                this::approve,
                RegistrarBooks::hasAuthCode)
            .repeatable()
            .below("at"),
        FaultedOrder.underWay(
                PushDomain.class,
                "PushDomain",
                this::release,
                "RELEASE_APPROVAL",
                this::approve,
                RegistrarBooks::isGone)
            .forNothing()
            .below("de"),
        FaultedOrder.repeats(
            HoldDomain.class, "ModifyDomain", this::suspend, RegistrarBooks::isOnHold),
        FaultedOrder.repeats(
                UpdateDomain.class, "ModifyDomain", this::setUpAnew, RegistrarBooks::isSetUpAnew)
            .inTheWay("of an update"),
        FaultedOrder.changesOnce(
                ReplaceContacts.class, "ModifyDomain", this::moveHouse, RegistrarBooks::livesThere)
            .inTheWay("of an update"),
        FaultedOrder.underWay(
            DeleteContact.class,
            "DeleteContact",
            this::registerWithUnknownNameserver,
            "REGISTRAR_REFUSED",
            this::cancel,
            (books, trial) -> books.contacts(trial) == 0),
        FaultedOrder.underWay(
            CancelTransfer.class,
            "TransferDomain",
            trial -> transfer(trial, "P9D"),
            "TRANSFER_AT_REGISTRY",
            this::cancel,
            RegistrarBooks::transferIsOff),
        FaultedOrder.underWay(
            CancelRegistrantChange.class,
            "TradeDomain",
            trial -> change(trial, Course.BY_MAIL),
            "CONFIRMATION",
            this::cancel,
            RegistrarBooks::changeIsOff),
        FaultedOrder.underWay(
            ResendTransferMails.class,
            "ResendDomainTransferConfirmationEmails",
            trial -> change(trial, Course.BY_MAIL),
            "CONFIRMATION",
            this::resend,
            RegistrarBooks::hasSentMailsAgain));
  }

  private Stream<FaultedOrder> atCnr() {
    return Stream.of(
        FaultedOrder.buys(
            RegisterDomain.class, "AddDomain", this::register, RegistrarBooks::belongsToThePerson),
        FaultedOrder.buys(
                RegisterDomain.class,
                "AddDomainApplication",
                this::applyInAPhase,
                RegistrarBooks::belongsToThePerson)
            .inTheWay("by application"),
        FaultedOrder.buys(
            CreateContact.class, "AddContact", this::register, RegistrarBooks::belongsToThePerson),
        FaultedOrder.buys(
            SetRenewalMode.class,
            "SetDomainRenewalMode",
            this::register,
            RegistrarBooks::isToExpire),
        FaultedOrder.buys(
            RequestTransfer.class,
            "TransferDomain",
            trial -> transfer(trial, "PT1H"),
            RegistrarBooks::isInItsAccount),
        FaultedOrder.buys(
            UpdateDomain.class,
            "ModifyDomain",
            trial -> transfer(trial, "PT1H"),
            RegistrarBooks::isLocked),
        FaultedOrder.buys(
            DeleteEvent.class,
            "DeleteEvent",
            trial -> transfer(trial, "P3D"),
            RegistrarBooks::eventIsGone),
        FaultedOrder.buys(
            RenewDomain.class,
            "RenewDomain",
            trial -> renew(trial, true),
            this::isPaidForAnotherYear),
        FaultedOrder.buys(
                RenewDomain.class,
                "SetDomainRenewalMode",
                trial -> renew(trial, false),
                RegistrarBooks::isToRenewOnce)
            .repeatable()
            .inTheWay("by its mode"),
        FaultedOrder.buys(
            RestoreDomain.class, "RestoreDomain", this::restore, RegistrarBooks::isInItsAccount),
        FaultedOrder.changesOnce(
            DeleteDomain.class, "DeleteDomain", this::delete, RegistrarBooks::isDeleted),
        FaultedOrder.underWay(
                CreateAuthCode.class,
                "ModifyDomain",
                this::leave,
                "AUTH_CODE_APPROVAL",
                this::approve,
                RegistrarBooks::hasAuthCode)
            .repeatable(),
        FaultedOrder.underWay(
                CreateAuthCode.class,
                "SetAuthCode",
                this::leave,
                "AUTH_CODE_APPROVAL",
                this::approve,
                RegistrarBooks::hasAuthCode)
            .repeatable()
            .inTheWay("at DENIC")
            .below("de"),
        FaultedOrder.underWay(
                MailAuthCode.class,
                "SetAuthCode",
                this::leave,
                "AUTH_CODE_APPROVAL",
                this::approve,
                RegistrarBooks::hasAuthCode)
            .repeatable()
            .below("be"),
        FaultedOrder.underWay(
                PushDomain.class,
                "PushDomain",
                this::release,
                "RELEASE_APPROVAL",
                this::approve,
                RegistrarBooks::isGone)
            .forNothing()
            .below("de"),
        FaultedOrder.repeats(
            HoldDomain.class, "ModifyDomain", this::suspend, RegistrarBooks::isOnHold),
        FaultedOrder.repeats(
                UpdateDomain.class, "ModifyDomain", this::setUpAnew, RegistrarBooks::isSetUpAnew)
            .inTheWay("of an update"),
        FaultedOrder.changesOnce(
                ReplaceContacts.class, "ModifyDomain", this::moveHouse, RegistrarBooks::livesThere)
            .inTheWay("of an update"),
        FaultedOrder.underWay(
            CancelTransfer.class,
            "TransferDomain",
            trial -> transfer(trial, "P9D"),
            "TRANSFER_AT_REGISTRY",
            this::cancel,
            RegistrarBooks::transferIsOff),
        FaultedOrder.underWay(
                ReplaceContacts.class,
                "ModifyDomain",
                this::takeOverWithoutContacts,
                "CONTACTS_AFTER_TRANSFER",
                this::giveContacts,
                RegistrarBooks::belongsToThePerson)
            .forNothing(),
        FaultedOrder.underWay(
            ResendTransferMails.class,
            "ResendNotification",
            this::transferByMail,
            "CONFIRMATION_MAIL",
            this::resend,
            RegistrarBooks::hasSentMailsAgain));
  }

  /** All orders, at least one for each of these commands. */
  Collection<FaultedOrder> of(Set<String> commands) {
    assertThat(orders.values())
        .extracting(order -> order.command().getSimpleName())
        .as(
            "Each command that changes something needs an order that sends it. Add it to"
                + " FaultedOrders: how it is placed, what it carries out once only, and how it"
                + " stands at the registrar when it is done.")
        .containsAll(commands);
    return orders.values();
  }

  FaultedOrder of(FaultTrial trial) {
    return orders.get(trial.order());
  }

  /** Places the orders that must be running before any fault, and waits until they are. */
  void begin(List<FaultTrial> trials) {
    // For a login with a recent token an approver is asked; the clock may have moved since.
    clients.consenting();
    List<FaultTrial> placed =
        trials.stream().filter(trial -> of(trial).waitsFor() != null).toList();
    placed.forEach(trial -> of(trial).before().accept(trial));
    for (FaultTrial trial : placed) {
      Awaitility.await()
          .alias(trial.text())
          .untilAsserted(
              () ->
                  assertThat(get(trial).at("/waitingFor/code").asText())
                      .as(get(trial).toString())
                      .isEqualTo(of(trial).waitsFor()));
    }
  }

  /** Waits until an order waits for something, or has ended. */
  void awaitFirstTry(FaultTrial trial) {
    Awaitility.await()
        .alias(trial.text())
        .until(() -> !get(trial).path("status").asText().equals("IN_PROGRESS"));
  }

  JsonNode get(FaultTrial trial) {
    return shop.get("/api/v1/orders/" + trial.reference()).body();
  }

  /** The registrants confirm; a link that is no longer needed is refused. */
  void confirmByMail(Set<String> notThese) {
    for (JsonNode mail : admin.get("/sandbox/mailbox").body()) {
      if (mail.get("kind").asText().endsWith("_CONFIRMATION")
          && !notThese.contains(mail.get("domain").asText())) {
        String link = mail.at("/links/confirm").asText();
        admin.post(link.substring(link.indexOf("/sandbox")), "");
      }
    }
  }

  private void register(FaultTrial trial) {
    register(trial, "", "ns1.example.net");
  }

  private void registerWithUnknownNameserver(FaultTrial trial) {
    register(trial, "", "ns1.unknown.example");
  }

  private void apply(FaultTrial trial) {
    set(trial, "'owner': 'FREE', 'class': 'PREMIUM_A', 'price': '9.00', 'currency': 'EUR'");
    register(trial, PRICE, "ns1.example.net");
  }

  /** The registry decides later; until then the name is free for further applications. */
  private void applyInAPhase(FaultTrial trial) {
    set(
        trial,
        "'owner': 'FREE', 'class': 'EAP', 'price': '9.00', 'currency': 'EUR', 'next':"
            + " [{'command': 'AddDomainApplication', 'after': 'P1D', 'outcome': 'SUCCESSFUL'}]");
    register(trial, PRICE, "ns1.example.net");
  }

  private void register(FaultTrial trial, String more, String nameserver) {
    accepted(
        trial,
        shop.postExactly(
            "/api/v1/orders",
            order(trial.reference(), trial.domain(), more)
                .replace("\"Example\"", '"' + trial.person() + '"')
                .replace("\"account\": \"sandbox\"", "\"account\": \"" + trial.account() + '"')
                .replace("ns1.example.net", nameserver)));
  }

  private void transfer(FaultTrial trial, String after) {
    transfer(trial, after, "");
  }

  private void transferByMail(FaultTrial trial) {
    transfer(trial, "PT1H", ", 'zone': {'transferConfirmation': 'ICANN-FOA-REQUEST'}");
  }

  private void transfer(FaultTrial trial, String after, String more) {
    set(
        trial,
        "'owner': 'OTHER_REGISTRAR', 'next': [{'command': 'TransferDomain', 'after': '%s',"
                .formatted(after)
            + " 'outcome': 'SUCCESSFUL'}]"
            + more);
    place(trial, "TRANSFER", ", 'authCode': 'secret1'");
  }

  /** Uses a name that is already in the account and has no usable contacts. */
  private void takeOverWithoutContacts(FaultTrial trial) {
    ours(trial, "'expires': 'P200D', 'registrant': null, 'transferLock': true, " + EXPIRING);
    place(trial, "TRANSFER", ", 'authCode': 'secret1'" + registrant(trial));
  }

  private void giveContacts(FaultTrial trial) {
    done(trial, stories.decide(get(trial).at("/waitingFor/taskId").asText(), "START_CHANGE"));
  }

  private void change(FaultTrial trial) {
    // In reading B the mails are sent after days.
    int courses = trial.reading().equals("A") ? 3 : 2;
    change(trial, Course.values()[trial.chance() % courses]);
  }

  private void change(FaultTrial trial, Course course) {
    ours(
        trial,
        "'expires': 'P700D', 'zone': {'registrantChangeBy': 'ICANN-TRADE', 'tradePrice': '9.00'}"
            + (course == Course.BY_SCRIPT
                ? ", 'next': [{'command': 'TradeDomain', 'after': 'PT1H',"
                    + " 'outcome': 'SUCCESSFUL'}]"
                : ""));
    String consent =
        "{'side': '%s', 'basis': 'agreement', 'textVersion': '3',"
            + " 'givenAt': '2026-01-02T10:00:00Z', 'evidence': 'ticket 1'}";
    place(
        trial,
        "CHANGE_REGISTRANT",
        ", 'registrantChangeMode': '%s', 'consents': [%s, %s]"
                .formatted(
                    course == Course.AT_ONCE ? "LOCK_AT_ONCE" : "WAIT_THEN_LOCK",
                    consent.formatted("NEW"),
                    consent.formatted("PRIOR"))
            + PRICE
            + registrant(trial));
  }

  private void update(FaultTrial trial) {
    ours(trial, "'expires': 'P700D', 'zone': {'registrantChangeBy': 'UPDATE'}");
    place(trial, "CHANGE_REGISTRANT", registrant(trial));
  }

  /** Orders other name servers, and the lock. */
  private void setUpAnew(FaultTrial trial) {
    ours(trial, "'expires': 'P700D', 'transferLock': false");
    place(
        trial,
        "UPDATE",
        ", 'nameservers': ['%s', 'ns2.example.net'], 'transferLock': true"
            .formatted(RegistrarBooks.NEW_SERVER));
  }

  /** Orders another address of the registrant, in a town with a unique name. */
  private void moveHouse(FaultTrial trial) {
    ours(trial, "'expires': 'P700D'");
    place(
        trial,
        "UPDATE",
        (", 'registrantDetails': {'street': ['Main Street 2'], 'city': '%s',"
                + " 'postalCode': '14467', 'country': 'DE'}")
            .formatted(trial.person()));
  }

  private static String registrant(FaultTrial trial) {
    return (", 'registrant': {'firstName': 'Ada', 'lastName': '%s', 'street': ['Main Street 1'],"
            + " 'city': 'Berlin', 'postalCode': '10115', 'country': 'DE',"
            + " 'phone': '+49.301234567', 'email': 'ada@example.net'}")
        .formatted(trial.person());
  }

  private void renew(FaultTrial trial, boolean explicit) {
    ours(
        trial,
        "'expires': 'P%dD', %s, 'zone': {'explicitRenewal': %s}"
            .formatted(DAYS_LEFT, EXPIRING, explicit));
    place(
        trial, "RENEW", ", 'period': '1Y', 'expires': '%s'".formatted(today().plusDays(DAYS_LEFT)));
  }

  /** No trial takes as long as the names' remaining period, and none a year. */
  private boolean isPaidForAnotherYear(RegistrarBooks books, FaultTrial trial) {
    return books.isInItsAccount(trial) && books.paidUntil(trial).isAfter(today().plusYears(1));
  }

  private LocalDate today() {
    return Instant.parse(stories.now()).atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /** Uses a name deleted in the middle of its period, so that it only has to be restored. */
  private void restore(FaultTrial trial) {
    ours(
        trial,
        "'expires': 'P200D', 'next': [{'command': 'RestoreDomain', 'after': 'PT1H',"
            + " 'outcome': 'SUCCESSFUL'}]");
    stories.happen(trial.domain(), "DELETED_ELSEWHERE");
    place(trial, "RESTORE", ", 'acceptPrice': {'amount': '500.00', 'currency': 'EUR'}");
  }

  private void delete(FaultTrial trial) {
    ours(trial, "'expires': 'P200D'");
    place(trial, "DELETE", ", 'confirmDomain': '%s'".formatted(trial.domain()));
  }

  private void release(FaultTrial trial) {
    ours(trial, "'expires': 'P200D'");
    place(trial, "RELEASE", ", 'target': 'TRANSIT'");
  }

  private void approve(FaultTrial trial) {
    String task = get(trial).at("/waitingFor/taskId").asText();
    approver.post("/engine-rest/task/" + task + "/claim", "{'userId': 'approver'}");
    done(
        trial,
        approver.post(
            "/engine-rest/task/" + task + "/submit-form",
            "{'variables': {'decision': {'value': 'APPROVE', 'type': 'String'}}}"));
  }

  /** Uses a name without an auth code. The login has a new token, so an approver is asked first. */
  private void leave(FaultTrial trial) {
    ours(trial, "'expires': 'P200D', 'authCode': ''");
    place(trial, "AUTH_CODE", ", 'unlock': false");
  }

  private void suspend(FaultTrial trial) {
    ours(trial, "'expires': 'P200D'");
    place(trial, "SUSPEND", "");
  }

  private void cancel(FaultTrial trial) {
    done(trial, shop.postExactly("/api/v1/orders/" + trial.reference() + "/cancel", ""));
  }

  private void resend(FaultTrial trial) {
    done(trial, shop.postExactly("/api/v1/orders/" + trial.reference() + "/resend", ""));
  }

  private static void done(FaultTrial trial, Answer answer) {
    assertThat(answer.status()).as(trial.text() + ": " + answer.body()).isBetween(200, 299);
  }

  private void place(FaultTrial trial, String operation, String more) {
    accepted(
        trial,
        shop.post(
            "/api/v1/orders",
            "{'reference': '%s', 'operation': '%s', 'account': '%s', 'domain': '%s' %s}"
                .formatted(trial.reference(), operation, trial.account(), trial.domain(), more)));
  }

  private static void accepted(FaultTrial trial, Answer answer) {
    assertThat(answer.status()).as(trial.text() + ": " + answer.body()).isEqualTo(202);
  }

  private void ours(FaultTrial trial, String members) {
    set(trial, "'owner': 'OURS', " + members);
    stories.give(trial.domain(), Clients.CONSENTING_LOGIN);
  }

  private void set(FaultTrial trial, String members) {
    Answer answer =
        admin.post(
            "/sandbox/registry",
            "{'platform': '%s', 'domain': '%s', %s}".formatted(platform, trial.domain(), members));
    assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 299);
  }
}

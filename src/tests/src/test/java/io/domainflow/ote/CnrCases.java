package io.domainflow.ote;

import io.domainflow.cnr.command.CnrQuestions;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.command.CheckRegistration;
import io.domainflow.registrar.command.CheckTransfer;
import io.domainflow.registrar.command.DomainRegistration;
import io.domainflow.registrar.command.ListApplications;
import io.domainflow.registrar.command.ListBookings;
import io.domainflow.registrar.command.ListTransfers;
import io.domainflow.registrar.command.Query;
import io.domainflow.registrar.command.ReadApplication;
import io.domainflow.registrar.command.ReadAuthCode;
import io.domainflow.registrar.command.ReadBalance;
import io.domainflow.registrar.command.ReadContact;
import io.domainflow.registrar.command.ReadLogEntry;
import io.domainflow.registrar.command.ReadRegistrantChange;
import io.domainflow.registrar.command.ReadRegistryRules;
import io.domainflow.registrar.command.ReadTransfer;
import io.domainflow.registrar.command.ReadZoneRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Provides the cases for CentralNic Reseller, like {@link Cases}. */
final class CnrCases {

  private static final String UNKNOWN_HANDLE = "P-ZZZ9999999";
  private static final String UNKNOWN_NUMBER = "999999999";

  private final List<Case<?>> cases = new ArrayList<>();
  private final OteSettings settings;
  private final String label =
      "domainflow-" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
  private final DomainName free = DomainName.of(label + ".com");

  private CnrCases(OteSettings settings) {
    this.settings = settings;
  }

  /** Every case, in the order of the commands. */
  static List<Case<?>> of(OteSettings settings) {
    CnrCases all = new CnrCases(settings);
    all.checks();
    all.names();
    all.contacts();
    all.account();
    all.zones();
    all.applications();
    all.transfers();
    all.changesOfRegistrant();
    all.whatHappened();
    all.syntax();
    return all.cases;
  }

  private void checks() {
    String blocks = "CNR CheckDomains: domaincheck";
    add(
        "CheckDomains",
        "one free, one taken, one with an umlaut",
        side -> CnrQuestions.free(List.of(free, Cases.TAKEN, DomainName.of(label + "-ü.com"))),
        blocks);
    add(
        "CheckDomains",
        "a premium name",
        side -> CnrQuestions.free(List.of(settings.name(OteSettings.PREMIUM_NAME))),
        blocks,
        "CNR CheckDomains: at most 32 names");
    String check = "CNR CheckDomain: the code itself";
    add("CheckDomain", "a name nobody has", side -> registration(free), check);
    add("CheckDomain", "a taken name", side -> registration(Cases.TAKEN), check);
    String transfer = "CNR CheckDomainTransfer: 218";
    add("CheckDomainTransfer", "a name nobody has", side -> new CheckTransfer(free, null));
    add(
        "CheckDomainTransfer",
        "a name at another registrar",
        side -> new CheckTransfer(Cases.TAKEN, null),
        transfer);
    add(
        "CheckDomainTransfer",
        "a name of a zone that the modules do not ask about",
        side -> new CheckTransfer(DomainName.of("example.shop"), null),
        "CNR CheckDomainTransfer is there for every zone");
  }

  private void names() {
    String status = "CNR StatusDomain: dates, status";
    add("StatusDomain", "a name nobody has", side -> CnrQuestions.name(free));
    add("StatusDomain", "a name at another registrar", side -> CnrQuestions.name(Cases.TAKEN));
    add("StatusDomain", "a name of the account", side -> CnrQuestions.name(own()), status);
    add(
        "StatusDomain",
        "what the renewal of a name of the account costs",
        side -> CnrQuestions.renewal(own()),
        status);
    add(
        "StatusDomain",
        "the auth code of a name of the account",
        side -> new ReadAuthCode(own()),
        status);
    add(
        "QueryDomainList",
        "the first names of the account",
        side -> list(false),
        "CNR QueryDomainList: DOMAIN is a pattern",
        "CNR QueryDomainList: WIDE=1 has the paid-until date");
    add(
        "QueryDomainList",
        "the same with status, contacts and name servers",
        side -> list(true),
        "CNR QueryDomainList: DOMAIN is a pattern",
        "CNR QueryDomainList: TYPE=ALL has semicolons");
    add(
        "QueryDomainHistoryList",
        "a name that was not deleted",
        side -> CnrQuestions.deletion(free, Instant.now().minus(Duration.ofDays(120))),
        "CNR QueryDomainHistoryList: the deleted names");
  }

  private void contacts() {
    String contact = "CNR StatusContact: the fields";
    add("StatusContact", "an unknown handle", side -> new ReadContact(UNKNOWN_HANDLE));
    add(
        "StatusContact",
        "the owner of a name of the account",
        side -> new ReadContact(side.stated("OWNERCONTACT", CnrQuestions.name(own()))),
        contact);
  }

  private void account() {
    String account = "CNR StatusAccount: amount, credit, credit threshold";
    add("StatusAccount", "what the account has to spend", side -> new ReadBalance(), account);
    add("StatusAccount", "what the account is", side -> CnrQuestions.account(), account);
    add(
        "StatusRegistrar",
        "the renewal mode of the account",
        side -> CnrQuestions.mode(side.stated("REGISTRAR", CnrQuestions.account())),
        "CNR StatusRegistrar of REGISTRAR");
    add(
        "StatusRegistrar",
        "no REGISTRAR",
        side -> new Cases.Raw("StatusRegistrar", Map.of()),
        "CNR StatusRegistrar: REGISTRAR that is missing");
    // what an account has paid is its own matter, so only that there is an answer is compared
    add(
        "QueryAccountingList",
        "what was booked recently",
        side -> new ListBookings(Instant.now().minus(Duration.ofDays(1)), 0),
        booked -> "a list",
        "CNR QueryAccountingList takes MINDATE");
  }

  private void zones() {
    add(
        "QueryZoneList",
        "the prices of a zone",
        side -> CnrQuestions.zones("com"),
        "CNR QueryZoneList: zone, 3rds");
    String info = "CNR GetZoneInfo of ZONE or DOMAIN";
    add("GetZoneInfo", "the rules of a zone", side -> new ReadZoneRules(free), info);
    add(
        "GetZoneInfo",
        "how a registry goes about renewals",
        side -> new ReadRegistryRules(free),
        info);
    add("GetZoneInfo", "what a transfer takes", side -> CnrQuestions.transferTerms(free), info);
    add(
        "GetZoneInfo",
        "a zone whose names are renewed by their mode",
        side -> new ReadRegistryRules(DomainName.of(label + ".de")),
        info,
        "CNR: zones without RenewDomain");
    add(
        "GetZoneInfo",
        "a zone whose registrants change by a trade",
        side -> new ReadZoneRules(DomainName.of(label + ".it")),
        rules -> rules.registrantChangeBy(),
        "CNR: names below .at, .be, .ch");
    add(
        "QueryCommandSyntax",
        "the fields of a top-level domain",
        side ->
            new Cases.Raw(
                "QueryCommandSyntax",
                Map.of("DOMAIN", label + ".ca", "COMMANDNAME", "AddDomain", "NEWFORMAT", "1")),
        answer -> answer.all("PARAMETER").stream().anyMatch("X-CA-LEGAL-TYPE"::equals),
        "CNR QueryCommandSyntax of DOMAIN");
  }

  private void applications() {
    add(
        "QueryDomainApplicationList",
        "no application for the name",
        side -> new ListApplications(free));
    add(
        "StatusDomainApplication",
        "an unknown application",
        side -> new ReadApplication(UNKNOWN_NUMBER));
  }

  private void transfers() {
    String status = "CNR StatusDomainTransfer: execute date";
    add("StatusDomainTransfer", "no transfer", side -> new ReadTransfer(Cases.TAKEN), status);
    add(
        "QueryTransferList",
        "names on their way to the account",
        side -> new ListTransfers(0, 10),
        "CNR QueryTransferList: the incoming transfers");
    String foreign = "CNR QueryForeignTransferList: the outgoing transfers";
    add("QueryForeignTransferList", "a name that stays", side -> leaving(), foreign);
    add(
        "QueryForeignTransferList",
        "names on their way to somebody else",
        side -> CnrQuestions.leavingNames(),
        foreign,
        "CNR QueryForeignTransferList: transferdate is when");
  }

  private void changesOfRegistrant() {
    String status = "CNR StatusOwnerChange: domain, status";
    add(
        "StatusOwnerChange",
        "no change of registrant",
        side -> new ReadRegistrantChange(own()),
        status);
    add(
        "StatusOwnerChange",
        "a name at another registrar",
        side -> new ReadRegistrantChange(Cases.TAKEN),
        status);
  }

  private void whatHappened() {
    add(
        "QueryEventList",
        "the oldest events of transfers",
        side -> CnrQuestions.events("DOMAIN_TRANSFER"),
        "CNR QueryEventList: CLASS and SUBCLASS",
        "CNR QueryEventList: event, eventclass");
    String event = "CNR StatusEvent: class, data";
    add("StatusEvent", "an unknown event", side -> CnrQuestions.event(UNKNOWN_NUMBER), event);
    add(
        "StatusEvent",
        "the reason in an event that does not exist",
        side -> new ReadLogEntry(UNKNOWN_NUMBER),
        event);
  }

  private void syntax() {
    String excess = "CNR: a parameter the command does not have";
    add(
        "QueryDomainList",
        "LAST, as it was recorded",
        side -> new Cases.Raw("QueryDomainList", Map.of("LAST", "1")),
        excess,
        "CNR QueryDomainList: domain only");
    add(
        "StatusDomain",
        "LIMIT, as it was recorded",
        side -> new Cases.Raw("StatusDomain", Map.of("DOMAIN", free.ascii(), "LIMIT", "1")),
        excess);
    add("StatusDomain", "no DOMAIN", side -> new Cases.Raw("StatusDomain", Map.of()));
    add(
        "StatusNameserver",
        "an unknown host, as it was recorded",
        side -> new Cases.Raw("StatusNameserver", Map.of("NAMESERVER", "ns1." + free.ascii())),
        "CNR StatusNameserver of an unknown host");
    add(
        "checkdomain",
        "a command in small letters",
        side -> new Cases.Raw("checkdomain", Map.of("DOMAIN", free.ascii())),
        "CNR: commands are read without regard");
    add(
        "QueryNoSuchThing",
        "a command that does not exist",
        side -> new Cases.Raw("QueryNoSuchThing", Map.of()));
  }

  private <R> void add(
      String command, String title, Function<ConsentSide, Query<R>> question, String... marks) {
    cases.add(new Case<>(command, title, question, CnrQuestions::read, List.of(marks)));
  }

  private <R> void add(
      String command,
      String title,
      Function<ConsentSide, Query<R>> question,
      Function<R, ?> reading,
      String... marks) {
    cases.add(new Case<>(command, title, question, reading, List.of(marks)));
  }

  private DomainName own() {
    return settings.name(OteSettings.OWN_NAME);
  }

  // For an account without names the answer has no columns.
  private Query<Object> list(boolean all) {
    own();
    return CnrQuestions.names(all);
  }

  private Query<Object> leaving() {
    return CnrQuestions.leaving(own());
  }

  // Of all these values, only the name is sent to the registrar.
  private static CheckRegistration registration(DomainName domain) {
    Contact contact = Contact.ofHandle(UNKNOWN_HANDLE);
    return new CheckRegistration(
        new DomainRegistration(
            domain,
            new Period(1),
            contact,
            contact,
            contact,
            contact,
            List.of(Nameserver.of("ns1.example.net"), Nameserver.of("ns2.example.net")),
            RenewalMode.AUTOEXPIRE,
            false,
            false,
            null,
            AdditionalFields.NONE,
            null));
  }
}

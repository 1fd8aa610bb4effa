package io.domainflow.ote;

import io.domainflow.ispapi.command.RawWire;
import io.domainflow.ispapi.command.StatusObjectLog;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.command.CheckClaims;
import io.domainflow.registrar.command.CheckDomains;
import io.domainflow.registrar.command.CheckRegistrantChange;
import io.domainflow.registrar.command.CheckRegistration;
import io.domainflow.registrar.command.CheckTransfer;
import io.domainflow.registrar.command.Confirmations;
import io.domainflow.registrar.command.DomainRegistration;
import io.domainflow.registrar.command.ListApplications;
import io.domainflow.registrar.command.ListBookings;
import io.domainflow.registrar.command.ListDomains;
import io.domainflow.registrar.command.ListOutgoingTransfers;
import io.domainflow.registrar.command.ListTransfers;
import io.domainflow.registrar.command.Query;
import io.domainflow.registrar.command.ReadAccount;
import io.domainflow.registrar.command.ReadApplication;
import io.domainflow.registrar.command.ReadAuthCode;
import io.domainflow.registrar.command.ReadBalance;
import io.domainflow.registrar.command.ReadClaimsNotice;
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
import io.domainflow.wire.WireCommand;
import io.domainflow.wire.protocol.WireResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Provides the cases: those that are possible with any account, and more if the settings name
 * domains.
 */
final class Cases {

  /** A name that is known to be taken. */
  static final DomainName TAKEN = DomainName.of("example.com");

  // In the format of the registrar's samples.
  private static final String UNKNOWN_HANDLE = "P-ZZZ9999999";
  private static final String UNKNOWN_APPLICATION = "999999999";
  private static final String UNKNOWN_ENTRY = "999999999";
  private static final String UNKNOWN_CLAIM_KEY =
      "2016121201/0/0/0/AAAAAAAAAAAAAAAAAAAAAAA-0000000000";

  private final List<Case<?>> cases = new ArrayList<>();
  private final OteSettings settings;

  // Nobody has or waits for this name: no two runs ask for the same one.
  private final String label =
      "domainflow-" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
  private final DomainName free = DomainName.of(label + ".com");

  private Cases(OteSettings settings) {
    this.settings = settings;
  }

  /** Every case, in the order of the commands. */
  static List<Case<?>> of(OteSettings settings) {
    Cases all = new Cases(settings);
    all.checkDomain();
    all.checkDomains();
    all.checkDomainRegistration();
    all.statusDomain();
    all.statusOfOther();
    all.applications();
    all.account();
    all.claims();
    all.transfers();
    all.leaving();
    all.changesOfRegistrant();
    all.whatHappened();
    all.deletedNames();
    all.syntax();
    return all.cases;
  }

  private void checkDomain() {
    String command = "CheckDomain";
    String codes = "CheckDomain: 210 available";
    add(command, "a name nobody has", side -> new CheckClaims(free, false), codes);
    add(command, "a taken name", side -> new CheckClaims(TAKEN, false), codes);
    add(command, "a name with an umlaut", side -> new CheckClaims(umlaut(), false), codes);
    add(
        command,
        "a top-level domain that does not exist",
        side -> new CheckClaims(DomainName.of(label + ".invalid"), false),
        "a name outside the zones on offer");
    add(
        command,
        "a premium name",
        side -> new CheckClaims(settings.name(OteSettings.PREMIUM_NAME), false),
        "CheckDomain of a premium name");
    String claims = "CheckDomain PHASE=claims";
    add(command, "claims on a name without one", side -> new CheckClaims(free, true), claims);
    add(command, "claims on a name with one", side -> claimCheck(), claims);
  }

  private void checkDomains() {
    String command = "CheckDomains";
    add(
        command,
        "one free, one taken, one with an umlaut",
        side -> new CheckDomains(List.of(free, TAKEN, umlaut())),
        Cases::kinds,
        "CheckDomains: DOMAINCHECK",
        "the channel's property");
    add(
        command,
        "a top-level domain that does not exist beside a free name",
        side -> new CheckDomains(List.of(DomainName.of(label + ".invalid"), free)),
        Cases::kinds,
        "a name that cannot be checked fails alone",
        "a name outside the zones on offer");
    add(
        command,
        "a premium name",
        side -> new CheckDomains(List.of(settings.name(OteSettings.PREMIUM_NAME))),
        Cases::kinds,
        "CheckDomains PREMIUMCHANNELS",
        "the channel's property");
  }

  private void checkDomainRegistration() {
    String command = "CheckDomainRegistration";
    String handle = "a handle that is not one of the account";
    add(command, "an unknown handle", side -> dryRun(free, UNKNOWN_HANDLE, Map.of()), handle);
    add(
        command,
        "an additional field and an unknown handle",
        side -> dryRun(free("ca"), UNKNOWN_HANDLE, Map.of("X-CA-LEGALTYPE", "CCT")),
        "CheckDomainRegistration and AddDomainApplication take",
        handle);
    add(
        command,
        "an additional field is missing",
        side -> dryRun(free("ca"), ownHandle(side), Map.of()),
        "additional fields a zone needs",
        "CheckDomainRegistration and AddDomainApplication take");
    add(
        command,
        "nothing against it",
        side -> dryRun(free, ownHandle(side), Map.of()),
        "CheckDomainRegistration: 218");
    String taken = "CheckDomainRegistration refuses with the code";
    add(command, "a taken name", side -> dryRun(TAKEN, ownHandle(side), Map.of()), taken);
    add(
        command,
        "a name of the account",
        side -> dryRun(settings.name(OteSettings.OWN_NAME), ownHandle(side), Map.of()),
        taken,
        "a registration of a name that is taken is 540");
    add(
        command,
        "a premium name",
        side -> dryRun(settings.name(OteSettings.PREMIUM_NAME), ownHandle(side), Map.of()),
        "CheckDomainRegistration of a premium name",
        "a premium name is refused with 504");
    add(
        command,
        "a claim nobody has accepted",
        side -> dryRun(settings.name(OteSettings.CLAIMED_NAME), ownHandle(side), Map.of()),
        "a name with a claim needs CLAIMKEY");
  }

  private void statusDomain() {
    String command = "StatusDomain";
    String unknown = "StatusDomain of an unknown name";
    add(command, "a name nobody has", side -> new ReadDomain(free), unknown);
    add(
        command,
        "a name at another registrar",
        side -> new ReadDomain(TAKEN),
        unknown,
        "a name at another registrar is 545");
    add(
        command,
        "a name of the account",
        side -> ownStatus(),
        status ->
            stated(
                status.createdAt(),
                status.expiresAt(),
                status.paidUntil(),
                status.failureDate(),
                status.accountingDate(),
                status.finalizationDate(),
                status.renewalMode().orElse(null),
                status.ownerContact(),
                status.priceClass(),
                status.privacy().orElse(null)),
        "StatusDomain: properties",
        "TRANSFERLOCK=1 shows as status",
        "of a name whose zone has no privacy service");
  }

  private void statusOfOther() {
    String contact = "StatusContact: properties";
    add("StatusContact", "an unknown handle", side -> new ReadContact(UNKNOWN_HANDLE), contact);
    add(
        "StatusContact",
        "the owner of a name of the account",
        side -> new ReadContact(ownHandle(side)),
        answer -> stated(answer.createdAt(), answer.contact().country(), answer.contact().email()),
        contact);
    add(
        "StatusUser",
        "prices of the account",
        side -> new ReadAccount(),
        user -> user.prices().isEmpty() ? "no prices" : "prices",
        "StatusUser: properties",
        "StatusUser relations PRICE_CLASS_DOMAIN");
    add(
        "StatusUser",
        "without asking for relations",
        side -> new Raw("StatusUser", Map.of()),
        "StatusUser has relations unless");
    // what an account has paid is its own matter, so only that there is an answer is compared
    add(
        "QueryAccountingList",
        "what was booked recently",
        side -> new ListBookings(Instant.now().minus(Duration.ofDays(1)), 0),
        booked -> "a list",
        "QueryAccountingList: filters by date");
  }

  private void applications() {
    add(
        "QueryDomainApplicationList",
        "no application for the name",
        side -> new ListApplications(free),
        "QueryDomainApplicationList: filters");
    add(
        "StatusDomainApplication",
        "an unknown application",
        side -> new ReadApplication(UNKNOWN_APPLICATION),
        "StatusDomainApplication: properties");
  }

  private void account() {
    add(
        "StatusAccount",
        "what the account has to spend",
        side -> new ReadBalance(),
        account -> stated(account.available().orElse(null)),
        "StatusAccount: AMOUNT");
    add(
        "GetEnvironment",
        "the renewal mode of the account",
        side -> new ReadDefaultRenewalMode(),
        environment -> stated(environment.renewalMode().orElse(null)),
        "GetEnvironment: values",
        "the account's renewal mode is the setting");
    add(
        "QueryDomainList",
        "the first names of the account",
        side -> ownNames(),
        list -> list.names().stream().findFirst().map(Cases::dates).orElse("no name"),
        "QueryDomainList VERSION=2: other columns",
        "QueryDomainList VERSION=2: RENEWALMODE");
    add(
        "QueryDomainList",
        "what the renewal of a name costs that nobody has",
        side -> new ReadRenewalPrice(free),
        price -> price.perYear().isPresent() ? "a price" : "no price",
        "QueryDomainList PROPERTIES=RENEWALPRICE");
  }

  private void claims() {
    String command = "StatusTMDBClaim";
    add(
        command,
        "an unknown key",
        side -> new ReadClaimsNotice(UNKNOWN_CLAIM_KEY),
        "StatusTMDBClaim of an unknown key");
    add(
        command,
        "the notice of a name with a claim",
        side -> new ReadClaimsNotice(side.stated("CLAIMKEY", claimCheck())),
        notice ->
            stated(
                notice.noticeId(),
                notice.createdAt(),
                notice.expiresAt(),
                notice.acceptHash(),
                notice.text()),
        "StatusTMDBClaim: id, dates");
  }

  private void transfers() {
    String check = "CheckDomainTransfer";
    add(check, "a name nobody has", side -> new CheckTransfer(free, null));
    add(check, "a name at another registrar", side -> new CheckTransfer(TAKEN, null));
    add(
        check,
        "a name of the account",
        side -> new CheckTransfer(settings.name(OteSettings.OWN_NAME), null));
    add(
        "QueryDomainOptions",
        "the rules of a zone",
        side -> new ReadZoneRules(free),
        rules ->
            stated(
                rules.transferPeriods().stream().findFirst().orElse(null),
                rules.registrantChangeBy(),
                rules.optOutPossible()));
    add(
        "QueryDomainRepositoryInfo",
        "how a registry goes about transfers",
        side -> new ReadRegistryRules(free),
        info -> stated(info.transferPending()));
    add(
        "QueryDomainRepositoryInfo",
        "how a registry goes about renewals",
        side -> new ReadRegistryRules(free),
        info ->
            stated(
                info.renewalPeriods().stream().findFirst().orElse(null),
                info.earliestPayment(),
                info.restorable()));
    add("StatusDomainTransfer", "no transfer", side -> new ReadTransfer(TAKEN));
    add(
        "QueryDomainList",
        "names on their way to the account",
        side -> new ListTransfers(0, 10),
        "QueryDomainList VERSION=2: other columns");
  }

  /** Compares only whether there is a code, never the code itself. */
  private void leaving() {
    String command = "StatusDomain";
    String code = "StatusDomain: AUTH is the code that counts";
    add(
        command,
        "the auth code of a name nobody has",
        side -> new ReadAuthCode(free),
        "StatusDomain of an unknown name");
    add(
        command,
        "the auth code of a name of the account",
        side -> new ReadAuthCode(settings.name(OteSettings.OWN_NAME)),
        answer -> stated(answer.authCode(), answer.validUntil()),
        code);
    add(
        "QueryDomainList",
        "names on their way to somebody else",
        side -> new ListOutgoingTransfers(0, 10),
        "QueryDomainList VERSION=2: other columns");
  }

  private void changesOfRegistrant() {
    String check = "CheckDomainTrade";
    String faulty = "a faulty CheckDomainTrade is refused";
    add(check, "a name nobody has", side -> tradeCheck(free, UNKNOWN_HANDLE), faulty);
    add(check, "a name at another registrar", side -> tradeCheck(TAKEN, UNKNOWN_HANDLE), faulty);
    add(
        check,
        "an unknown handle",
        side -> tradeCheck(settings.name(OteSettings.OWN_NAME), UNKNOWN_HANDLE),
        faulty,
        "a handle that is not one of the account");
    add(
        check,
        "the registrant that the name has, and nobody's consent",
        side -> tradeCheck(settings.name(OteSettings.OWN_NAME), ownHandle(side)),
        faulty,
        "ICANN-TRADE, X-CONFIRM-DA-NEW-REGISTRANT missing",
        "CheckDomainTrade of a name whose change would be refused");
    String status = "StatusDomainTrade: properties and log";
    add(
        "StatusDomainTrade",
        "no change of registrant",
        side -> new ReadRegistrantChange(settings.name(OteSettings.OWN_NAME)),
        status);
    add(
        "StatusDomainTrade",
        "a name at another registrar",
        side -> new ReadRegistrantChange(TAKEN),
        status);
  }

  private void whatHappened() {
    add(
        "QueryObjectLogList",
        "a name nothing happened to",
        side -> new ReadLog(free, Instant.EPOCH, 10),
        "QueryObjectLogList: filters");
    add(
        "StatusObjectLog",
        "an entry that does not exist",
        side -> new StatusObjectLog(UNKNOWN_ENTRY),
        "StatusObjectLog: OPERATIONINFO");
    add(
        "StatusObjectLog",
        "the reason in an entry that does not exist",
        side -> new ReadLogEntry(UNKNOWN_ENTRY),
        "StatusObjectLog: OPERATIONINFO");
    add(
        "QueryEventList",
        "the oldest events",
        side -> new ReadEvents(10),
        "QueryEventList: filters");
  }

  private void deletedNames() {
    add(
        "QueryObjectList",
        "a name that was not deleted",
        side -> new ReadDeletedDomain(free),
        deleted -> deleted.restorable() ? "restorable" : "not restorable");
  }

  private void syntax() {
    String missing = "a required parameter that is missing is 504";
    String excess = "a parameter the command does not have";
    add("CheckDomain", "no DOMAIN", side -> new Raw("CheckDomain", Map.of()), missing);
    add("StatusDomain", "no DOMAIN", side -> new Raw("StatusDomain", Map.of()), missing);
    add(
        "CheckDomain",
        "a parameter that does not exist",
        side -> new Raw("CheckDomain", Map.of("DOMAIN", free.ascii(), "NO-SUCH-PARAMETER", "1")),
        excess);
    add(
        "CheckDomain",
        "a value that is no name",
        side -> new Raw("CheckDomain", Map.of("DOMAIN", "no name")),
        "a value of the wrong form is 505");
    add(
        "checkdomain",
        "a command in small letters",
        side -> new Raw("checkdomain", Map.of("DOMAIN", free.ascii())),
        "command names are read without regard");
    add(
        "QueryNoSuchThing",
        "a command that does not exist",
        side -> new Raw("QueryNoSuchThing", Map.of()),
        "an unknown command is 500");
  }

  private <R> void add(
      String command, String title, Function<ConsentSide, Query<R>> question, String... marks) {
    add(command, title, question, answer -> "", marks);
  }

  private <R> void add(
      String command,
      String title,
      Function<ConsentSide, Query<R>> question,
      Function<R, ?> reading,
      String... marks) {
    cases.add(new Case<>(command, title, question, reading, List.of(marks)));
  }

  private DomainName free(String tld) {
    return DomainName.of(label + "." + tld);
  }

  private DomainName umlaut() {
    return DomainName.of(label + "-ü.com");
  }

  private CheckClaims claimCheck() {
    return new CheckClaims(settings.name(OteSettings.CLAIMED_NAME), true);
  }

  private ReadDomain ownStatus() {
    return new ReadDomain(settings.name(OteSettings.OWN_NAME));
  }

  private static Object dates(ListDomains.Name name) {
    return stated(
        name.createdAt(),
        name.expiresAt(),
        name.paidUntil(),
        name.failureDate(),
        name.accountingDate(),
        name.finalizationDate(),
        name.priceClass(),
        name.nameservers(),
        name.transferLocked().orElse(null),
        name.privacy().orElse(null),
        name.updatedAt());
  }

  // For an account without names the answer has no columns.
  private ListDomains ownNames() {
    settings.name(OteSettings.OWN_NAME);
    return new ListDomains(0);
  }

  private String ownHandle(ConsentSide side) {
    return side.stated("OWNERCONTACT", ownStatus());
  }

  // Only by handle: it is unknown whether a dry run creates a contact from contact data.
  private static CheckRegistration dryRun(
      DomainName domain, String handle, Map<String, String> fields) {
    Contact contact = Contact.ofHandle(handle);
    return new CheckRegistration(
        new DomainRegistration(
            domain,
            new Period(1),
            contact,
            contact,
            contact,
            contact,
            List.of(Nameserver.of("ns1.hexonet.net"), Nameserver.of("ns2.hexonet.net")),
            RenewalMode.AUTOEXPIRE,
            false,
            false,
            null,
            new AdditionalFields(fields),
            null));
  }

  // Without confirmations: nobody has consented to any.
  private static CheckRegistrantChange tradeCheck(DomainName domain, String handle) {
    return new CheckRegistrantChange(
        domain, Contact.ofHandle(handle), Confirmations.NONE, new AdditionalFields(Map.of()));
  }

  private static List<String> kinds(CheckDomains.Result answer) {
    return answer.names().stream().map(name -> name.code() + " " + name.kind()).toList();
  }

  // Dates, handles and modes differ between the sides; Domainflow must be able to read both.
  private static List<String> stated(Object... values) {
    return Stream.of(values).map(value -> Objects.isNull(value) ? "not read" : "read").toList();
  }

  /** A query that the client would never send. */
  record Raw(String command, Map<String, String> parameters) implements Query<WireResponse> {

    WireCommand<WireResponse> said() {
      return new RawWire(command, parameters).of(this);
    }
  }
}

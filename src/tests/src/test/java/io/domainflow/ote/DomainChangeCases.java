package io.domainflow.ote;

import static io.domainflow.ote.CaseList.stated;

import io.domainflow.ispapi.command.StatusObjectLog;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.CheckRegistrantChange;
import io.domainflow.registrar.command.CheckTransfer;
import io.domainflow.registrar.command.Confirmations;
import io.domainflow.registrar.command.ListOutgoingTransfers;
import io.domainflow.registrar.command.ListTransfers;
import io.domainflow.registrar.command.ReadAuthCode;
import io.domainflow.registrar.command.ReadDeletedDomain;
import io.domainflow.registrar.command.ReadEvents;
import io.domainflow.registrar.command.ReadLog;
import io.domainflow.registrar.command.ReadLogEntry;
import io.domainflow.registrar.command.ReadRegistrantChange;
import io.domainflow.registrar.command.ReadRegistryRules;
import io.domainflow.registrar.command.ReadTransfer;
import io.domainflow.registrar.command.ReadZoneRules;
import java.time.Instant;
import java.util.Map;

/**
 * Cases about what happens to a name: transfers to and from the account, changes of registrant, its
 * log, and its deletion.
 */
final class DomainChangeCases {

  private static final String UNKNOWN_ENTRY = "999999999";

  private final CaseList list;

  private DomainChangeCases(CaseList list) {
    this.list = list;
  }

  /** Adds these cases. */
  static void addTo(CaseList list) {
    DomainChangeCases all = new DomainChangeCases(list);
    all.transfers();
    all.leaving();
    all.changesOfRegistrant();
    all.whatHappened();
    all.deletedNames();
  }

  private void transfers() {
    String check = "CheckDomainTransfer";
    list.add(check, "a name nobody has", side -> new CheckTransfer(list.free(), null));
    list.add(check, "a name at another registrar", side -> new CheckTransfer(Cases.TAKEN, null));
    list.add(
        check,
        "a name of the account",
        side -> new CheckTransfer(list.name(OteSettings.OWN_NAME), null));
    list.add(
        "QueryDomainOptions",
        "the rules of a zone",
        side -> new ReadZoneRules(list.free()),
        rules ->
            stated(
                rules.transferPeriods().stream().findFirst().orElse(null),
                rules.registrantChangeBy(),
                rules.optOutPossible()));
    list.add(
        "QueryDomainRepositoryInfo",
        "how a registry goes about transfers",
        side -> new ReadRegistryRules(list.free()),
        info -> stated(info.transferPending()));
    list.add(
        "QueryDomainRepositoryInfo",
        "how a registry goes about renewals",
        side -> new ReadRegistryRules(list.free()),
        info ->
            stated(
                info.renewalPeriods().stream().findFirst().orElse(null),
                info.earliestPayment(),
                info.restorable()));
    list.add("StatusDomainTransfer", "no transfer", side -> new ReadTransfer(Cases.TAKEN));
    list.add(
        "QueryDomainList",
        "names on their way to the account",
        side -> new ListTransfers(0, 10),
        "QueryDomainList VERSION=2: other columns");
  }

  /** Compares only whether there is a code, never the code itself. */
  private void leaving() {
    String command = "StatusDomain";
    String code = "StatusDomain: AUTH is the code that counts";
    list.add(
        command,
        "the auth code of a name nobody has",
        side -> new ReadAuthCode(list.free()),
        "StatusDomain of an unknown name");
    list.add(
        command,
        "the auth code of a name of the account",
        side -> new ReadAuthCode(list.name(OteSettings.OWN_NAME)),
        answer -> stated(answer.authCode(), answer.validUntil()),
        code);
    list.add(
        "QueryDomainList",
        "names on their way to somebody else",
        side -> new ListOutgoingTransfers(0, 10),
        "QueryDomainList VERSION=2: other columns");
  }

  private void changesOfRegistrant() {
    String check = "CheckDomainTrade";
    String faulty = "a faulty CheckDomainTrade is refused";
    list.add(
        check,
        "a name nobody has",
        side -> tradeCheck(list.free(), CaseList.UNKNOWN_HANDLE),
        faulty);
    list.add(
        check,
        "a name at another registrar",
        side -> tradeCheck(Cases.TAKEN, CaseList.UNKNOWN_HANDLE),
        faulty);
    list.add(
        check,
        "an unknown handle",
        side -> tradeCheck(list.name(OteSettings.OWN_NAME), CaseList.UNKNOWN_HANDLE),
        faulty,
        "a handle that is not one of the account");
    list.add(
        check,
        "the registrant that the name has, and nobody's consent",
        side -> tradeCheck(list.name(OteSettings.OWN_NAME), list.ownHandle(side)),
        faulty,
        "ICANN-TRADE, X-CONFIRM-DA-NEW-REGISTRANT missing",
        "CheckDomainTrade of a name whose change would be refused");
    String status = "StatusDomainTrade: properties and log";
    list.add(
        "StatusDomainTrade",
        "no change of registrant",
        side -> new ReadRegistrantChange(list.name(OteSettings.OWN_NAME)),
        status);
    list.add(
        "StatusDomainTrade",
        "a name at another registrar",
        side -> new ReadRegistrantChange(Cases.TAKEN),
        status);
  }

  private void whatHappened() {
    list.add(
        "QueryObjectLogList",
        "a name nothing happened to",
        side -> new ReadLog(list.free(), Instant.EPOCH, 10),
        "QueryObjectLogList: filters");
    list.add(
        "StatusObjectLog",
        "an entry that does not exist",
        side -> new StatusObjectLog(UNKNOWN_ENTRY),
        "StatusObjectLog: OPERATIONINFO");
    list.add(
        "StatusObjectLog",
        "the reason in an entry that does not exist",
        side -> new ReadLogEntry(UNKNOWN_ENTRY),
        "StatusObjectLog: OPERATIONINFO");
    list.add(
        "QueryEventList",
        "the oldest events",
        side -> new ReadEvents(10),
        "QueryEventList: filters");
  }

  private void deletedNames() {
    list.add(
        "QueryObjectList",
        "a name that was not deleted",
        side -> new ReadDeletedDomain(list.free()),
        deleted -> deleted.restorable() ? "restorable" : "not restorable");
  }

  // Without confirmations: nobody has consented to any.
  private static CheckRegistrantChange tradeCheck(DomainName domain, String handle) {
    return new CheckRegistrantChange(
        domain, Contact.ofHandle(handle), Confirmations.NONE, new AdditionalFields(Map.of()));
  }
}

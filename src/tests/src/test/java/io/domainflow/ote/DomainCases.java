package io.domainflow.ote;

import static io.domainflow.ote.CaseList.stated;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.command.CheckClaims;
import io.domainflow.registrar.command.CheckDomains;
import io.domainflow.registrar.command.CheckRegistration;
import io.domainflow.registrar.command.DomainRegistration;
import io.domainflow.registrar.command.ReadDomain;
import java.util.List;
import java.util.Map;

/**
 * Cases about names: which are free, what a registration would say, and what is stated about a
 * name.
 */
final class DomainCases {

  private final CaseList list;

  private DomainCases(CaseList list) {
    this.list = list;
  }

  /** Adds these cases. */
  static void addTo(CaseList list) {
    DomainCases all = new DomainCases(list);
    all.checkDomain();
    all.checkDomains();
    all.checkDomainRegistration();
    all.statusDomain();
  }

  private void checkDomain() {
    String command = "CheckDomain";
    String codes = "CheckDomain: 210 available";
    list.add(command, "a name nobody has", side -> new CheckClaims(list.free(), false), codes);
    list.add(command, "a taken name", side -> new CheckClaims(Cases.TAKEN, false), codes);
    list.add(
        command, "a name with an umlaut", side -> new CheckClaims(list.umlaut(), false), codes);
    list.add(
        command,
        "a top-level domain that does not exist",
        side -> new CheckClaims(list.free("invalid"), false),
        "a name outside the zones on offer");
    list.add(
        command,
        "a premium name",
        side -> new CheckClaims(list.name(OteSettings.PREMIUM_NAME), false),
        "CheckDomain of a premium name");
    String claims = "CheckDomain PHASE=claims";
    list.add(
        command,
        "claims on a name without one",
        side -> new CheckClaims(list.free(), true),
        claims);
    list.add(command, "claims on a name with one", side -> list.claimCheck(), claims);
  }

  private void checkDomains() {
    String command = "CheckDomains";
    list.add(
        command,
        "one free, one taken, one with an umlaut",
        side -> new CheckDomains(List.of(list.free(), Cases.TAKEN, list.umlaut())),
        DomainCases::kinds,
        "CheckDomains: DOMAINCHECK",
        "the channel's property");
    list.add(
        command,
        "a top-level domain that does not exist beside a free name",
        side -> new CheckDomains(List.of(list.free("invalid"), list.free())),
        DomainCases::kinds,
        "a name that cannot be checked fails alone",
        "a name outside the zones on offer");
    list.add(
        command,
        "a premium name",
        side -> new CheckDomains(List.of(list.name(OteSettings.PREMIUM_NAME))),
        DomainCases::kinds,
        "CheckDomains PREMIUMCHANNELS",
        "the channel's property");
  }

  private void checkDomainRegistration() {
    String command = "CheckDomainRegistration";
    String handle = "a handle that is not one of the account";
    list.add(
        command,
        "an unknown handle",
        side -> dryRun(list.free(), CaseList.UNKNOWN_HANDLE, Map.of()),
        handle);
    list.add(
        command,
        "an additional field and an unknown handle",
        side -> dryRun(list.free("ca"), CaseList.UNKNOWN_HANDLE, Map.of("X-CA-LEGALTYPE", "CCT")),
        "CheckDomainRegistration and AddDomainApplication take",
        handle);
    list.add(
        command,
        "an additional field is missing",
        side -> dryRun(list.free("ca"), list.ownHandle(side), Map.of()),
        "additional fields a zone needs",
        "CheckDomainRegistration and AddDomainApplication take");
    list.add(
        command,
        "nothing against it",
        side -> dryRun(list.free(), list.ownHandle(side), Map.of()),
        "CheckDomainRegistration: 218");
    String taken = "CheckDomainRegistration refuses with the code";
    list.add(
        command,
        "a taken name",
        side -> dryRun(Cases.TAKEN, list.ownHandle(side), Map.of()),
        taken);
    list.add(
        command,
        "a name of the account",
        side -> dryRun(list.name(OteSettings.OWN_NAME), list.ownHandle(side), Map.of()),
        taken,
        "a registration of a name that is taken is 540");
    list.add(
        command,
        "a premium name",
        side -> dryRun(list.name(OteSettings.PREMIUM_NAME), list.ownHandle(side), Map.of()),
        "CheckDomainRegistration of a premium name",
        "a premium name is refused with 504");
    list.add(
        command,
        "a claim nobody has accepted",
        side -> dryRun(list.name(OteSettings.CLAIMED_NAME), list.ownHandle(side), Map.of()),
        "a name with a claim needs CLAIMKEY");
  }

  private void statusDomain() {
    String command = "StatusDomain";
    String unknown = "StatusDomain of an unknown name";
    list.add(command, "a name nobody has", side -> new ReadDomain(list.free()), unknown);
    list.add(
        command,
        "a name at another registrar",
        side -> new ReadDomain(Cases.TAKEN),
        unknown,
        "a name at another registrar is 545");
    list.add(
        command,
        "a name of the account",
        side -> list.ownStatus(),
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

  private static List<String> kinds(CheckDomains.Result answer) {
    return answer.names().stream().map(name -> name.code() + " " + name.kind()).toList();
  }
}

package io.domainflow.ote;

import static io.domainflow.ote.CaseList.stated;

import io.domainflow.registrar.command.ListApplications;
import io.domainflow.registrar.command.ListBookings;
import io.domainflow.registrar.command.ListDomains;
import io.domainflow.registrar.command.ReadAccount;
import io.domainflow.registrar.command.ReadApplication;
import io.domainflow.registrar.command.ReadBalance;
import io.domainflow.registrar.command.ReadClaimsNotice;
import io.domainflow.registrar.command.ReadContact;
import io.domainflow.registrar.command.ReadDefaultRenewalMode;
import io.domainflow.registrar.command.ReadRenewalPrice;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Cases about the account: its contacts, prices, applications and balance, its names, and the
 * claims on trademarks.
 */
final class AccountCases {

  private static final String UNKNOWN_APPLICATION = "999999999";
  private static final String UNKNOWN_CLAIM_KEY =
      "2016121201/0/0/0/AAAAAAAAAAAAAAAAAAAAAAA-0000000000";

  private final CaseList list;

  private AccountCases(CaseList list) {
    this.list = list;
  }

  /** Adds these cases. */
  static void addTo(CaseList list) {
    AccountCases all = new AccountCases(list);
    all.statusOfOther();
    all.applications();
    all.account();
    all.claims();
  }

  private void statusOfOther() {
    String contact = "StatusContact: properties";
    list.add(
        "StatusContact",
        "an unknown handle",
        side -> new ReadContact(CaseList.UNKNOWN_HANDLE),
        contact);
    list.add(
        "StatusContact",
        "the owner of a name of the account",
        side -> new ReadContact(list.ownHandle(side)),
        answer -> stated(answer.createdAt(), answer.contact().country(), answer.contact().email()),
        contact);
    list.add(
        "StatusUser",
        "prices of the account",
        side -> new ReadAccount(),
        user -> user.prices().isEmpty() ? "no prices" : "prices",
        "StatusUser: properties",
        "StatusUser relations PRICE_CLASS_DOMAIN");
    list.add(
        "StatusUser",
        "without asking for relations",
        side -> new Cases.Raw("StatusUser", Map.of()),
        "StatusUser has relations unless");
    // what an account has paid is its own matter, so only that there is an answer is compared
    list.add(
        "QueryAccountingList",
        "what was booked recently",
        side -> new ListBookings(Instant.now().minus(Duration.ofDays(1)), 0),
        booked -> "a list",
        "QueryAccountingList: filters by date");
  }

  private void applications() {
    list.add(
        "QueryDomainApplicationList",
        "no application for the name",
        side -> new ListApplications(list.free()),
        "QueryDomainApplicationList: filters");
    list.add(
        "StatusDomainApplication",
        "an unknown application",
        side -> new ReadApplication(UNKNOWN_APPLICATION),
        "StatusDomainApplication: properties");
  }

  private void account() {
    list.add(
        "StatusAccount",
        "what the account has to spend",
        side -> new ReadBalance(),
        account -> stated(account.available().orElse(null)),
        "StatusAccount: AMOUNT");
    list.add(
        "GetEnvironment",
        "the renewal mode of the account",
        side -> new ReadDefaultRenewalMode(),
        environment -> stated(environment.renewalMode().orElse(null)),
        "GetEnvironment: values",
        "the account's renewal mode is the setting");
    list.add(
        "QueryDomainList",
        "the first names of the account",
        side -> ownNames(),
        list -> list.names().stream().findFirst().map(AccountCases::dates).orElse("no name"),
        "QueryDomainList VERSION=2: other columns",
        "QueryDomainList VERSION=2: RENEWALMODE");
    list.add(
        "QueryDomainList",
        "what the renewal of a name costs that nobody has",
        side -> new ReadRenewalPrice(list.free()),
        price -> price.perYear().isPresent() ? "a price" : "no price",
        "QueryDomainList PROPERTIES=RENEWALPRICE");
  }

  private void claims() {
    String command = "StatusTMDBClaim";
    list.add(
        command,
        "an unknown key",
        side -> new ReadClaimsNotice(UNKNOWN_CLAIM_KEY),
        "StatusTMDBClaim of an unknown key");
    list.add(
        command,
        "the notice of a name with a claim",
        side -> new ReadClaimsNotice(side.stated("CLAIMKEY", list.claimCheck())),
        notice ->
            stated(
                notice.noticeId(),
                notice.createdAt(),
                notice.expiresAt(),
                notice.acceptHash(),
                notice.text()),
        "StatusTMDBClaim: id, dates");
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
    list.name(OteSettings.OWN_NAME);
    return new ListDomains(0);
  }
}

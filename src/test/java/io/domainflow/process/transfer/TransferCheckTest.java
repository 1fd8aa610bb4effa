package io.domainflow.process.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.domainflow.ispapi.IspapiCodes;
import io.domainflow.model.Money;
import io.domainflow.model.Period;
import io.domainflow.order.OrderPart;
import io.domainflow.order.Ordered;
import io.domainflow.order.Quote;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.progress.Transfer.Kind;
import io.domainflow.order.progress.Transfer.Phase;
import io.domainflow.process.domain.LockTimes.LockTime;
import io.domainflow.process.transfer.TransferCheck.Found;
import io.domainflow.registrar.DocumentedReader;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order and the registrar's data decide whether a name can be transferred. */
class TransferCheckTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final String NAME = "example.com";

  private final DocumentedReader registrar = new DocumentedReader();
  private Ordered order;

  @BeforeEach
  void isWithAnotherRegistrar() {
    order = Ordered.transfer(NAME).authCode("secret1");
    registrar.answer("CheckDomains", "DOMAINCHECK=211 Domain name not available");
    possible();
    zone("ZONETRANSFERPERIODS=1Y");
  }

  // Where the name is

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isAlreadyInTheAccountForThoseWhoMayOrderIt(boolean mayTake) {
    registrar.documented("StatusDomain", "documented");

    assertThat(look(mayTake)).isEqualTo(mayTake ? new Found.Here() : new Found.NotHis());
    assertThat(registrar.asked()).containsExactly("StatusDomain");
  }

  @Test
  void isNotInTheAccountWhileItsRegistrationIsPending() {
    registrar.documented("StatusDomain", "pending");

    assertThat(look()).isInstanceOf(Found.Open.class);
  }

  @ParameterizedTest
  @CsvSource({"INITIATED, CONFIRMATION_MAIL", "REQUESTED, AT_REGISTRY", "PENDING, AT_REGISTRY"})
  void isAlreadyUnderWayForThoseWhoMayOrderIt(String status, Phase phase) {
    registrar.answer(
        "StatusDomainTransfer",
        "TRANSFERTYPE=INCOMING",
        "TRANSFERSTATUS=" + status,
        "CREATEDDATE=2026-02-27 10:00:00",
        "OLD-REGISTRAR=Other Inc.");

    assertThat(look(true))
        .isEqualTo(new Found.UnderWay(phase, Instant.parse("2026-02-27T10:00:00Z"), "Other Inc."));
    assertThat(look(false)).isEqualTo(new Found.NotHis());
    assertThat(registrar.asked()).doesNotContain("CheckDomainTransfer");
  }

  @ParameterizedTest
  @CsvSource({"OUTGOING, PENDING", "INCOMING, FAILED", "INCOMING, SUCCESSFUL", "TRADE, PENDING"})
  void isNotUnderWayByATransferOfAnotherKindOrACompletedOne(String type, String status) {
    registrar.answer("StatusDomainTransfer", "TRANSFERTYPE=" + type, "TRANSFERSTATUS=" + status);

    assertThat(look()).isInstanceOf(Found.Open.class);
  }

  @Test
  void looksUpTheOwnerOnlyForNamesOfTheAccount() {
    Found found =
        check()
            .look(
                order.order(),
                () -> {
                  throw new AssertionError("nobody has to know");
                },
                registrar);

    assertThat(found).isInstanceOf(Found.Open.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"210 Available", "211 Premium Domain name available [PREMIUM]"})
  void isNotRegisteredIfItCanBeRegistered(String check) {
    registrar.answer("CheckDomains", "DOMAINCHECK=" + check, "CLASS=" + premiumOf(check));

    assertThat(look()).isEqualTo(new Found.Nowhere());
    assertThat(registrar.asked()).doesNotContain("CheckDomainTransfer");
  }

  private static String premiumOf(String check) {
    return check.contains("PREMIUM") ? "PREMIUM_COM_A" : "";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"211 Domain name not available", "421 Command failed", "549 TLD not supported"})
  void isRegisteredUnlessItCanBeRegistered(String check) {
    registrar.answer("CheckDomains", "DOMAINCHECK=" + check);

    assertThat(look()).isInstanceOf(Found.Open.class);
  }

  @Test
  void isNotRegisteredIfTheCheckFindsNothing() {
    registrar.answer("CheckDomainTransfer", 545, "Object not found");

    assertThat(look()).isEqualTo(new Found.Nowhere());
  }

  // What prevents the transfer

  @Test
  void isLockedInTheDocumentedAnswer() {
    registrar.documented("CheckDomainTransfer", "documented");

    assertThat(look())
        .isEqualTo(
            blocked(
                Code.TRANSFER_LOCKED,
                "the name is locked against transfers. The registrant has to remove the lock at"
                    + " the present registrar, RESERVED-INTERNET ASSIGNED NUMBERS AUTHORITY",
                null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TRANSFERLOCK=1",
        "STATUS=clientTransferProhibited",
        "STATUS=serverTransferProhibited https://icann.org/epp#serverTransferProhibited"
      })
  void isLockedEvenIfTheCheckLetsItPass(String property) {
    possible(property);

    assertThat(look())
        .isEqualTo(
            blocked(
                Code.TRANSFER_LOCKED,
                "the name is locked against transfers. The registrant has to remove the lock at"
                    + " the present registrar",
                null));
  }

  @Test
  void needsACodeInTheDocumentedAnswer() {
    registrar.documented("CheckDomainTransfer", "documented");
    order.authCode(null);

    assertThat(look())
        .isEqualTo(
            blocked(
                Code.AUTH_CODE_MISSING,
                "the transfer needs the auth code of the name, and the order has none. The"
                    + " registrant gets it at the present registrar, RESERVED-INTERNET ASSIGNED"
                    + " NUMBERS AUTHORITY",
                null));
  }

  @Test
  void needsNoCodeWhereTheRegistryWantsNone() {
    possible("AUTHREQUIRED=0");
    order.authCode(null);

    assertThat(look()).isInstanceOf(Found.Open.class);
  }

  /** By property, whatever the code; by text only where the check says no. */
  @ParameterizedTest
  @CsvSource({
    "218, Request is available,                     AUTHISVALID=0,       secret1, AUTH_CODE_WRONG",
    "219, Request is not available,                 AUTHISVALID=0,       secret1, AUTH_CODE_WRONG",
    "219, Request is not available; WRONG AUTH CODE, AUTHISVALID=UNKNOWN, secret1, AUTH_CODE_WRONG",
    "219, Request is not available; WRONG AUTH CODE, AUTHISVALID=UNKNOWN, ,       AUTH_CODE_MISSING",
    "218, Request is available; WRONG AUTH CODE,    AUTHISVALID=UNKNOWN, secret1, ",
    "218, Request is available,                     AUTHISVALID=1,       secret1, "
  })
  void recognisesAWrongCode(
      int code, String text, String property, String authCode, Code obstacle) {
    registrar.answer("CheckDomainTransfer", code, text, property, "REGISTRAR=Other Inc.");
    order.authCode(authCode);

    assertThat(look())
        .isEqualTo(
            obstacle == null
                ? open(Kind.REQUEST, "1Y", null, null, "Other Inc.")
                : blocked(
                    obstacle,
                    obstacle == Code.AUTH_CODE_WRONG
                        ? "the auth code is not the one of the name. Ask the registrant for the"
                            + " right one, who gets it at the present registrar, Other Inc"
                        : "the transfer needs the auth code of the name, and the order has none."
                            + " The registrant gets it at the present registrar, Other Inc",
                    null));
  }

  @ParameterizedTest
  @CsvSource({
    "Request is not available,                           AGEINDAYS=59, ' (59 days)', P1D",
    "Request is not available; AGE OF THE DOMAIN,        AGEINDAYS=10, ' (10 days)', P50D",
    "Request is not available; AGE OF THE DOMAIN,        AGEINDAYS=60, ' (60 days)', ",
    "Request is not available; Age of the domain,        X=1,          '',           "
  })
  void isTooYoung(String text, String property, String age, Duration more) {
    registrar.answer("CheckDomainTransfer", 219, text, property);

    assertThat(look())
        .isEqualTo(
            blocked(
                Code.TOO_YOUNG,
                "the name was registered or transferred less than 60 days ago"
                    + age
                    + " and has to stay where it is until then",
                more == null ? null : NOW.plus(more)));
  }

  @Test
  void isOldEnoughAfterSixtyDays() {
    registrar.answer("CheckDomainTransfer", 219, "Request is not available", "AGEINDAYS=60");

    assertThat(look()).extracting(TransferCheckTest::code).isEqualTo(Code.REGISTRAR_REFUSED);
  }

  @Test
  void isNotTooYoungIfTheCheckLetsItPass() {
    possible("AGEINDAYS=3");

    assertThat(look()).isInstanceOf(Found.Open.class);
  }

  /** What neither a property nor the age of the name shows is read from the registrar's words. */
  @ParameterizedTest
  @CsvSource({
    "domain has status pendingTransfer,     secret1, TRANSFER_PENDING",
    "PENDING TRANSFER,                      secret1, TRANSFER_PENDING",
    "DOMAIN STATUS (REQUESTED),             secret1, TRANSFER_PENDING",
    "already flagged for transfer,          secret1, TRANSFER_PENDING",
    "clientTransferProhibited,              secret1, TRANSFER_LOCKED",
    "auth code required,                    secret1, AUTH_CODE_WRONG",
    "auth code required,                    ,        AUTH_CODE_MISSING",
    "something that nobody has heard of,    secret1, REGISTRAR_REFUSED"
  })
  void readsTheTextOfTheCheck(String words, String authCode, Code obstacle) {
    registrar.answer("CheckDomainTransfer", 219, "Request is not available; " + words);
    order.authCode(authCode);

    assertThat(look()).extracting(TransferCheckTest::code).isEqualTo(obstacle);
  }

  @Test
  void repeatsAnUnknownText() {
    registrar.answer("CheckDomainTransfer", 219, "Request is not available; REGISTRY CLOSED");

    assertThat(look())
        .isEqualTo(
            blocked(
                Code.REGISTRAR_REFUSED,
                "the registrar refuses the transfer: «REGISTRY CLOSED»",
                null));
  }

  @ParameterizedTest
  @CsvSource({
    "504, Missing required attribute; AUTH CODE REQUIRED,  ,        AUTH_CODE_MISSING",
    "531, Authorization failed; WRONG AUTH,                secret1, AUTH_CODE_WRONG",
    "541, Invalid attribute value; PERIOD,                 secret1, REGISTRAR_REFUSED",
    "552, Object status prohibits operation,               secret1, REGISTRAR_REFUSED",
    "553, PENDING TRANSFER,                                secret1, TRANSFER_PENDING"
  })
  void readsTheTextOfARefusedCheck(int code, String words, String authCode, Code obstacle) {
    registrar.answer("CheckDomainTransfer", code, words);
    order.authCode(authCode);

    assertThat(look()).extracting(TransferCheckTest::code).isEqualTo(obstacle);
  }

  @ParameterizedTest
  @CsvSource({
    "wrong auth code,                AUTH_CODE_WRONG",
    "domain is on serverTransferProhibited, TRANSFER_LOCKED",
    "age of the domain,              TOO_YOUNG",
    "transfer pending,               TRANSFER_PENDING",
    "x-ca-legaltype is missing,      REGISTRAR_REFUSED"
  })
  void aRefusalIsShownUntilItIsCorrected(String words, Code obstacle) {
    order.refused(words, OrderPart.AUTH_CODE);

    assertThat(look()).extracting(TransferCheckTest::code).isEqualTo(obstacle);
  }

  @Test
  void aCurrentObstacleOutranksAnEarlierRefusal() {
    possible("TRANSFERLOCK=1");

    order.refused("transfer pending");

    assertThat(look()).extracting(TransferCheckTest::code).isEqualTo(Code.TRANSFER_LOCKED);
  }

  // For how long, and at what price

  /** The check of the name takes precedence over the rules of its zone. */
  @ParameterizedTest
  @CsvSource({
    "'',    1Y,          ,   1Y",
    "'',    '2Y,1Y',     ,   1Y",
    "'',    '2Y,3Y',     ,   2Y",
    "'',    '1Y,2Y',     2Y, 2Y",
    "'',    '',          ,   ",
    "'',    '',          5Y, 5Y",
    "0Y 1Y, 5Y,          ,   1Y",
    "0Y 1Y, 5Y,          0Y, 0Y",
    "0Y,    1Y,          ,   0Y",
    "6M,    1Y,          ,   1Y"
  })
  void addsThePeriodThatIsOrderedOrUsual(
      String ofName, String ofZone, String ordered, String sent) {
    possible(
        ofName.isEmpty()
            ? new String[0]
            : Set.of(ofName.split(" ")).stream()
                .sorted()
                .map("PERIOD="::concat)
                .toArray(String[]::new));
    zone("ZONETRANSFERPERIODS=" + ofZone);
    order.period(ordered);

    assertThat(look()).isEqualTo(open(Kind.REQUEST, sent, null, null, null));
  }

  @Test
  void hasNoPeriodThatIsNotOffered() {
    possible("PERIOD=0Y", "PERIOD=1Y");
    order.period("2Y");

    assertThat(look())
        .isEqualTo(
            blocked(
                Code.REGISTRAR_REFUSED,
                "a transfer of this name cannot have the period 2Y; possible is 0Y or 1Y. Give"
                    + " another period",
                null));
  }

  @Test
  void asksForNoPriceThatNobodyHasToKnow() {
    possible("CLASS=COM");
    prices("COM", "12.00");

    assertThat(look()).isEqualTo(open(Kind.REQUEST, "1Y", null, null, null));
    assertThat(registrar.asked()).doesNotContain("StatusUser");
  }

  @Test
  void hasThePriceOfItsZoneWhereTheOrderSetsALimit() {
    prices("COM", "12.00");
    order.acceptPrice("10.00", "EUR");

    assertThat(look()).isEqualTo(open(Kind.REQUEST, "1Y", null, Money.of("12.00", "EUR"), null));
  }

  /** Nothing could be compared with the limit right before the request. */
  @Test
  void asksWhereTheOrderSetsALimitAndNoPriceIsStated() {
    registrar.documented("StatusUser", "documented");
    order.acceptPrice("10.00", "EUR");

    assertThat(look())
        .isInstanceOfSatisfying(
            Found.Blocked.class,
            blocked ->
                assertThat(blocked.obstacle().text())
                    .contains("the order limits the price", "without acceptPrice"));
  }

  @Test
  void hasAPriceOfItsOwn() {
    possible("CLASS=PREMIUM_COM_A");
    prices("PREMIUM_COM_A", "450.00");

    assertThat(look())
        .isEqualTo(open(Kind.REQUEST, "1Y", "PREMIUM_COM_A", Money.of("450.00", "EUR"), null));
  }

  /** The registrar states the price of a year; a transfer may add several, or none. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void agreesToThePriceOfOneYearOnly(boolean premium) {
    if (premium) {
      possible("CLASS=PREMIUM_COM_A", "PERIOD=0Y", "PERIOD=1Y", "PERIOD=2Y");
      prices("PREMIUM_COM_A", "450.00");
    } else {
      zone("ZONETRANSFERPERIODS=0Y,1Y,2Y");
      prices("COM", "12.00");
      order.acceptPrice("15.00", "EUR");
    }

    order.period("2Y");
    assertThat(look())
        .isInstanceOfSatisfying(
            Found.Blocked.class,
            blocked ->
                assertThat(blocked.obstacle().text()).contains("not for 2Y", "Give the period 1Y"));
    order.period("0Y");
    assertThat(look())
        .isInstanceOfSatisfying(
            Found.Open.class, open -> assertThat(open.quote()).as("nothing is charged").isNull());
  }

  @Test
  void isNotTransferredAtAPriceOfItsOwnThatIsNotStated() {
    registrar.documented("CheckDomainTransfer", "possible").documented("StatusUser", "relations");

    assertThat(look())
        .isEqualTo(
            blocked(
                Code.REGISTRAR_REFUSED,
                "it is a premium name, and the registrar states no price for its transfer. Ask the"
                    + " registrar's support for one",
                null));
  }

  // How it continues

  @Test
  void changesOnlyTheAccountOfANameAtTheSameRegistrar() {
    possible("USERTRANSFERREQUIRED=1");

    assertThat(look()).isEqualTo(open(Kind.USERTRANSFER, "1Y", null, null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ICANN-FOA-REQUEST", "EMAIL"})
  void isConfirmedByMailWhereTheZoneSaysSo(String confirmation) {
    zone("ZONETRANSFERPERIODS=1Y", "ZONEPOLICYDOMAINTRANSFERREQUESTCONFIRMATION=" + confirmation);

    assertThat(look())
        .isEqualTo(new Found.Open(Kind.REQUEST, new Period(1), null, null, null, true, null));
    assertThat(registrar.asked()).doesNotContain("QueryDomainRepositoryInfo");
  }

  @Test
  void waitsAsLongAsTheZoneGivesTheLosingRegistrar() {
    registrar.answer("QueryDomainRepositoryInfo", "REGISTRYTRANSFERPENDINGPERIOD=7D");

    assertThat(look())
        .isEqualTo(
            new Found.Open(
                Kind.REQUEST, new Period(1), null, null, null, false, Duration.ofDays(7)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "StatusDomain",
        "StatusDomainTransfer",
        "CheckDomains",
        "CheckDomainTransfer",
        "QueryDomainOptions",
        "QueryDomainRepositoryInfo"
      })
  void aRefusedLoginIsNotAnAnswer(String command) {
    registrar.answer(command, 530, "Authentication failed");

    assertThatExceptionOfType(AccessRefused.class).isThrownBy(this::look);
  }

  private void possible(String... properties) {
    registrar.answer("CheckDomainTransfer", 218, "Request is available", properties);
  }

  private void zone(String... properties) {
    registrar.answer("QueryDomainOptions", properties);
  }

  private void prices(String priceClass, String transfer) {
    registrar.answer(
        "StatusUser",
        "RELATIONTYPE=PRICE_CLASS_DOMAIN_" + priceClass + "_TRANSFER",
        "RELATIONVALUE=" + transfer,
        "RELATIONTYPE=PRICE_CLASS_DOMAIN_" + priceClass + "_CURRENCY",
        "RELATIONVALUE=EUR");
  }

  private static Found open(
      Kind kind, String period, String priceClass, Money price, String losingRegistrar) {
    return new Found.Open(
        kind,
        period == null ? null : Period.of(period),
        priceClass,
        price == null ? null : new Quote(priceClass == null ? "COM" : priceClass, price, null),
        losingRegistrar,
        false,
        Duration.ofDays(5));
  }

  private static Found blocked(Code code, String text, Instant until) {
    return new Found.Blocked(new TransferBlocker(code, text, until));
  }

  private static Code code(Found found) {
    return found instanceof Found.Blocked blocked ? blocked.obstacle().code() : null;
  }

  private Found look() {
    return look(true);
  }

  private Found look(boolean mayTake) {
    return check().look(order.order(), () -> mayTake, registrar);
  }

  private static TransferCheck check() {
    return new TransferCheck(
        Clock.fixed(NOW, ZoneOffset.UTC),
        new TransferBlockers(
            new IspapiCodes(),
            (account, domain, since, at) -> new LockTime(Duration.ofDays(60), false)));
  }
}

package io.domainflow.process.transfer;

import static io.domainflow.process.transfer.CheckedTransfer.NOW;
import static io.domainflow.process.transfer.CheckedTransfer.blocked;
import static io.domainflow.process.transfer.CheckedTransfer.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.order.OrderPart;
import io.domainflow.order.Ordered;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.progress.Transfer.Kind;
import io.domainflow.process.transfer.TransferCheck.Result;
import io.domainflow.registrar.DocumentedReader;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the check finds to prevent a transfer: a lock, the auth code, the age, a refusal. */
class TransferCheckBlockersTest {

  private final CheckedTransfer transfer = new CheckedTransfer();
  private final DocumentedReader registrar = transfer.registrar();
  private final Ordered order = transfer.order();

  @Test
  void isLockedInTheDocumentedAnswer() {
    registrar.documented("CheckDomainTransfer", "documented");

    assertThat(transfer.check())
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
    transfer.possible(property);

    assertThat(transfer.check())
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

    assertThat(transfer.check())
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
    transfer.possible("AUTHREQUIRED=0");
    order.authCode(null);

    assertThat(transfer.check()).isInstanceOf(Result.Open.class);
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

    assertThat(transfer.check())
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

    assertThat(transfer.check())
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

    assertThat(transfer.check())
        .extracting(CheckedTransfer::code)
        .isEqualTo(Code.REGISTRAR_REFUSED);
  }

  @Test
  void isNotTooYoungIfTheCheckLetsItPass() {
    transfer.possible("AGEINDAYS=3");

    assertThat(transfer.check()).isInstanceOf(Result.Open.class);
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

    assertThat(transfer.check()).extracting(CheckedTransfer::code).isEqualTo(obstacle);
  }

  @Test
  void repeatsAnUnknownText() {
    registrar.answer("CheckDomainTransfer", 219, "Request is not available; REGISTRY CLOSED");

    assertThat(transfer.check())
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

    assertThat(transfer.check()).extracting(CheckedTransfer::code).isEqualTo(obstacle);
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

    assertThat(transfer.check()).extracting(CheckedTransfer::code).isEqualTo(obstacle);
  }

  @Test
  void aCurrentObstacleOutranksAnEarlierRefusal() {
    transfer.possible("TRANSFERLOCK=1");

    order.refused("transfer pending");

    assertThat(transfer.check()).extracting(CheckedTransfer::code).isEqualTo(Code.TRANSFER_LOCKED);
  }
}

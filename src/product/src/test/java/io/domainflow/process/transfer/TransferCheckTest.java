package io.domainflow.process.transfer;

import static io.domainflow.process.transfer.CheckedTransfer.open;
import static io.domainflow.process.transfer.CheckedTransfer.transferCheck;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.domainflow.model.Period;
import io.domainflow.order.Ordered;
import io.domainflow.order.progress.Transfer.Kind;
import io.domainflow.order.progress.Transfer.Phase;
import io.domainflow.process.transfer.TransferCheck.Result;
import io.domainflow.registrar.DocumentedReader;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The order and the registrar's data decide whether a name can be transferred. What prevents it is
 * in {@link TransferCheckBlockersTest}, for how long and at what price in {@link
 * TransferCheckPriceTest}.
 */
class TransferCheckTest {

  private final CheckedTransfer transfer = new CheckedTransfer();
  private final DocumentedReader registrar = transfer.registrar();
  private final Ordered order = transfer.order();

  // Where the name is

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isAlreadyInTheAccountForThoseWhoMayOrderIt(boolean mayTake) {
    registrar.documented("StatusDomain", "documented");

    assertThat(transfer.check(mayTake))
        .isEqualTo(mayTake ? new Result.Here() : new Result.NotHis());
    assertThat(registrar.asked()).containsExactly("StatusDomain");
  }

  @Test
  void isNotInTheAccountWhileItsRegistrationIsPending() {
    registrar.documented("StatusDomain", "pending");

    assertThat(transfer.check()).isInstanceOf(Result.Open.class);
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

    assertThat(transfer.check(true))
        .isEqualTo(new Result.UnderWay(phase, Instant.parse("2026-02-27T10:00:00Z"), "Other Inc."));
    assertThat(transfer.check(false)).isEqualTo(new Result.NotHis());
    assertThat(registrar.asked()).doesNotContain("CheckDomainTransfer");
  }

  @ParameterizedTest
  @CsvSource({"OUTGOING, PENDING", "INCOMING, FAILED", "INCOMING, SUCCESSFUL", "TRADE, PENDING"})
  void isNotUnderWayByATransferOfAnotherKindOrACompletedOne(String type, String status) {
    registrar.answer("StatusDomainTransfer", "TRANSFERTYPE=" + type, "TRANSFERSTATUS=" + status);

    assertThat(transfer.check()).isInstanceOf(Result.Open.class);
  }

  @Test
  void looksUpTheOwnerOnlyForNamesOfTheAccount() {
    Result found =
        transferCheck()
            .check(
                order.order(),
                () -> {
                  throw new AssertionError("nobody has to know");
                },
                registrar);

    assertThat(found).isInstanceOf(Result.Open.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"210 Available", "211 Premium Domain name available [PREMIUM]"})
  void isNotRegisteredIfItCanBeRegistered(String check) {
    registrar.answer("CheckDomains", "DOMAINCHECK=" + check, "CLASS=" + premiumOf(check));

    assertThat(transfer.check()).isEqualTo(new Result.Nowhere());
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

    assertThat(transfer.check()).isInstanceOf(Result.Open.class);
  }

  @Test
  void isNotRegisteredIfTheCheckFindsNothing() {
    registrar.answer("CheckDomainTransfer", 545, "Object not found");

    assertThat(transfer.check()).isEqualTo(new Result.Nowhere());
  }

  // How it continues

  @Test
  void changesOnlyTheAccountOfANameAtTheSameRegistrar() {
    transfer.possible("USERTRANSFERREQUIRED=1");

    assertThat(transfer.check()).isEqualTo(open(Kind.USERTRANSFER, "1Y", null, null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ICANN-FOA-REQUEST", "EMAIL"})
  void isConfirmedByMailWhereTheZoneSaysSo(String confirmation) {
    transfer.zone(
        "ZONETRANSFERPERIODS=1Y", "ZONEPOLICYDOMAINTRANSFERREQUESTCONFIRMATION=" + confirmation);

    assertThat(transfer.check())
        .isEqualTo(new Result.Open(Kind.REQUEST, new Period(1), null, null, null, true, null));
    assertThat(registrar.asked()).doesNotContain("QueryDomainRepositoryInfo");
  }

  @Test
  void waitsAsLongAsTheZoneGivesTheLosingRegistrar() {
    registrar.answer("QueryDomainRepositoryInfo", "REGISTRYTRANSFERPENDINGPERIOD=7D");

    assertThat(transfer.check())
        .isEqualTo(
            new Result.Open(
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

    assertThatExceptionOfType(AccessRefused.class).isThrownBy(transfer::check);
  }
}

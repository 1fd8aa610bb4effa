package io.domainflow.process.transfer;

import static io.domainflow.process.transfer.CheckedTransfer.blocked;
import static io.domainflow.process.transfer.CheckedTransfer.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.Money;
import io.domainflow.order.Ordered;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.progress.Transfer.Kind;
import io.domainflow.process.transfer.TransferCheck.Result;
import io.domainflow.registrar.DocumentedReader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The period that a transfer adds, and the price that somebody has to know. */
class TransferCheckPriceTest {

  private final CheckedTransfer transfer = new CheckedTransfer();
  private final DocumentedReader registrar = transfer.registrar();
  private final Ordered order = transfer.order();

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
    transfer.possible(
        ofName.isEmpty()
            ? new String[0]
            : Set.of(ofName.split(" ")).stream()
                .sorted()
                .map("PERIOD="::concat)
                .toArray(String[]::new));
    transfer.zone("ZONETRANSFERPERIODS=" + ofZone);
    order.period(ordered);

    assertThat(transfer.check()).isEqualTo(open(Kind.REQUEST, sent, null, null, null));
  }

  @Test
  void hasNoPeriodThatIsNotOffered() {
    transfer.possible("PERIOD=0Y", "PERIOD=1Y");
    order.period("2Y");

    assertThat(transfer.check())
        .isEqualTo(
            blocked(
                Code.REGISTRAR_REFUSED,
                "a transfer of this name cannot have the period 2 years; possible is 0 years or 1 year. Give"
                    + " another period",
                null));
  }

  @Test
  void asksForNoPriceThatNobodyHasToKnow() {
    transfer.possible("CLASS=COM");
    transfer.prices("COM", "12.00");

    assertThat(transfer.check()).isEqualTo(open(Kind.REQUEST, "1Y", null, null, null));
    assertThat(registrar.asked()).doesNotContain("StatusUser");
  }

  @Test
  void hasThePriceOfItsZoneWhereTheOrderSetsALimit() {
    transfer.prices("COM", "12.00");
    order.acceptPrice("10.00", "EUR");

    assertThat(transfer.check())
        .isEqualTo(open(Kind.REQUEST, "1Y", null, Money.of("12.00", "EUR"), null));
  }

  /** Nothing could be compared with the limit right before the request. */
  @Test
  void asksWhereTheOrderSetsALimitAndNoPriceIsStated() {
    registrar.documented("StatusUser", "documented");
    order.acceptPrice("10.00", "EUR");

    assertThat(transfer.check())
        .isInstanceOfSatisfying(
            Result.Blocked.class,
            blocked ->
                assertThat(blocked.obstacle().text())
                    .contains("the order limits the price", "without acceptPrice"));
  }

  @Test
  void hasAPriceOfItsOwn() {
    transfer.possible("CLASS=PREMIUM_COM_A");
    transfer.prices("PREMIUM_COM_A", "450.00");

    assertThat(transfer.check())
        .isEqualTo(open(Kind.REQUEST, "1Y", "PREMIUM_COM_A", Money.of("450.00", "EUR"), null));
  }

  /** The registrar states the price of a year; a transfer may add several, or none. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void agreesToThePriceOfOneYearOnly(boolean premium) {
    if (premium) {
      transfer.possible("CLASS=PREMIUM_COM_A", "PERIOD=0Y", "PERIOD=1Y", "PERIOD=2Y");
      transfer.prices("PREMIUM_COM_A", "450.00");
    } else {
      transfer.zone("ZONETRANSFERPERIODS=0Y,1Y,2Y");
      transfer.prices("COM", "12.00");
      order.acceptPrice("15.00", "EUR");
    }

    order.period("2Y");
    assertThat(transfer.check())
        .isInstanceOfSatisfying(
            Result.Blocked.class,
            blocked ->
                assertThat(blocked.obstacle().text())
                    .contains("not for 2 years", "Give a period of 1 year"));
    order.period("0Y");
    assertThat(transfer.check())
        .isInstanceOfSatisfying(
            Result.Open.class, open -> assertThat(open.quote()).as("nothing is charged").isNull());
  }

  @Test
  void isNotTransferredAtAPriceOfItsOwnThatIsNotStated() {
    registrar.documented("CheckDomainTransfer", "possible").documented("StatusUser", "relations");

    assertThat(transfer.check())
        .isEqualTo(
            blocked(
                Code.REGISTRAR_REFUSED,
                "it is a premium name, and the registrar states no price for its transfer. Ask the"
                    + " registrar's support for one",
                null));
  }
}

package io.domainflow.ispapi.command;

import static io.domainflow.ispapi.command.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.ListTransfers;
import io.domainflow.registrar.command.ListTransfers.Entry;
import io.domainflow.registrar.command.ReadRegistrantChange;
import io.domainflow.registrar.command.ReadTransfer;
import io.domainflow.registrar.command.ReadTransfer.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * StatusDomainTransfer and the list of transfers: how far the names are on their way to the
 * account.
 */
class StatusDomainTransferTest {

  private static final ReadTransfer STATUS =
      new ReadTransfer(DomainName.of("transfer-hexonet.com"));

  @Test
  void readsHowFarATransferIs() {
    Golden.assertEncoded(STATUS, "documented");
    assertThat(Golden.result(STATUS, "documented"))
        .isEqualTo(
            new ReadTransfer.Result(
                State.INITIATED,
                ReadTransfer.Type.INCOMING,
                List.of("2017-03-27 12:22:04 [INITIATED] domain transfer initiated"),
                Instant.parse("2017-03-27T12:22:04Z"),
                Instant.parse("2017-03-27T12:22:04Z"),
                null,
                null,
                false));
  }

  @ParameterizedTest
  @CsvSource({
    "initiated,INITIATED,true,false",
    "REQUESTED,REQUESTED,false,false",
    "Pending,PENDING,false,false",
    "SUCCESSFUL,SUCCESSFUL,false,true",
    "FAILED,FAILED,false,true",
    "SOMETHING NEW,OTHER,false,false",
    "'',OTHER,false,false"
  })
  void readsEveryState(String text, State state, boolean awaitsMail, boolean over) {
    State read = IspapiCodecs.encode(STATUS).result(answer("TRANSFERSTATUS", text)).state();

    assertThat(read).isEqualTo(state);
    assertThat(read.awaitsMail()).isEqualTo(awaitsMail);
    assertThat(read.isOver()).isEqualTo(over);
  }

  @ParameterizedTest
  @CsvSource({"incoming,INCOMING", "OUTGOING,OUTGOING", "Trade,TRADE", "PUSH,OTHER", "'',OTHER"})
  void readsEveryType(String text, ReadTransfer.Type type) {
    assertThat(IspapiCodecs.encode(STATUS).result(answer("TRANSFERTYPE", text)).type())
        .isEqualTo(type);
  }

  @Test
  void namesNobodyWhoIsNamedInALog() {
    ReadRegistrantChange trade = new ReadRegistrantChange(DomainName.of("test-trade3.org"));

    assertThat(
            IspapiCodecs.encode(STATUS)
                .result(answer("TRANSFERLOG", "mail to canary@example.net"))
                .toString())
        .doesNotContain("canary");
    assertThat(Golden.result(trade, "documented").toString()).doesNotContain("hexonet.net");
  }

  @Test
  void listsTheNamesThatAreOnTheirWay() {
    ListTransfers list = new ListTransfers(250, 100);

    Golden.assertEncoded(list, "transfers");
    assertThat(Golden.result(list, "transfers"))
        .isEqualTo(
            new ListTransfers.Result(
                List.of(
                    new Entry(
                        "one.com",
                        State.INITIATED,
                        Instant.parse("2026-11-01T10:00:00Z"),
                        "Some Registrar Inc."),
                    new Entry("xn--mller-kva.com", State.PENDING, null, null),
                    new Entry("three.com", State.OTHER, null, null)),
                253));
  }

  @Test
  void countsTheNamesIfTheDatabaseDoesNot() {
    assertThat(
            IspapiCodecs.encode(new ListTransfers(5, 250))
                .result(answer("OBJECTID", "one.com"))
                .total())
        .isEqualTo(6);
    assertThat(
            IspapiCodecs.encode(new ListTransfers(0, 250)).result(answer("STATUS", "")).entries())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-1,1", "0,0", "0,251"})
  void ignoresAnUnknownPart(int first, int limit) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ListTransfers(first, limit));
  }

  @ParameterizedTest
  @CsvSource({"0,1", "0,250"})
  void asksForTheSmallestAndTheLargestPart(int first, int limit) {
    assertThat(IspapiCodecs.encode(new ListTransfers(first, limit)).parameters())
        .containsEntry("LIMIT", String.valueOf(limit));
  }
}

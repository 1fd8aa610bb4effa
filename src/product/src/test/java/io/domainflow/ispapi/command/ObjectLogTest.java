package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.ReadLog;
import io.domainflow.registrar.command.ReadLog.Entry;
import io.domainflow.registrar.command.ReadLog.Operation;
import io.domainflow.registrar.command.ReadLog.Outcome;
import io.domainflow.registrar.command.ReadLogEntry;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads the registrar's log of a name. */
class ObjectLogTest {

  private static final ReadLog LIST =
      new ReadLog(
          DomainName.of("testdomain-124.it"), Instant.parse("2016-11-01T08:30:05.999Z"), 10);
  private static final StatusObjectLog ENTRY = new StatusObjectLog("31204904");
  private static final ReadLogEntry REASON = new ReadLogEntry("31204904");

  @Test
  void listsTheEntries() {
    Golden.assertEncoded(LIST, "newest");
    assertThat(Golden.result(LIST, "documented").entries())
        .containsExactly(
            new Entry(
                "31277401",
                Operation.REGISTRATION,
                Outcome.PENDING,
                Instant.parse("2016-11-18T22:15:25Z"),
                "test.user",
                null),
            new Entry(
                "31264235",
                Operation.REGISTRATION,
                Outcome.PENDING,
                Instant.parse("2016-11-17T21:15:22Z"),
                "test.user",
                null));
  }

  @Test
  void listsAnEntryOfWhichOnlyTheNumberIsStated() {
    RegistrarResponse response =
        new RegistrarResponse(200, "ok", false, Map.of("LOGINDEX", List.of("7")));

    assertThat(IspapiCodecs.encode(LIST).result(response).entries())
        .containsExactly(new Entry("7", Operation.OTHER, Outcome.OTHER, null, null, null));
    assertThat(
            IspapiCodecs.encode(LIST)
                .result(new RegistrarResponse(200, "ok", false, Map.of()))
                .entries())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CREATE,REGISTRATION",
    "create,REGISTRATION",
    "TRANSFER,TRANSFER",
    "INBOUND_TRANSFER,TRANSFER",
    "OUTBOUND_TRANSFER,OUTGOING_TRANSFER",
    "TRADE,REGISTRANT_CHANGE",
    "RENEW,RENEWAL",
    "RESTORE,RESTORE",
    "DELETE,DELETION",
    "SOMETHING NEW,OTHER"
  })
  void readsTheSubjectOfAnEntry(String word, Operation operation) {
    assertThat(entryWith("OPERATIONTYPE", word).operation()).isEqualTo(operation);
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING,PENDING,false",
    "Successful,SUCCESSFUL,true",
    "FAILED,FAILED,true",
    "ok,OTHER,false"
  })
  void readsItsProgress(String word, Outcome outcome, boolean end) {
    assertThat(entryWith("OPERATIONSTATUS", word).outcome()).isEqualTo(outcome);
    assertThat(outcome.isEnd()).isEqualTo(end);
  }

  @Test
  void readsTheCommandAndItsAnswer() {
    Golden.assertEncoded(ENTRY, "documented");
    StatusObjectLog.Result result = Golden.result(ENTRY, "documented");

    assertThat(result.command())
        .hasSize(11)
        .containsEntry("COMMAND", "AddDOMAIN")
        .containsEntry("DOMAIN", "monzoncit.net")
        .containsEntry("NAMESERVER0", "ns1.ispapi.net");
    assertThat(result.responseCode()).isEqualTo(200);
    assertThat(result.responseText()).isEqualTo("Command completed successfully");
    assertThat(result.response().orElseThrow().first("ORDERID")).contains("34289");
  }

  @Test
  void keepsNoSecret() {
    StatusObjectLog.Result result = Golden.result(ENTRY, "secrets");

    assertThat(result.info()).isNotEmpty().noneMatch(line -> line.contains("canary"));
    assertThat(result.info()).noneMatch(line -> line.contains("<c>"));
    assertThat(result.command())
        .containsEntry("COMMAND", "TransferDomain")
        .containsEntry("DOMAIN", "example.com")
        .containsEntry("AUTH", "***")
        .containsEntry("X-IT-PIN", "***");
    assertThat(result.responseCode()).isEqualTo(552);
    assertThat(result.toString()).isEqualTo("StatusObjectLog.Result[17 lines]");
  }

  @Test
  void saysWhyATransferFailedInTheWordsOfItsLog() {
    assertThat(
            entry(
                    "[HEADER]",
                    "user=test.user",
                    "[RESPONSE]",
                    "CODE=549",
                    "DESCRIPTION=Command failed; something",
                    "EOF",
                    "2026-03-01 10:00:00 [INITIATED] domain transfer initiated",
                    "2026-03-02 10:00:00 [FAILED] refused by \"Old Holder\" <old@example.org>")
                .reason())
        .contains("refused by ***");
  }

  @Test
  void saysWhyATransferFailedInTheWordsOfTheAnswer() {
    assertThat(
            entry("[RESPONSE]", "CODE=552", "DESCRIPTION=Object status; LOCKED (x@y.org)", "EOF")
                .reason())
        .contains("LOCKED ***");
    assertThat(entry("[RESPONSE]", "CODE=549", "DESCRIPTION=Command failed", "EOF").reason())
        .contains("Command failed");
  }

  @Test
  void saysWhyATransferFailedInWhateverWordsThereAre() {
    assertThat(entry("transfer was", "rejected by registry").reason())
        .contains("transfer was rejected by registry");
    assertThat(entry("[HEADER]", "user=test.user").reason()).isEmpty();
    assertThat(entry().reason()).isEmpty();
  }

  @Test
  void anEntryWithoutACommandHasNoCommand() {
    StatusObjectLog.Result result = entry("[RESPONSE]", "CODE=200", "DESCRIPTION=ok");

    assertThat(result.command()).isEmpty();
    assertThat(entry("[RESPONSE]", "CODE=200").responseCode()).as("half an answer").isZero();
    assertThat(entry("[RESPONSE]", "CODE=200").responseText()).isEmpty();
  }

  @Test
  void peopleGetOnlyTheReason() {
    Golden.assertEncoded(REASON, "documented");
    assertThat(Golden.result(REASON, "documented"))
        .isEqualTo(new ReadLogEntry.Result(Optional.of("Command completed successfully")));
    assertThat(Golden.result(REASON, "secrets").toString())
        .contains("DOMAIN TRANSFER IS PROHIBITED")
        .doesNotContain("canary");
    assertThat(
            IspapiCodecs.encode(REASON)
                .result(answer("2026-03-02 10:00:00 [FAILED] refused by x@y.org")))
        .isEqualTo(new ReadLogEntry.Result(Optional.of("refused by ***")));
    assertThat(IspapiCodecs.encode(REASON).result(answer()))
        .isEqualTo(new ReadLogEntry.Result(Optional.empty()));
  }

  private static Entry entryWith(String property, String word) {
    Map<String, List<String>> properties =
        Map.of("LOGINDEX", List.of("7"), property, List.of(word));
    RegistrarResponse response = new RegistrarResponse(200, "ok", false, properties);
    return IspapiCodecs.encode(LIST).result(response).entries().get(0);
  }

  private static StatusObjectLog.Result entry(String... lines) {
    return IspapiCodecs.encode(ENTRY).result(answer(lines));
  }

  private static RegistrarResponse answer(String... lines) {
    return new RegistrarResponse(200, "ok", false, Map.of("OPERATIONINFO", Arrays.asList(lines)));
  }
}

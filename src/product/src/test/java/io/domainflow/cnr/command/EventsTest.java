package io.domainflow.cnr.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.DeleteEvent;
import io.domainflow.registrar.command.ReadEvents;
import io.domainflow.registrar.command.ReadLog;
import io.domainflow.registrar.command.ReadLog.Operation;
import io.domainflow.registrar.command.ReadLog.Outcome;
import io.domainflow.registrar.command.ReadLogEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventsTest {

  private static final DomainName NAME = DomainName.of("müller.com");
  private static final Instant SINCE = Instant.parse("2026-11-01T00:00:00Z");

  @Test
  void readsEventsInOneCallWhereTheyNameTheirDomain() {
    Golden.assertEncoded(
        new ListedEvents("*", null, false, false, 0, 1000), "QueryEventList", "oldest");
    ScriptedCalls calls = new ScriptedCalls().answering("QueryEventList", "known");

    ReadEvents.Result result = calls.carryOut(new ReadEvents(1000));

    assertThat(calls.said()).hasSize(1);
    assertThat(result.events().get(0).type()).isEqualTo("DOMAIN_TRANSFER");
    assertThat(result.events().get(0).subtype()).isEqualTo("TRANSFER_FAILED");
    assertThat(result.events().get(0).domain()).contains("xn--mller-kva.com");
    assertThat(result.events().get(0).at()).isEqualTo("2026-11-25T10:00:00Z");
  }

  @Test
  void asksForTheDomainOfAnEventThatNamesNone() {
    Golden.assertEncoded(new EventData("9"), "StatusEvent", "history");
    ScriptedCalls calls =
        new ScriptedCalls()
            .answering("QueryEventList", "by-number")
            .answering("StatusEvent", "known");

    ReadEvents.Result result = calls.carryOut(new ReadEvents(1000));

    assertThat(result.events().get(0).subtype()).isEqualTo("TRANSFER_PENDING");
    assertThat(result.events().get(0).domain()).contains("xn--mller-kva.com");
  }

  @Test
  void anEventThatIsGoneMeanwhileNamesNoDomain() {
    ReadEvents.Result result =
        new ScriptedCalls().answering("QueryEventList", "by-number").carryOut(new ReadEvents(1000));

    assertThat(result.events().get(0).domain()).isEmpty();
  }

  /** The others tell of transfers that wait. */
  @Test
  void anEventThatMayNotBeReadHoldsUpNoOther() {
    RegistrarResponse list =
        new RegistrarResponse(
            200,
            "ok",
            false,
            Map.of(
                "EVENT", List.of("1", "2"),
                "EVENTCLASS", List.of("CONTACT", "DOMAIN_TRANSFER"),
                "EVENTSUBCLASS", List.of("VERIFIED", "TRANSFER_PENDING"),
                "EVENTDATE", List.of("2026-11-24 10:00:00.0", "2026-11-24 10:00:01.0"),
                "OBJECTID", List.of("P-A1", "other.com")));
    ScriptedCalls calls = new ScriptedCalls().answering("QueryEventList", list);

    assertThat(
            calls
                .failing("StatusEvent", 541, "Invalid attribute value")
                .carryOut(new ReadEvents(10))
                .events())
        .extracting(ReadEvents.Event::domain)
        .containsExactly(Optional.empty(), Optional.of("other.com"));
    calls.failing("StatusEvent", 421, "Command failed due to server error");
    assertThatThrownBy(() -> calls.carryOut(new ReadEvents(10)))
        .as("it may be about a transfer, too")
        .isInstanceOf(ComposedCallFailed.class);
  }

  @Test
  void readsTheLogOfANameFromEvents() {
    Golden.assertEncoded(
        new ListedEvents("DOMAIN_*", SINCE, true, true, 0, 1000), "QueryEventList", "history");
    ScriptedCalls calls = new ScriptedCalls().answering("QueryEventList", "known");

    ReadLog.Result log = calls.carryOut(new ReadLog(NAME, SINCE, 20));

    assertThat(log.entries())
        .extracting(ReadLog.Entry::operation)
        .containsExactly(Operation.TRANSFER, Operation.OUTGOING_TRANSFER);
    assertThat(log.entries())
        .extracting(ReadLog.Entry::outcome)
        .containsExactly(Outcome.FAILED, Outcome.SUCCESSFUL);
    assertThat(calls.carryOut(new ReadLog(DomainName.of("other.com"), SINCE, 20)).entries())
        .isEmpty();
  }

  @Test
  void readsWhyATransferHasFailedAndKeepsNoSecret() {
    assertThat(Golden.result(new ReadLogEntry("9"), "known").reason()).contains("clientCancelled");
    assertThat(Golden.result(new EventData("9"), "known").data())
        .noneMatch(line -> line.contains("secret"));
  }

  @Test
  void anEventThatIsGoneNeedsNoDeleting() {
    DeleteEvent delete = new DeleteEvent("9");
    Golden.assertEncoded(delete, "DeleteEvent", "plain");

    assertThat(CnrCodecs.encode(delete).meansAlreadyDone(ResultCode.NOT_FOUND)).isTrue();
  }
}

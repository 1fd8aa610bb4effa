package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.registrar.command.DeleteEvent;
import io.domainflow.registrar.command.ReadEvents;
import io.domainflow.registrar.command.ReadEvents.Event;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The events of an account. */
class EventsTest {

  private static final ReadEvents LIST = new ReadEvents(100);
  private static final DeleteEvent DELETE = new DeleteEvent("22393711");

  @Test
  void listsEvents() {
    Golden.assertEncoded(LIST, "oldest");
    List<Event> events = Golden.result(LIST, "documented").events();

    assertThat(events)
        .first()
        .isEqualTo(
            new Event(
                "22473397",
                "DOMAIN_TRANSFER",
                "TRANSFER_PENDING",
                Instant.parse("2016-10-17T08:27:40Z"),
                Optional.of("usertransferperiodtest.ag")));
    assertThat(events)
        .extracting(event -> event.domain().orElseThrow())
        .containsExactly("usertransferperiodtest.ag", "usertransferperiodtest.com");
  }

  @Test
  void listsAnEventOfWhichOnlyTheNumberIsStated() {
    RegistrarResponse response =
        new RegistrarResponse(200, "ok", false, Map.of("EVENT", List.of("7")));

    assertThat(IspapiCodecs.encode(LIST).result(response).events())
        .containsExactly(new Event("7", "", "", null, Optional.empty()));
    assertThat(
            IspapiCodecs.encode(LIST)
                .result(new RegistrarResponse(200, "ok", false, Map.of()))
                .events())
        .isEmpty();
  }

  @Test
  void findsTheNameWhateverItsPosition() {
    assertThat(eventWithData("x", "DOMAIN: XN--MLLER-KVA.com").domain())
        .contains("xn--mller-kva.com");
    assertThat(eventWithData("contact:P-A1").domain()).isEmpty();
  }

  @Test
  void deletesAnEventAndIgnoresThatItIsGone() {
    Golden.assertEncoded(DELETE, "documented");
    assertThat(Golden.result(DELETE, "documented").deleted()).isTrue();
    assertThat(IspapiCodecs.encode(DELETE).meansAlreadyDone(ResultCode.NOT_FOUND)).isTrue();
    assertThat(IspapiCodecs.encode(DELETE).meansAlreadyDone(ResultCode.INVALID_ATTRIBUTE))
        .isFalse();
    assertThat(Golden.result(DELETE, "gone").deleted()).isFalse();
  }

  private static Event eventWithData(String... data) {
    Map<String, List<String>> properties = new HashMap<>(Map.of("EVENT", List.of("7")));
    for (int i = 0; i < data.length; i++) {
      properties.put("EVENTDATA" + i, List.of(data[i]));
    }
    RegistrarResponse response = new RegistrarResponse(200, "ok", false, properties);
    return IspapiCodecs.encode(LIST).result(response).events().get(0);
  }
}

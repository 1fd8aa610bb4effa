package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.ispapi.command.QueryEvents.Event;
import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.ispapi.protocol.ResultCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The events of an account. */
class EventsTest {

  private static final QueryEvents LIST = new QueryEvents(100);
  private static final DeleteEvent DELETE = new DeleteEvent("22393711");

  @Test
  void listsEvents() {
    Golden.assertWireForm(LIST, "oldest");
    List<Event> events = Golden.result(LIST, "documented").events();

    assertThat(events)
        .first()
        .isEqualTo(
            new Event(
                "22473397",
                "DOMAIN_TRANSFER",
                "TRANSFER_PENDING",
                Instant.parse("2016-10-17T08:27:40Z"),
                List.of("domain:usertransferperiodtest.ag")));
    assertThat(events)
        .extracting(event -> event.domain().orElseThrow())
        .containsExactly("usertransferperiodtest.ag", "usertransferperiodtest.com");
  }

  @Test
  void listsAnEventOfWhichOnlyTheNumberIsStated() {
    IspapiResponse response = new IspapiResponse(200, "ok", false, Map.of("EVENT", List.of("7")));

    assertThat(LIST.result(response).events())
        .containsExactly(new Event("7", "", "", null, List.of()));
    assertThat(LIST.result(new IspapiResponse(200, "ok", false, Map.of())).events()).isEmpty();
  }

  @Test
  void findsTheNameWhereverItStands() {
    assertThat(new Event("7", "", "", null, List.of("x", "DOMAIN: XN--MLLER-KVA.com")).domain())
        .contains("xn--mller-kva.com");
    assertThat(new Event("7", "", "", null, List.of("contact:P-A1")).domain()).isEmpty();
  }

  @Test
  void deletesAnEventAndDoesNotMindThatItIsGone() {
    Golden.assertWireForm(DELETE, "documented");
    assertThat(Golden.result(DELETE, "documented").deleted()).isTrue();
    assertThat(DELETE.isAlreadySo(ResultCode.NOT_FOUND)).isTrue();
    assertThat(DELETE.isAlreadySo(ResultCode.INVALID_ATTRIBUTE)).isFalse();
    assertThat(Golden.result(DELETE, "gone").deleted()).isFalse();
  }
}

package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.ispapi.command.QueryDomainApplicationList.Application;
import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.DomainName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What became of an application, and which ones there are. */
class ApplicationQueriesTest {

  private static final StatusDomainApplication STATUS = new StatusDomainApplication("10699");
  private static final DomainName NAME = DomainName.of("hexonet-application.com");
  private static final QueryDomainApplicationList LIST = new QueryDomainApplicationList(NAME);

  @Test
  void readsAnApplicationThatIsOpen() {
    Golden.assertWireForm(STATUS, "documented");
    assertThat(Golden.result(STATUS, "documented"))
        .isEqualTo(new StatusDomainApplication.Result(List.of("ACTIVE"), true, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAILED", "Rejected", "refused", "CANCELLED", "deleted"})
  void readsAnApplicationThatHasFailed(String status) {
    assertThat(statusOf(status))
        .isEqualTo(new StatusDomainApplication.Result(List.of(status), false, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"REQUESTED", "AUCTION-PENDING", "SUCCESSFUL", "SOMETHING NEW"})
  void takesAStatusNobodyKnowsForOpen(String status) {
    assertThat(statusOf(status).open()).isTrue();
    assertThat(statusOf(status).failed()).isFalse();
  }

  @Test
  void listsTheApplicationsOfTheNameAndOfNoOther() {
    Golden.assertWireForm(LIST, "newest");
    assertThat(Golden.result(LIST, "documented").applications())
        .containsExactly(
            new Application(
                "10699", NAME, "ACTIVE", "COM_BACKORDER", Instant.parse("2016-10-06T12:38:17Z")));
  }

  @Test
  void listsNothingWhereThereIsNothing() {
    assertThat(Golden.result(LIST, "none").applications()).isEmpty();
  }

  @Test
  void readsARowOfWhichOnlyTheNumberIsStated() {
    IspapiResponse response =
        new IspapiResponse(200, "ok", false, Map.of("APPLICATION", List.of("7")));

    assertThat(LIST.result(response).applications())
        .containsExactly(new Application("7", NAME, null, null, null));
  }

  private static StatusDomainApplication.Result statusOf(String status) {
    return STATUS.result(new IspapiResponse(200, "ok", false, Map.of("STATUS", List.of(status))));
  }
}

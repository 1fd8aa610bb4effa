package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.ListApplications;
import io.domainflow.registrar.command.ListApplications.Application;
import io.domainflow.registrar.command.ReadApplication;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries for the result of an application, and for all applications. */
class ApplicationQueriesTest {

  private static final ReadApplication STATUS = new ReadApplication("10699");
  private static final DomainName NAME = DomainName.of("hexonet-application.com");
  private static final ListApplications LIST = new ListApplications(NAME);

  @Test
  void readsAnApplicationThatIsOpen() {
    Golden.assertEncoded(STATUS, "documented");
    assertThat(Golden.result(STATUS, "documented"))
        .isEqualTo(new ReadApplication.Result(List.of("ACTIVE"), true, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAILED", "Rejected", "refused", "CANCELLED", "deleted"})
  void readsAnApplicationThatHasFailed(String status) {
    assertThat(statusOf(status))
        .isEqualTo(new ReadApplication.Result(List.of(status), false, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"REQUESTED", "AUCTION-PENDING", "SUCCESSFUL", "SOMETHING NEW"})
  void treatsAnUnknownStatusAsOpen(String status) {
    assertThat(statusOf(status).open()).isTrue();
    assertThat(statusOf(status).failed()).isFalse();
  }

  @Test
  void listsTheApplicationsOfTheNameAndOfNoOther() {
    Golden.assertEncoded(LIST, "newest");
    assertThat(Golden.result(LIST, "documented").applications())
        .containsExactly(
            new Application(
                "10699",
                NAME,
                "ACTIVE",
                false,
                "COM_BACKORDER",
                Instant.parse("2016-10-06T12:38:17Z")));
  }

  @ParameterizedTest
  @CsvSource({"REQUESTED,false", "ACTIVE,false", "Rejected,true", "FAILED,true"})
  void reportsWhichApplicationsHaveFailed(String status, boolean failed) {
    RegistrarResponse response =
        new RegistrarResponse(
            200, "ok", false, Map.of("APPLICATION", List.of("7"), "STATUS", List.of(status)));

    assertThat(IspapiCodecs.encode(LIST).result(response).applications())
        .containsExactly(new Application("7", NAME, status, failed, null, null));
  }

  @Test
  void listsNothingIfThereIsNothing() {
    assertThat(Golden.result(LIST, "none").applications()).isEmpty();
  }

  @Test
  void readsARowOfWhichOnlyTheNumberIsStated() {
    RegistrarResponse response =
        new RegistrarResponse(200, "ok", false, Map.of("APPLICATION", List.of("7")));

    assertThat(IspapiCodecs.encode(LIST).result(response).applications())
        .containsExactly(new Application("7", NAME, null, false, null, null));
  }

  private static ReadApplication.Result statusOf(String status) {
    return IspapiCodecs.encode(STATUS)
        .result(new RegistrarResponse(200, "ok", false, Map.of("STATUS", List.of(status))));
  }
}

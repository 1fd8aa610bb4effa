package io.domainflow.rest.leaving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.model.DomainName;
import io.domainflow.order.leaving.DenialReason;
import io.domainflow.order.leaving.OutgoingTransfer;
import io.domainflow.order.leaving.OutgoingTransferAnswers;
import io.domainflow.order.leaving.OutgoingTransfers;
import io.domainflow.order.leaving.OutgoingTransfers.ListedRequest;
import io.domainflow.order.leaving.OutgoingTransfers.News;
import io.domainflow.rest.OpenApi;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The list of requested outgoing transfers over REST, and its figures. */
@DomainflowTest
class OutgoingTransferApiTest {

  private static final String LIST = "/api/v1/outgoing-transfers";
  private static final String ACCOUNT = "sandbox";

  private final Registrations registrations;
  private final OutgoingTransfers transfers;
  private final OutgoingTransferAnswers answers;
  private final Clock clock;
  private final Caller billing;
  private final Caller billing2;
  private final Caller analyst;

  @Autowired
  OutgoingTransferApiTest(
      @LocalServerPort int port,
      OutgoingTransfers transfers,
      OutgoingTransferAnswers answers,
      Clock clock) {
    this.registrations = new Registrations(port);
    this.transfers = transfers;
    this.answers = answers;
    this.clock = clock;
    this.billing = new Caller(port, "billing");
    this.billing2 = new Caller(port, "billing2");
    this.analyst = new Caller(port, "analyst");
  }

  @AfterEach
  void startOver() {
    registrations.startOver();
  }

  /** One of our names that this registrar has requested. */
  private OutgoingTransfer wanted(String registrar) {
    DomainName domain = DomainName.of(Registrations.freshName("com"));
    registrations.awaitStatus(registrations.place(domain.ascii(), ""), "COMPLETED");
    assertThat(
            transfers.seen(
                ACCOUNT,
                new ListedRequest(
                    domain,
                    clock.instant(),
                    clock.instant().plus(Duration.ofDays(5)),
                    true,
                    registrar,
                    false)))
        .isEqualTo(News.NEW);
    return transfers.open(ACCOUNT, domain).orElseThrow();
  }

  private static List<String> domains(JsonNode list) {
    List<String> domains = new ArrayList<>();
    list.get("outgoingTransfers").forEach(entry -> domains.add(entry.get("domain").asText()));
    return domains;
  }

  @Test
  void theOwnerAndStaffSeeItAndNobodyElse() {
    OutgoingTransfer open = wanted("Example Registrar");
    OutgoingTransfer denied = wanted("Other Registrar");
    answers.deny(denied, DenialReason.FRAUD, "The holder knows nothing of it.", "approver");
    transfers.ended(ACCOUNT, denied.domain(), OutgoingTransfer.State.STAYED);

    JsonNode all = billing.get(LIST).body();

    assertThat(domains(all)).containsExactly(denied.domain().ascii(), open.domain().ascii());
    JsonNode entry = all.get("outgoingTransfers").get(0);
    assertThat(OpenApi.names(entry))
        .containsExactlyElementsOf(OpenApi.read().members("OutgoingTransferView"));
    assertThat(OpenApi.names(entry.get("answer")))
        .containsExactlyElementsOf(OpenApi.read().members("OutgoingTransferAnswer"));
    assertThat(entry.get("state").asText()).isEqualTo("STAYED");
    assertThat(entry.get("gainingRegistrar").asText()).isEqualTo("Other Registrar");
    assertThat(entry.at("/answer/decision").asText()).isEqualTo("DENY");
    assertThat(entry.at("/answer/reason").asText()).isEqualTo("FRAUD");
    assertThat(entry.at("/answer/by").asText()).isEqualTo("our staff");
    assertThat(all.toString()).as("the proof").doesNotContain("knows nothing");
    assertThat(domains(billing2.get(LIST).body())).isEmpty();
    JsonNode seenByStaff = analyst.get(LIST + "?domain=" + denied.domain().ascii()).body();
    assertThat(seenByStaff.at("/outgoingTransfers/0/answer/by").asText()).isEqualTo("approver");
  }

  @Test
  void isFilteredAndReadAPageAtATime() {
    List<String> wanted = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      wanted.add(0, wanted("Example Registrar").domain().ascii());
    }
    transfers.ended(ACCOUNT, DomainName.of(wanted.get(2)), OutgoingTransfer.State.GONE);

    JsonNode first = billing.get(LIST + "?limit=2").body();
    JsonNode second = billing.get(LIST + "?limit=2&after=" + first.get("next").asText()).body();

    assertThat(domains(first)).isEqualTo(wanted.subList(0, 2));
    assertThat(domains(second)).isEqualTo(wanted.subList(2, 3));
    assertThat(second.get("next").isNull()).isTrue();
    assertThat(domains(billing.get(LIST + "?state=OPEN").body())).isEqualTo(wanted.subList(0, 2));
    assertThat(domains(billing.get(LIST + "?domain=" + wanted.get(1)).body()))
        .containsExactly(wanted.get(1));
    assertThat(domains(billing.get(LIST + "?account=nobody").body())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"state=GREEN", "after=x", "limit=0", "who=me"})
  void whatIsWrongIsSaid(String parameter) {
    assertThat(billing.get(LIST + "?" + parameter).status()).isEqualTo(400);
  }

  @Test
  void theFiguresSayWhoAskedAndHowItEnded() {
    OutgoingTransfer gone = wanted("Example Registrar");
    OutgoingTransfer approved = wanted("Example Registrar");
    OutgoingTransfer denied = wanted("Example Registrar");
    OutgoingTransfer withdrawn = wanted("Example Registrar");
    OutgoingTransfer approvedAndWithdrawn = wanted("Example Registrar");
    wanted("Other Registrar");
    answers.approve(approved, "approver");
    answers.approve(approvedAndWithdrawn, "approver");
    answers.deny(denied, DenialReason.FRAUD, "The holder knows nothing of it.", "approver");
    transfers.ended(ACCOUNT, gone.domain(), OutgoingTransfer.State.GONE);
    transfers.ended(ACCOUNT, approved.domain(), OutgoingTransfer.State.GONE);
    for (OutgoingTransfer stayed : List.of(denied, withdrawn, approvedAndWithdrawn)) {
      transfers.ended(ACCOUNT, stayed.domain(), OutgoingTransfer.State.STAYED);
    }

    JsonNode rows = analyst.get("/api/v1/figures/outgoing-transfers?tld=com").body().get("rows");

    assertThat(rows).hasSize(2);
    JsonNode most = rows.get(0);
    assertThat(most.get("registrar").asText()).isEqualTo("Example Registrar");
    assertThat(List.of("requests", "left", "approved", "unanswered", "denied", "withdrawn", "open"))
        .extracting(column -> most.get(column).asInt())
        .containsExactly(5, 2, 1, 1, 1, 2, 0);
    assertThat(most.get("deniedFor").asText()).isEqualTo("FRAUD 1");
    assertThat(rows.get(1).get("open").asInt()).isEqualTo(1);
  }
}

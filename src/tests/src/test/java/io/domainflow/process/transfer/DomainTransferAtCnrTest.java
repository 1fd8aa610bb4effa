package io.domainflow.process.transfer;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Registrations;
import io.domainflow.build.AtCnr;
import io.domainflow.build.BothReadings;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of {@link DomainTransferProcessTest} with an account at CentralNic Reseller. */
@AtCnr
class DomainTransferAtCnrTest extends DomainTransferProcessTest {

  private final Registrations stories;

  @Autowired
  DomainTransferAtCnrTest(ProcessEngine engine, @LocalServerPort int port) {
    super(engine, port);
    this.stories = new Registrations(port);
  }

  /** The registrar itself detects that only the account changes, and reports a transfer. */
  @BothReadings(alwaysBoth = true)
  void bringsANameFromAnotherAccount(String profile) {
    stories.profile(profile);
    String domain = freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'OTHER_ACCOUNT' %s}".formatted(domain, TransferStories.NO_MAIL));

    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");

    JsonNode waiting = stories.awaitWaitingFor(reference, "TRANSFER_AT_REGISTRY");
    assertThat(waiting.at("/waitingFor/what").asText()).contains("only the account changes");
    assertThat(waiting.get("price").isNull()).as("the list does not say what it costs").isTrue();
    stories.advance("P7D");
    assertThat(stories.awaitStatus(reference, "COMPLETED").at("/outcome/code").asText())
        .isEqualTo("ACCOUNT_CHANGED");
    assertThat(stories.bought(domain)).hasSize(1);
  }
}

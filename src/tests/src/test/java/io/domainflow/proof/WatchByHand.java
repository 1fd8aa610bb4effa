package io.domainflow.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RuntimeService;

/** A watch that was started by hand. */
final class WatchByHand {

  private WatchByHand() {}

  /** Waits until no watch is under way. */
  static void await(RuntimeService runtime) {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(
                        runtime
                            .createProcessInstanceQuery()
                            .processDefinitionKey("TransferWatchProcess")
                            .count())
                    .isZero());
  }
}

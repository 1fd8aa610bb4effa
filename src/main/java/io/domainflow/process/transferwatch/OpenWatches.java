package io.domainflow.process.transferwatch;

import io.domainflow.model.Resettable;
import org.springframework.stereotype.Component;

/** What is remembered of events; a reset of the sandbox forgets it. */
@Component
class OpenWatches implements Resettable {

  private final EventInbox inbox;

  OpenWatches(EventInbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public void startOver() {
    inbox.removeAll();
  }
}

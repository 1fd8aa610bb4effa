package io.domainflow.process.transferwatch;

import io.domainflow.model.Resettable;
import org.springframework.stereotype.Component;

/** Deletes the stored events when the sandbox is reset. */
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

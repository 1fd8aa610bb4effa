package io.domainflow.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes the demo data that is ordered by the settings, beside everything else. */
@Component
@Profile("demo")
@ConditionalOnProperty("domainflow.sandbox.enabled")
class DemoDataStart {

  private static final Logger LOG = LoggerFactory.getLogger(DemoDataStart.class);

  private final DemoData data;
  private final DemoDataProperties properties;

  DemoDataStart(DemoData data, DemoDataProperties properties) {
    this.data = data;
    this.properties = properties;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    if (properties.orders() > 0) {
      Thread thread = new Thread(this::fill, "demo-data");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void fill() {
    try {
      data.fill(properties.orders());
    } catch (StoryFailed e) {
      LOG.error("The demo data is not complete: {}", e.getMessage());
    }
  }
}

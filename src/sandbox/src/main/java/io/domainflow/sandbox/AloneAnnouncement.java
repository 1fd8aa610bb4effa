package io.domainflow.sandbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Announces the address of a sandbox that runs alone, and how an application finds it. */
class AloneAnnouncement {

  private static final Logger log = LoggerFactory.getLogger(AloneAnnouncement.class);

  private final Environment settings;

  AloneAnnouncement(Environment settings) {
    this.settings = settings;
  }

  @EventListener(ApplicationReadyEvent.class)
  void announce() {
    log.info(text(settings.getRequiredProperty("local.server.port", Integer.class)));
  }

  static String text(int port) {
    String sandbox = "http://localhost:" + port + "/sandbox";
    return """
        The sandbox is ready: %1$s
          Calls      %1$s/api/call.cgi, as test.user or test.user2
                     %1$s/cnr/api/call.cgi at CentralNic Reseller, as the same
          Domainflow uses it with --domainflow.ispapi.sandbox-url=%1$s/api/call.cgi
                                and --domainflow.cnr.sandbox-url=%1$s/cnr/api/call.cgi"""
        .formatted(sandbox);
  }
}

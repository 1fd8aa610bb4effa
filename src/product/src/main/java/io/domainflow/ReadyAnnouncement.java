package io.domainflow;

import io.domainflow.model.StartupReport;
import io.domainflow.model.StartupReport.Line;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Announces that everything runs, where, and what to do next: the last lines of a start. */
@Component
class ReadyAnnouncement {

  private static final Logger log = LoggerFactory.getLogger(ReadyAnnouncement.class);

  private static final String LINE = "%n  %-10s %s";

  private final List<StartupReport> notices;
  private final Environment settings;

  ReadyAnnouncement(List<StartupReport> notices, Environment settings) {
    this.notices = notices;
    this.settings = settings;
  }

  /** Runs in a separate thread: a registrar that does not answer must not delay the start. */
  @EventListener(ApplicationReadyEvent.class)
  @Order(Ordered.LOWEST_PRECEDENCE)
  void announce(ApplicationReadyEvent event) {
    if (settings.containsProperty("local.server.port")) {
      Thread thread =
          new Thread(() -> log.info(text(address(settings), event.getTimeTaken())), "ready");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** The complete announcement. */
  String text(String address, Duration taken) {
    return "Domainflow is ready after %d s: %s/".formatted(taken.toSeconds(), address)
        + notices.stream()
            .flatMap(notice -> lines(notice, address).stream())
            .map(ReadyAnnouncement::written)
            .collect(Collectors.joining());
  }

  private static List<Line> lines(StartupReport notice, String address) {
    try {
      return notice.lines(address);
    } catch (RuntimeException e) {
      // such as a database that is no longer available; everything else must still be announced
      log.warn("{} has nothing to say: {}", notice.getClass().getSimpleName(), e.getMessage());
      return List.of();
    }
  }

  private static String written(Line line) {
    return LINE.formatted(line.what(), line.text());
  }

  /** Where a browser on this machine finds the application, without a slash at the end. */
  static String address(Environment settings) {
    boolean tls =
        settings.getProperty("server.ssl.enabled", Boolean.class, true)
            && (settings.containsProperty("server.ssl.key-store")
                || settings.containsProperty("server.ssl.certificate")
                || settings.containsProperty("server.ssl.bundle"));
    return (tls ? "https" : "http")
        + "://localhost:"
        + settings.getRequiredProperty("local.server.port")
        + settings.getProperty("server.servlet.context-path", "");
  }
}

package io.domainflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.StartupReport;
import io.domainflow.model.StartupReport.Line;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** The last lines of a start announce what runs and where. */
class ReadyAnnouncementTest {

  private final MockEnvironment settings =
      new MockEnvironment().withProperty("local.server.port", "9090");

  @Test
  void saysWhereEverythingIs() {
    StartupReport logins = address -> List.of(new Line("Logins", "a"), new Line("", "b"));

    assertThat(text(List.of(new PagesNotice(), logins)))
        .isEqualToNormalizingNewlines(
            """
            Domainflow is ready after 21 s: http://localhost:9090/
              Tasklist   http://localhost:9090/camunda/app/tasklist/
              Orders     http://localhost:9090/orders
              Cockpit    http://localhost:9090/camunda/app/cockpit/
              Accounts   http://localhost:9090/accounts
              API        http://localhost:9090/api-docs
              Logins     a
                         b""");
  }

  @Test
  void aPartThatFailsDoesNotKeepTheOthersFromBeingSaid() {
    StartupReport failing =
        address -> {
          throw new IllegalStateException("the database is away");
        };

    assertThat(text(List.of(failing, new PagesNotice()))).contains("Tasklist").contains("API");
  }

  @Test
  void theAddressIsTheOneThatABrowserOpens() {
    assertThat(ReadyAnnouncement.address(settings)).isEqualTo("http://localhost:9090");
    settings.setProperty("server.servlet.context-path", "/domains");
    settings.setProperty("server.ssl.bundle", "web");
    assertThat(ReadyAnnouncement.address(settings)).isEqualTo("https://localhost:9090/domains");
  }

  private String text(List<StartupReport> notices) {
    return new ReadyAnnouncement(notices, settings)
        .text(ReadyAnnouncement.address(settings), Duration.ofMillis(21_900));
  }
}

package io.domainflow.process.wait;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.process.renewal.RenewalProperties;
import io.domainflow.process.transfer.TransferProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WaitIntervalsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final Binder settings =
      new Binder(
          new MapConfigurationPropertySource(
              Map.of("domainflow.transfer.patience", "P4D", "domainflow.renewal.patience", "P5D")));

  @Test
  void saysWhenToLookAndWhenToAsk() {
    WaitIntervals patience =
        new WaitIntervals(Duration.ofMinutes(5), Duration.ofHours(6), Duration.ofDays(3));

    assertThat(patience.firstLookAt(NOW)).isEqualTo("2026-03-01T10:05:00Z");
    assertThat(patience.nextLookAt(NOW)).isEqualTo("2026-03-01T16:00:00Z");
    assertThat(patience.askAt(NOW)).isEqualTo("2026-03-04T10:00:00Z");
  }

  /** A setting that is called «patience» is one duration of several. */
  @Test
  void isSetByTheNamesThatSettingsHave() {
    assertThat(settings.bindOrCreate("domainflow.transfer", TransferProperties.class).beyondTerm())
        .isEqualTo(Duration.ofDays(4));
    assertThat(settings.bindOrCreate("domainflow.renewal", RenewalProperties.class).askAfter())
        .isEqualTo(Duration.ofDays(5));
  }
}

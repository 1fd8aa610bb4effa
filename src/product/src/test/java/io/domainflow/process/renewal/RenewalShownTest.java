package io.domainflow.process.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import io.domainflow.order.progress.Renewal;
import io.domainflow.registrar.DocumentedReader;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Whether a name shows a renewal that was bought. */
class RenewalShownTest {

  private static final DomainName NAME = DomainName.of("hexonerd.com");
  private static final Instant ENDS = Instant.parse("2026-06-10T10:00:00Z");
  private static final Renewal BOUGHT =
      new Renewal(ENDS, ENDS, null, new Period(1), null, true, ENDS, ENDS, null);

  private final DocumentedReader registrar = new DocumentedReader();

  @Test
  void isShownByTheLaterEnd() {
    assertThat(shown("STATUS=ACTIVE", "EXPIRATIONDATE=2027-06-10 10:00:00")).isTrue();
  }

  @Test
  void isNotShownByTheEndAsItWas() {
    assertThat(shown("STATUS=ACTIVE", "EXPIRATIONDATE=2026-06-10 10:00:00")).isFalse();
  }

  /** The check then continues, instead of failing after the renewal was paid. */
  @Test
  void isNotShownWhileTheRegistrarStatesNoEnd() {
    assertThat(shown("STATUS=ACTIVE")).isFalse();
  }

  @Test
  void isShownByWhatIsPaidForAlone() {
    assertThat(shown("STATUS=ACTIVE", "PAIDUNTILDATE=2027-06-10 10:00:00")).isTrue();
  }

  private boolean shown(String... properties) {
    registrar.answer("StatusDomain", properties);
    return ReadBackRenewalWorker.shows(BOUGHT, registrar.ask(new ReadDomain(NAME)));
  }
}

package io.domainflow.process.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.NameSettings;
import io.domainflow.model.Section;
import io.domainflow.order.progress.SectionResult;
import io.domainflow.order.progress.SectionState;
import io.domainflow.order.progress.Update;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people are told of the money that an update may have cost. */
class UpdateSpentTest {

  private static final String MAYBE =
      "Nothing was bought, but the registrar may charge for privacy, which it was told to turn on.";

  @Test
  void privacyThatIsOnMayBeCharged() {
    assertThat(spent(true, SectionState.DONE, null)).isEqualTo(MAYBE);
  }

  @Test
  void privacyThatMayStillComeMayBeCharged() {
    assertThat(spent(true, SectionState.WANTED, UpdateWords.OVERDUE)).isEqualTo(MAYBE);
    assertThat(spent(true, SectionState.REFUSED, UpdateWords.DIFFERENT)).isEqualTo(MAYBE);
  }

  @Test
  void nothingIsChargedWherePrivacyWasRefusedOrTurnedOff() {
    assertThat(spent(true, SectionState.REFUSED, "the registrar refuses it: «no»"))
        .isEqualTo("Nothing was bought.");
    assertThat(spent(false, SectionState.DONE, null)).isEqualTo("Nothing was bought.");
  }

  private static String spent(boolean privacy, SectionState state, String reason) {
    return UpdateWords.spent(
        new Update(
            new NameSettings(null, null, privacy, null, Map.of()),
            NameSettings.NOTHING,
            NameSettings.NOTHING,
            Map.of(Section.PRIVACY, new SectionResult(state, reason)),
            true,
            false));
  }
}

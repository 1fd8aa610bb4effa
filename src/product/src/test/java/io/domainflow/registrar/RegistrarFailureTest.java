package io.domainflow.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.registrar.Answer.Kind;
import io.domainflow.registrar.Answer.Load;
import io.domainflow.registrar.RegistrarFailure.Unavailable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrarFailureTest {

  /** An order uses up none of its tries while the registrar as a whole is away. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void keepsWhetherTheRegistrarAsAWholeIsAway(boolean away) {
    Answer<Void> answer =
        new Answer<>(
            Kind.TRY_LATER, null, RefusalReason.NOT_NOW, 421, "busy", "421", true, away, Load.FINE);

    assertThat(Unavailable.notNow("CheckDomains", answer).isRegistrarAway()).isEqualTo(away);
  }
}

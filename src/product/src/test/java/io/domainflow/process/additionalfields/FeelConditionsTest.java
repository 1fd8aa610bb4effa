package io.domainflow.process.additionalfields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FeelConditionsTest {

  private final FeelConditions feel = new FeelConditions();

  @Test
  void readsAMissingVariableAsNull() {
    assertThat(feel.holds("=nobody = null", Map.of())).isTrue();
    assertThat(feel.holds("=nobody != \"A\"", Map.of())).isTrue();
  }

  @Test
  void readsAnythingButTrueAsFalse() {
    assertThat(feel.holds("=nobody", Map.of())).isFalse();
    assertThat(feel.holds("=nobody > 3", Map.of())).isFalse();
    assertThat(feel.holds("=\"true\"", Map.of())).isFalse();
  }

  @Test
  void namesAnExpressionThatIsNotFeel() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> feel.holds("=caLegalType =", Map.of()))
        .withMessageContaining("caLegalType =");
  }
}

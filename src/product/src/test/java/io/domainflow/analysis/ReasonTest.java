package io.domainflow.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Details of a single order do not make a separate reason. */
class ReasonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AddDomain for one.com was refused with 554 Object already registered. \
          | AddDomain for two.co.uk was refused with 554 Object already registered.
          Look again until 2026-11-26T09:30:00Z. | Look again until 2027-01-02T10:00:00.123Z.
          It ended on 2026-11-26. | It ended on 2027-01-02.
          The log has it under job 6f1c7a52-7c1e-11f1-9d2a-0242ac120002. \
          | The log has it under job 0a1c7a52-7c1e-11f1-9d2a-0242ac120003.
          Contact P-ABC123 is unknown. | Contact P-XYZ9 is unknown.
          «müller.de» is gone. | «mueller.de» is gone.
          """)
  void isTheSameForEachOrder(String one, String other) {
    assertThat(Reason.of(one)).isEqualTo(Reason.of(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AddDomain was answered with 421. | AddDomain was answered with 549.
          No money was spent. It is tried again automatically. \
          | The order has been paid for. It is tried again automatically.
          Account sandbox is refused. | Account shop is refused.
          """)
  void staysDifferentIfItMatters(String one, String other) {
    assertThat(Reason.of(one)).isNotEqualTo(Reason.of(other));
  }

  @Test
  void aNameWithoutADotIsLeftOutAsWell() {
    assertThat(Reason.of("order B is stuck", "B")).isEqualTo(Reason.of("order C is stuck", "C"));
  }

  @Test
  void keyTellsPlacesApart() {
    Reason reason = Reason.of("does not answer");

    assertThat(reason.key("Process", "Task_A")).isEqualTo(reason.key("Process", "Task_A"));
    assertThat(reason.key("Process", "Task_A")).isNotEqualTo(reason.key("Process", "Task_B"));
    assertThat(reason.key("Process", null)).matches("[0-9a-f]{24}");
  }
}

package io.domainflow.process.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.NameSettings;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Section;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the settings of a name stand in the forms of tasks. */
class SectionTextTest {

  @ParameterizedTest
  @CsvSource({
    "AUTOEXPIRE, expires",
    "AUTORENEW, renewed by the registrar",
    "AUTODELETE, deleted by the registrar"
  })
  void namesRenewalModesAsThePagesDo(RenewalMode mode, String words) {
    NameSettings settings = new NameSettings(null, null, null, mode, Map.of());

    assertThat(SectionText.of(Section.RENEWAL_MODE, settings)).hasValue(words);
  }
}

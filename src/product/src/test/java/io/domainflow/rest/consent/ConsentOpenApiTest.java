package io.domainflow.rest.consent;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.rest.DocumentedTypes;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The documentation of consents agrees with the code. */
class ConsentOpenApiTest extends DocumentedTypes {

  @Override
  protected Map<String, Class<? extends Record>> objectsInAnswers() {
    return Map.ofEntries(entry("ConsentView", ConsentView.class));
  }

  @Test
  void tablesOfConsentsHaveAColumnForEveryMember() {
    assertThat(ConsentColumn.ALL)
        .extracting(ConsentColumn::member)
        .containsExactlyElementsOf(api.members("ConsentView"));
  }
}

package io.domainflow.rest.tld;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.rest.DocumentedTypes;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The documentation of the catalogue agrees with the code. */
class TldOpenApiTest extends DocumentedTypes {

  @Override
  protected Map<String, Class<? extends Record>> objectsInAnswers() {
    return Map.ofEntries(
        entry("AvailabilityView", AvailabilityView.class),
        entry("AvailableName", AvailabilityView.Name.class),
        entry("StatedPrice", StatedPrice.class),
        entry("Terms", TermsView.class),
        entry("TldList", TldList.class),
        entry("TldView", TldView.class),
        entry("TldField", TldView.Field.class));
  }

  @Test
  void hasTheMembersOfAQuestionForNames() {
    assertThat(api.members("AvailabilityQuery"))
        .containsExactlyInAnyOrderElementsOf(AvailabilityQuery.MEMBERS);
  }
}

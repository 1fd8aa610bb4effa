package io.domainflow.rest.imports;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.imports.ImportFindingKind;
import io.domainflow.imports.ImportState;
import io.domainflow.imports.ListFormat;
import io.domainflow.rest.DocumentedTypes;
import io.domainflow.rest.OpenApi;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The documentation of imports agrees with the code. */
class ImportOpenApiTest extends DocumentedTypes {

  @Override
  protected Map<String, Class<? extends Record>> objectsInAnswers() {
    return Map.ofEntries(entry("ImportView", ImportView.class));
  }

  @Test
  void explainsEveryStateAndEveryFindingOfAnImport() {
    assertThat(api.values("ListFormat"))
        .containsExactlyElementsOf(OpenApi.constants(ListFormat.class));
    assertThat(api.values("ImportState"))
        .containsExactlyElementsOf(OpenApi.constants(ImportState.class))
        .allSatisfy(value -> assertThat(OpenApi.importGuide()).contains("\n| `" + value + "` | "));
    assertThat(api.values("ImportFindingKind"))
        .containsExactlyElementsOf(OpenApi.constants(ImportFindingKind.class))
        .allSatisfy(value -> assertThat(OpenApi.importGuide()).contains("\n| `" + value + "` | "));
    assertThat(ImportCsv.HEADER).containsExactlyElementsOf(api.members("ImportFinding"));
  }
}

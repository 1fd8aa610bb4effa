package io.domainflow.rest.analysis;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.analysis.InstanceSearch;
import io.domainflow.analysis.ProcessPath;
import io.domainflow.rest.DocumentedTypes;
import io.domainflow.rest.OpenApi;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The documentation of processes and figures agrees with the code. */
class AnalysisOpenApiTest extends DocumentedTypes {

  @Override
  protected Map<String, Class<? extends Record>> objectsInAnswers() {
    return Map.ofEntries(
        entry("InstanceList", InstanceList.class),
        entry("ProcessInstance", InstanceList.InstanceView.class),
        entry("ProcessHeat", HeatView.class),
        entry("ProcessActivity", HeatView.ActivityView.class),
        entry("ProcessAudit", AuditView.class),
        entry("AuditEntry", AuditView.Entry.class),
        entry("ProcessPath", PathView.class),
        entry("PathStep", PathView.PathStep.class),
        entry("FailedSteps", FailedStepsView.class),
        entry("FailedStepsGroup", FailedStepsView.GroupView.class),
        entry("FailedStepsPreview", FailedStepsView.Preview.class),
        entry("FailedStep", FailedStepsView.StepView.class));
  }

  @Test
  void hasEveryStateAndEveryKindOfAnAuditsEntry() {
    assertThat(api.values("InstanceState"))
        .containsExactlyElementsOf(OpenApi.constants(InstanceSearch.State.class));
    assertThat(api.values("PathState"))
        .containsExactlyElementsOf(OpenApi.constants(ProcessPath.State.class));
    assertThat(api.values("AuditKind"))
        .containsExactlyElementsOf(OpenApi.constants(AuditView.Kind.class))
        .allSatisfy(
            value ->
                assertThat(api.schema("AuditKind").path("description").asText())
                    .contains("- " + value + ": "));
  }
}

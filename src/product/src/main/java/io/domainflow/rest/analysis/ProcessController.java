package io.domainflow.rest.analysis;

import io.domainflow.analysis.ActivityHeat;
import io.domainflow.analysis.InstanceSearch;
import io.domainflow.analysis.ProcessAudit;
import io.domainflow.analysis.ProcessAudit.Subject;
import io.domainflow.analysis.ProcessInstances;
import io.domainflow.analysis.ProcessPath;
import io.domainflow.analysis.ProcessVersions;
import io.domainflow.analysis.ProcessVersions.Version;
import io.domainflow.rest.analysis.HeatView.ActivityView;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows staff what happened to processes, including those that have ended. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class ProcessController {

  private final ProcessVersions versions;
  private final ProcessInstances instances;
  private final ActivityHeat heat;
  private final Audit audit;
  private final ProcessAudit subjects;
  private final ProcessPath path;
  private final Clock clock;

  ProcessController(
      ProcessVersions versions,
      ProcessInstances instances,
      ActivityHeat heat,
      Audit audit,
      ProcessAudit subjects,
      ProcessPath path,
      Clock clock) {
    this.versions = versions;
    this.instances = instances;
    this.heat = heat;
    this.audit = audit;
    this.subjects = subjects;
    this.path = path;
    this.clock = clock;
  }

  /** Instances of a version of a process, or of all versions, latest first. */
  @GetMapping("/processes/{id}/instances")
  InstanceList instances(@PathVariable String id, @RequestParam Map<String, String> parameters) {
    List<Version> found = find(id);
    InstanceSearch search = InstanceQuery.of(parameters);
    return InstanceList.of(instances.read(found, search.oneMore()), search.limit());
  }

  /** How often the activities of a process were executed, and how long they took. */
  @GetMapping("/processes/{id}/heat")
  HeatView heat(@PathVariable String id, @RequestParam Map<String, String> parameters) {
    List<Version> found = find(id);
    Instant now = clock.instant();
    Days days = Days.of(parameters, LocalDate.ofInstant(now, ZoneOffset.UTC));
    return new HeatView(
        found.get(0).key(),
        found.size() == 1 && found.get(0).id().equals(id) ? found.get(0).number() : null,
        days.from(),
        days.to(),
        now,
        heat.of(found, days.from(), days.to()).stream().map(ActivityView::of).toList());
  }

  /** What has happened to a process instance. */
  @GetMapping("/process-instances/{id}/audit")
  AuditView audit(@PathVariable String id, Authentication login) {
    return audit.of(id, login);
  }

  /** The path of a process instance through its model. */
  @GetMapping("/process-instances/{id}/path")
  PathView path(@PathVariable String id) {
    Subject subject =
        subjects
            .find(id)
            .orElseThrow(() -> new ProcessNotFound("There is no process instance with this id"));
    return PathView.of(subject, path.of(subject));
  }

  private List<Version> find(String idOrKey) {
    List<Version> found = versions.of(idOrKey);
    if (found.isEmpty()) {
      throw new ProcessNotFound("There is no process with this id or key");
    }
    return found;
  }
}

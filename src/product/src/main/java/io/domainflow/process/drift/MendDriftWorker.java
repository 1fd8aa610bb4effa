package io.domainflow.process.drift;

import io.domainflow.model.Section;
import io.domainflow.order.domain.StoredSection;
import io.domainflow.order.domain.StoredSections;
import io.domainflow.process.StepVariables;
import io.domainflow.process.domain.NameKey;
import io.domainflow.process.drift.DriftCorrection.Corrected;
import io.domainflow.process.worker.AccountStep;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Sets the sections of a name as they were ordered, because somebody has decided so. */
@Component
class MendDriftWorker implements Worker.OfAccount<Optional<String>> {

  private final Drifts drifts;
  private final DriftCorrection correction;
  private final DriftFinder finder;
  private final StoredSections sections;

  MendDriftWorker(
      Drifts drifts, DriftCorrection correction, DriftFinder finder, StoredSections sections) {
    this.drifts = drifts;
    this.correction = correction;
    this.finder = finder;
    this.sections = sections;
  }

  @Override
  public Optional<String> ask(AccountStep step, RegistrarGateway registrar) {
    NameKey key = NameKey.of(step.businessKey());
    Set<Section> which =
        drifts
            .find(key.account(), key.domain())
            .map(known -> known.drift().sections())
            .orElse(Set.of());
    Corrected corrected = correction.set(key.account(), key.domain(), which, registrar);
    if (corrected.later() != null) {
      throw corrected.later();
    }
    return Optional.ofNullable(corrected.problem());
  }

  // If the registrar has accepted everything, the next check compares the name.
  @Override
  public StepResult conclude(AccountStep step, Optional<String> problem) {
    NameKey key = NameKey.of(step.businessKey());
    Map<Section, StoredSection> left =
        finder.drifted(key.account(), key.domain(), sections.find(key.account(), key.domain()));
    boolean lasts = problem.isPresent() && !left.isEmpty();
    if (lasts) {
      drifts.put(key.account(), Drift.of(key.domain(), left, problem.get()));
    } else {
      drifts.remove(key.account(), key.domain());
    }
    return StepResult.done(StepVariables.of(DriftProcess.DRIFT_LASTS, lasts));
  }
}

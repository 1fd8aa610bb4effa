package io.domainflow.process.namesimport;

import io.domainflow.imports.ImportWork;
import io.domainflow.imports.NamesImports;
import io.domainflow.model.DomainName;
import io.domainflow.order.domain.StoredDomain;
import io.domainflow.order.domain.StoredDomains;
import io.domainflow.process.StepVariables;
import io.domainflow.process.domain.MissingNameLookup;
import io.domainflow.process.worker.AccountStep;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.LowPriorityCalls;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarFailure.Unavailable;
import io.domainflow.registrar.RegistrarGateway;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Looks up names one by one: those that are billed but not in the registrar's list, and those for
 * which that list states too little. The result is stored at once, so that nothing is asked twice
 * after an interruption. Throws Err_ImportFailed if the registrar refuses the login.
 */
@Component
class LookUpNamesWorker implements Worker.OfAccount<NamesReadingResult> {

  /** Names looked up in one step: a step must end soon when the application is stopped. */
  private static final int MOST = 20;

  /** How far back the registrar's log is read for a name that was never seen here. */
  private static final Duration LOG = Duration.ofDays(730);

  private final NamesImports imports;
  private final ImportWork work;
  private final StoredDomains domains;
  private final Clock clock;
  private final LowPriorityCalls lowPriority;

  LookUpNamesWorker(
      NamesImports imports,
      ImportWork work,
      StoredDomains domains,
      Clock clock,
      LowPriorityCalls lowPriority) {
    this.lowPriority = lowPriority;
    this.imports = imports;
    this.work = work;
    this.domains = domains;
    this.clock = clock;
  }

  @Override
  public NamesReadingResult ask(AccountStep step, RegistrarGateway registrar) {
    return lowPriority.make(() -> read(step, registrar));
  }

  private NamesReadingResult read(AccountStep step, RegistrarGateway registrar) {
    UUID id = ImportKey.of(step.businessKey()).id();
    try {
      for (DomainName domain : work.toLookUp(id, MOST)) {
        lookUp(id, step.account(), domain, registrar);
      }
      return NamesReadingResult.done();
    } catch (AccessRefused e) {
      return NamesReadingResult.refused(e);
    }
  }

  private void lookUp(UUID id, String account, DomainName domain, RegistrarGateway registrar) {
    try {
      MissingNameLookup.Result found =
          MissingNameLookup.find(domain, lastSeen(account, domain), registrar.reader(account));
      if (found instanceof MissingNameLookup.Result.Here here) {
        work.foundHere(id, NamesAtRegistrar.of(domain, here.domain()));
      } else {
        work.foundElsewhere(id, domain, ((MissingNameLookup.Result.Gone) found).name().how());
      }
    } catch (Refused e) {
      work.notSaid(id, domain, e.getMessage());
    } catch (Unavailable e) {
      if (e.isRegistrarAway()) {
        throw e;
      }
      // The failure concerns this one name, and must not delay the others.
      work.notSaid(id, domain, e.getMessage());
    }
  }

  private Instant lastSeen(String account, DomainName domain) {
    return domains
        .find(account, domain)
        .map(StoredDomain::readAt)
        .orElseGet(() -> clock.instant().minus(LOG));
  }

  @Override
  public StepResult conclude(AccountStep step, NamesReadingResult reading) {
    UUID id = ImportKey.of(step.businessKey()).id();
    return reading.conclude(
        id,
        imports,
        StepVariables.of(
            NamesImportProcess.NAMES_LEFT,
            !work.toLookUp(id, 1).isEmpty(),
            NamesImportProcess.CONTACTS_LEFT,
            !work.contactsToSee(id, 1).isEmpty()));
  }
}

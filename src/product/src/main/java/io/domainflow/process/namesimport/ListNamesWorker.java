package io.domainflow.process.namesimport;

import io.domainflow.imports.ImportWork;
import io.domainflow.imports.NameAtRegistrar;
import io.domainflow.imports.NamesImport;
import io.domainflow.imports.NamesImports;
import io.domainflow.process.StepVariables;
import io.domainflow.process.domain.NameList;
import io.domainflow.process.worker.AccountStep;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.LowPriorityCalls;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import io.domainflow.registrar.RegistrarGateway;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Lists all names of the account. Unless it is a dry run, the names are stored here, as the daily
 * check does. Throws Err_ImportFailed if the registrar refuses the login.
 */
@Component
class ListNamesWorker implements Worker.OfAccount<ListNamesWorker.Listed> {

  private final NameList list;
  private final NamesImports imports;
  private final ImportWork work;
  private final LowPriorityCalls lowPriority;

  ListNamesWorker(
      NameList list, NamesImports imports, ImportWork work, LowPriorityCalls lowPriority) {
    this.lowPriority = lowPriority;
    this.list = list;
    this.imports = imports;
    this.work = work;
  }

  /**
   * The result.
   *
   * @param names empty if they could not be read
   */
  record Listed(NamesReadingResult reading, List<NameAtRegistrar> names) {}

  @Override
  public Listed ask(AccountStep step, RegistrarGateway registrar) {
    return lowPriority.make(() -> read(step, registrar));
  }

  private Listed read(AccountStep step, RegistrarGateway registrar) {
    boolean dryRun =
        imports.find(ImportKey.of(step.businessKey()).id()).map(NamesImport::dryRun).orElse(true);
    try {
      NameList.Listing listing =
          dryRun
              ? list.readWithoutStoring(step.account(), registrar)
              : list.read(step.account(), registrar);
      return new Listed(
          NamesReadingResult.done(), listing.names().stream().map(NamesAtRegistrar::of).toList());
    } catch (AccessRefused e) {
      return new Listed(NamesReadingResult.refused(e), List.of());
    }
  }

  @Override
  public StepResult conclude(AccountStep step, Listed listed) {
    UUID id = ImportKey.of(step.businessKey()).id();
    work.listed(id, listed.names());
    return listed
        .reading()
        .conclude(
            id,
            imports,
            StepVariables.of(
                NamesImportProcess.NAMES_LEFT,
                !work.toLookUp(id, 1).isEmpty(),
                NamesImportProcess.CONTACTS_LEFT,
                !work.contactsToSee(id, 1).isEmpty()));
  }
}

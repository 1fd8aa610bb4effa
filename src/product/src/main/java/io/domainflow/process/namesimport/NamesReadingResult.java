package io.domainflow.process.namesimport;

import io.domainflow.imports.NamesImports;
import io.domainflow.process.worker.StepResult;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The result of a reading step.
 *
 * @param refusal why the registrar refuses the login, for people; null if it does not
 */
record NamesReadingResult(@Nullable String refusal) {

  static NamesReadingResult done() {
    return new NamesReadingResult(null);
  }

  static NamesReadingResult refused(AccessRefused e) {
    return new NamesReadingResult(e.reason());
  }

  /** Ends the step: the process continues with these variables, or the import has failed. */
  StepResult conclude(UUID id, NamesImports imports, Map<String, Object> facts) {
    if (refusal == null) {
      imports.countProgress(id);
      return StepResult.done(facts);
    }
    imports.fail(
        id,
        "The registrar does not let this account in: "
            + refusal
            + ". Test the connection of the account, and import again.");
    return StepResult.error(NamesImportProcess.ERR_IMPORT_FAILED);
  }
}

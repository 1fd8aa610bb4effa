package io.domainflow.rest.imports;

import io.domainflow.imports.ImportFindingKind;
import io.domainflow.imports.ImportState;
import io.domainflow.imports.ListFormat;
import io.domainflow.imports.NamesImport;
import io.domainflow.owner.Owner;
import java.time.Instant;
import java.util.Map;

/**
 * An import as administrators see it.
 *
 * @param format null without a list
 * @param owner whom the names are given to; null for none
 * @param startedBy the login
 * @param reason why it failed; null if it did not
 * @param trouble why a running one does not get on; null if nothing is wrong
 * @param findings how often what was found; empty until it is completed
 * @param report path of the report
 */
record ImportView(
    String id,
    String account,
    boolean dryRun,
    ListFormat format,
    ImportState state,
    String reason,
    String trouble,
    String owner,
    String startedBy,
    Instant startedAt,
    Instant endedAt,
    NamesImport.Progress progress,
    Map<ImportFindingKind, Integer> findings,
    String report) {

  static ImportView of(
      NamesImport found, String trouble, Map<ImportFindingKind, Integer> findings) {
    return new ImportView(
        found.id().toString(),
        found.account(),
        found.dryRun(),
        found.format(),
        found.state(),
        found.reason(),
        trouble,
        Owner.textOf(found.owner()),
        found.login(),
        found.startedAt(),
        found.endedAt(),
        found.progress(),
        findings,
        path(found) + "/report");
  }

  static String path(NamesImport found) {
    return "/api/v1/imports/" + found.id();
  }
}

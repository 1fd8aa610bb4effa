package io.domainflow.rest.imports;

import io.domainflow.imports.ImportFindingKind;
import io.domainflow.imports.ImportState;
import io.domainflow.imports.ListFormat;
import io.domainflow.imports.NamesImport;
import io.domainflow.owner.Owner;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An import as administrators see it.
 *
 * @param format null without a list
 * @param owner who gets the names
 * @param startedBy the login
 * @param reason why it failed
 * @param trouble why a running import is stuck; null if nothing is wrong
 * @param findings the number of findings of each kind; empty until it is completed
 * @param report path of the report
 */
record ImportView(
    String id,
    String account,
    boolean dryRun,
    @Nullable ListFormat format,
    ImportState state,
    @Nullable String reason,
    @Nullable String trouble,
    @Nullable String owner,
    String startedBy,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    NamesImport.Progress progress,
    Map<ImportFindingKind, Integer> findings,
    String report) {

  static ImportView of(
      NamesImport found, @Nullable String trouble, Map<ImportFindingKind, Integer> findings) {
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

package io.domainflow.imports;

import io.domainflow.owner.Owner;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import of the names of one account.
 *
 * @param dryRun whether the names are not stored here
 * @param format the system whose list was given
 * @param owner the owner to whom the names are assigned
 * @param login login that started it
 * @param reason why it failed, as sentences
 * @param endedAt null while it runs
 */
public record NamesImport(
    UUID id,
    String account,
    boolean dryRun,
    @Nullable ListFormat format,
    @Nullable Owner owner,
    String login,
    ImportState state,
    @Nullable String reason,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    Progress progress) {

  /**
   * The progress of an import. Numbers are null until the total is known.
   *
   * @param listRows rows of the list; 0 without one
   * @param names names of the account
   * @param lookUps names about which the registrar has to be asked one by one
   * @param contacts handles of contacts, each of which is checked
   */
  public record Progress(
      int listRows,
      Integer names,
      Integer lookUps,
      Integer lookUpsDone,
      Integer contacts,
      Integer contactsDone) {}
}

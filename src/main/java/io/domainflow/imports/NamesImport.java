package io.domainflow.imports;

import io.domainflow.owner.Owner;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import of the names of one account.
 *
 * @param dryRun whether the names stay unknown here
 * @param format whose list it was given
 * @param owner whom the names are given to
 * @param login who has started it
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
   * How far it is. Numbers are null until it is known how much there is to do.
   *
   * @param listRows rows of the list; 0 without one
   * @param names names that the account has
   * @param lookUps names that the registrar has to be asked about one by one
   * @param contacts handles of contacts, each of which is looked at
   */
  public record Progress(
      int listRows,
      Integer names,
      Integer lookUps,
      Integer lookUpsDone,
      Integer contacts,
      Integer contactsDone) {}
}
